package vigil.pump.sim;

/**
 * How a simulated ComDevice is set up and what its quirks are.
 *
 * @param bedId its name, up to 15 characters
 * @param stuffing character stuffing, on when it leaves the factory
 * @param bitFields alarms and status as ALARM1, ALARM2, PREALARM, STATUS1 instead of INA and INM flags
 * @param longAddresses slots above 9 with two digits ({@code 501110})
 * @param modelEndsInCr a carriage return after GNMODEL
 */
public record BccOptions(
        String bedId, boolean stuffing, boolean bitFields, boolean longAddresses, boolean modelEndsInCr) {
    /** As it leaves the factory. */
    public static final BccOptions FACTORY = new BccOptions("SpaceCOM", true, false, false, false);

    public BccOptions withStuffing(boolean on) {
        return new BccOptions(bedId, on, bitFields, longAddresses, modelEndsInCr);
    }

    public BccOptions withBitFields() {
        return new BccOptions(bedId, stuffing, true, longAddresses, modelEndsInCr);
    }

    public BccOptions withLongAddresses() {
        return new BccOptions(bedId, stuffing, bitFields, true, modelEndsInCr);
    }

    public BccOptions withCarriageReturn() {
        return new BccOptions(bedId, stuffing, bitFields, longAddresses, true);
    }
}
