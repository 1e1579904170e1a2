package vigil.pump.sim;

/**
 * How a simulated ComDevice is set up and what its quirks are.
 *
 * @param bedId its name, up to 15 characters
 * @param stuffing character stuffing, on when it leaves the factory
 * @param bitFields alarms and status as ALARM1, ALARM2, PREALARM, STATUS1 instead of INA and INM flags
 * @param longAddresses slots above 9 with two digits ({@code 501110})
 * @param modelEndsInCr a carriage return after GNMODEL
 * @param cyclic speaks by itself, every 5 s and when something changes
 */
public record BccOptions(
        String bedId,
        boolean stuffing,
        boolean bitFields,
        boolean longAddresses,
        boolean modelEndsInCr,
        boolean cyclic) {
    /** As it leaves the factory. */
    public static final BccOptions FACTORY = new BccOptions("SpaceCOM", true, false, false, false, false);

    public BccOptions withStuffing(boolean on) {
        return new BccOptions(bedId, on, bitFields, longAddresses, modelEndsInCr, cyclic);
    }

    public BccOptions withBitFields() {
        return new BccOptions(bedId, stuffing, true, longAddresses, modelEndsInCr, cyclic);
    }

    public BccOptions withLongAddresses() {
        return new BccOptions(bedId, stuffing, bitFields, true, modelEndsInCr, cyclic);
    }

    public BccOptions withCarriageReturn() {
        return new BccOptions(bedId, stuffing, bitFields, longAddresses, true, cyclic);
    }

    /** DoseTrac switches cyclic mode on and stuffing off. */
    public BccOptions inCyclicMode() {
        return new BccOptions(bedId, false, bitFields, longAddresses, modelEndsInCr, true);
    }
}
