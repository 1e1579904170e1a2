package vigil.rules;

/** The rules R1 to R34 of the clinical rules, section 4. */
public enum Rule {
    R01,
    R02,
    R03,
    R04,
    R05,
    R06,
    R07,
    R08,
    R09,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
    R19,
    R20,
    R21,
    R22,
    R23,
    R24,
    R25,
    R26,
    R27,
    R28,
    R29,
    R30,
    R31,
    R32,
    R33,
    R34;

    private final String label = "R" + Integer.parseInt(name().substring(1));

    /** As people write it: {@code R1}, {@code R12}. */
    public String label() {
        return label;
    }
}
