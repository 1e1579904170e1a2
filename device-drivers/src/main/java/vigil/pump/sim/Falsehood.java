package vigil.pump.sim;

/** What a device says in whole, well-checked frames, and yet is not so. */
public enum Falsehood {
    /** Values far outside what such a pump can do. */
    ABSURD,
    /** The right number with the unit of something else. */
    WRONG_UNIT
}
