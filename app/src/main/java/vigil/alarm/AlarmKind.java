package vigil.alarm;

/**
 * What can need attention: the rows C01 to C31 of the alarm catalogue ({@code alarms.md}, section 7) that Vigil raises
 * so far. The words for people stand in the message bundles under {@code alarm.<kind>.title} and {@code .action}.
 */
public enum AlarmKind {
    /** C03, rule R12. */
    DOSE_ABOVE_MAXIMUM("C03"),
    /** C10 to C14, C21, C22, C25: the pump says so. */
    PUMP_ALARM("C10"),
    /** C15: no valid data from the pump. */
    LINK_LOST("C15"),
    /** C20: the journal cannot be written. */
    NOT_RECORDING("C20"),
    /** C28: observation overdue. */
    OBSERVATION_OVERDUE("C28"),
    /** C30: frames rejected, events lost. */
    LINE_QUALITY("C30"),
    /** Another pump than the bound one answers: dose is not shown until confirmed (fault B3, B5). */
    OTHER_PUMP("C15"),
    /** Drug is delivered although a dissociative effect ended the course (C09), or without a confirmed order. */
    DELIVERY_WITHOUT_ORDER("C27"),
    /** Stopped for no recorded reason (state machine: asks for the reason). */
    UNEXPLAINED_STOP("C24"),
    /** C31: induction outside 0.05 to 0.1 mg/kg/h (R11). */
    INDUCTION_OUTSIDE_RANGE("C31"),
    /** C27: rate raised and no order in force covers it (R27). */
    RATE_WITHOUT_ORDER("C27");

    private final String catalogueRow;

    AlarmKind(String catalogueRow) {
        this.catalogueRow = catalogueRow;
    }

    public String catalogueRow() {
        return catalogueRow;
    }
}
