package vigil.selftest;

/** What one part is good for. */
public enum Verdict {
    /** As it should be. */
    OK,
    /** A console can do without it, or it could not be told; somebody should know. */
    WARNING,
    /** A console must not go to a bed like this. */
    FAILED
}
