package vigil.session;

/** The rules that a physician may set aside with a reason (clinical rules, section 4, "Resolved means", and section 5). */
public enum Overridable {
    R1,
    R2,
    R3,
    R12,
    R15,
    R17,
    R19;

    /** True for what stands between PLANNED and READY. */
    public boolean isOfSetUp() {
        return this == R1 || this == R2 || this == R3 || this == R19;
    }
}
