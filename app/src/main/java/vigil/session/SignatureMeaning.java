package vigil.session;

/** What a signature says (records and handover, section 1.4). */
public enum SignatureMeaning {
    OBSERVATIONS_COMPLETE,
    REVIEWED_AGAINST_GATE,
    /** A physician dates the start of the four hours back to the last delivery (A1), where the site allows it. */
    CESSATION_BACKDATED,
    HANDED_OVER,
    TAKEN_OVER
}
