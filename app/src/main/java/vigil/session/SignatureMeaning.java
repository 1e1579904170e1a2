package vigil.session;

/** What a signature says (records and handover, section 1.4). */
public enum SignatureMeaning {
    OBSERVATIONS_COMPLETE,
    REVIEWED_AGAINST_GATE,
    HANDED_OVER,
    TAKEN_OVER
}
