package vigil.export;

/** The letters that lead to a footnote (records and handover, section 1.5); letters survive black-and-white print. */
final class Marks {
    static final String LATE = "t";
    static final String MISSING = "m";
    static final String GAP = "g";
    static final String ESTIMATED = "e";
    static final String CHARTED = "c";
    static final String OVERRIDDEN = "r";
    static final String EDITED = "x";
    static final String VOIDED = "v";

    private Marks() {}
}
