package vigil.pump.sim;

/**
 * How a simulated Alaris pump is set up.
 *
 * @param protocol name and revision of its protocol
 * @param longestAnswerMs what it says it may take to answer
 * @param syringe brand of the syringe
 * @param givesData false for a pump whose remote communication is switched off: it says who it is and no more
 */
public record AlarisOptions(String protocol, int longestAnswerMs, String syringe, boolean givesData) {
    /** As captured. */
    public static final AlarisOptions FACTORY = new AlarisOptions("Asena Rev 2.1.5", 4_000, "BD PLASTIPAK", true);

    public AlarisOptions withoutData() {
        return new AlarisOptions(protocol, longestAnswerMs, syringe, false);
    }
}
