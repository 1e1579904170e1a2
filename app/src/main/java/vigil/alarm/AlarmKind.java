package vigil.alarm;

/**
 * What can need attention: the rows C01 to C31 of the alarm catalogue ({@code alarms.md}, section 7) that Vigil raises
 * so far. The words for people stand in the message bundles under {@code alarm.<kind>.title} and {@code .action}.
 */
public enum AlarmKind {
    /** C01: an emergency criterion is met; above every rule prompt. */
    EMERGENCY("C01"),
    /** C02, rule R17. */
    DISSOCIATION("C02"),
    /** C04, rule R16. */
    FURTHER_SIDE_EFFECT("C04"),
    /** C05, rule R15. */
    SIDE_EFFECT("C05"),
    /** C08, rule R10. */
    PATIENT_AWAY("C08"),
    /** C09: drug is delivered although a dissociative effect ended the course, or after the observation. */
    DELIVERY_AFTER_END("C09"),
    /** C17: sedation 2. */
    SEDATED("C17"),
    /** C18: one D answer U. */
    SECOND_LOOK("C18"),
    /** C29: the hour of a pause is over: eased or not? */
    PAUSE_OVER("C29"),
    /** C29: the effects have eased; the pump may be started again as ordered. */
    RECOMMENCE("C29"),
    /** C31: delivery began again before the hour was over (R15). */
    RESUMED_EARLY("C31"),
    /** C31: the link is lost; is the patient leaving the ward? (R10) */
    LEAVING_WARD("C31"),
    /** C31: what is missing before the session is closed (R21 to R25). */
    DISCHARGE_OPEN("C31"),
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
    /** Drug is delivered without a confirmed order. */
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
