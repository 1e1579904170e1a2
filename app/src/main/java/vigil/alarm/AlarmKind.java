package vigil.alarm;

/**
 * What can need attention: the rows C01 to C31 of the alarm catalogue ({@code alarms.md}, section 7) that Vigil raises
 * so far. The words for people stand in the message bundles under {@code alarm.<kind>.title} and {@code .action}.
 */
public enum AlarmKind {
    /** C01: an emergency criterion is met; above every rule prompt. */
    EMERGENCY(CatalogueRow.C01),
    /** C02, rule R17. */
    DISSOCIATION(CatalogueRow.C02),
    /** C04, rule R16. */
    FURTHER_SIDE_EFFECT(CatalogueRow.C04),
    /** C05, rule R15. */
    SIDE_EFFECT(CatalogueRow.C05),
    /** C08, rule R10. */
    PATIENT_AWAY(CatalogueRow.C08),
    /** C09: drug is delivered although a dissociative effect ended the course, or after the observation. */
    DELIVERY_AFTER_END(CatalogueRow.C09),
    /** C17: sedation 2. */
    SEDATED(CatalogueRow.C17),
    /** C18: one D answer U. */
    SECOND_LOOK(CatalogueRow.C18),
    /** C29: the hour of a pause is over: eased or not? */
    PAUSE_OVER(CatalogueRow.C29),
    /** C29: the effects have eased; the pump may be started again as ordered. */
    RECOMMENCE(CatalogueRow.C29),
    /** C31: delivery began again before the hour was over (R15). */
    RESUMED_EARLY(CatalogueRow.C31),
    /** C31: the link is lost; is the patient leaving the ward? (R10) */
    LEAVING_WARD(CatalogueRow.C31),
    /** C31: what is missing before the session is closed (R21, R22, R23, R24, R25). */
    DISCHARGE_OPEN(CatalogueRow.C31),
    /** C03, rule R12. */
    DOSE_ABOVE_MAXIMUM(CatalogueRow.C03),
    /** C10 to C14, C21, C22, C25: the pump says so. */
    PUMP_ALARM(CatalogueRow.C10),
    /** C15: no valid data from the pump (R31). */
    LINK_LOST(CatalogueRow.C15),
    /** C15: the screen stands still, what it shows is old (fault F2). */
    SCREEN_STALLED(CatalogueRow.C15),
    /** C19: this console cannot be heard. */
    NO_SOUND(CatalogueRow.C19),
    /** C20: the journal cannot be written. */
    NOT_RECORDING(CatalogueRow.C20),
    /** C30: all is written, but the disk failed a moment ago or is nearly full. */
    RECORD_IN_DANGER(CatalogueRow.C30),
    /** C30: a start found that the end of the journal is missing (E6). */
    RECORD_CUT_OFF(CatalogueRow.C30),
    /** C30: the last backup could not be made. */
    NO_BACKUP(CatalogueRow.C30),
    /** C28: observation or daily review overdue (R7). */
    OBSERVATION_OVERDUE(CatalogueRow.C28),
    /** C30: frames rejected, events lost. */
    LINE_QUALITY(CatalogueRow.C30),
    /** C30: the program stood still as a whole and read nothing meanwhile (D5, D6). */
    PROGRAM_STOOD(CatalogueRow.C30),
    /** C30: the clock of the computer was set; times before and after do not belong to the same clock (D1). */
    CLOCK_SET(CatalogueRow.C30),
    /** C30: the clock of the computer shows a time that cannot be right (D3). */
    CLOCK_NOT_TRUSTED(CatalogueRow.C30),
    /** Another pump than the bound one answers: dose is not shown until confirmed (fault B3, B5). */
    OTHER_PUMP(CatalogueRow.C15),
    /** Drug is delivered without any order (R27). */
    DELIVERY_WITHOUT_ORDER(CatalogueRow.C27),
    /** Stopped for no recorded reason (state machine: asks for the reason). */
    UNEXPLAINED_STOP(CatalogueRow.C24),
    /** C31: induction outside 0.05 to 0.1 mg/kg/h (R11). */
    INDUCTION_OUTSIDE_RANGE(CatalogueRow.C31),
    /** C27: rate raised and no order in force covers it (R27). */
    RATE_WITHOUT_ORDER(CatalogueRow.C27),
    /** C31: the rate jumped tenfold: shown, and marked to be verified (fault A17). What calls for more has an alarm of its own. */
    RATE_JUMPED(CatalogueRow.C31),
    /** C06: more than 10 % above the ordered rate for longer than the window. */
    OVER_INFUSION(CatalogueRow.C06),
    /** C07, rule R26: a bolus or fast delivery that nobody ordered. */
    UNEXPECTED_DELIVERY(CatalogueRow.C07),
    /** C23: more than 10 % below the ordered rate for longer than the window. */
    UNDER_INFUSION(CatalogueRow.C23),
    /** C15: the pump answers, but nothing in its answers moves. */
    FROZEN_DATA(CatalogueRow.C15),
    /** C16: stopped and started again three times after the same alarm. */
    STOP_START_CYCLE(CatalogueRow.C16),
    /** C24: the pump stands still for longer than planned. */
    PAUSED_TOO_LONG(CatalogueRow.C24),
    /** C26: what the rate says and what the counter says differ. */
    NOT_RECONCILED(CatalogueRow.C26),
    /** C26: the pump's counter said what it cannot have come to (A19). */
    COUNTER_IMPLAUSIBLE(CatalogueRow.C26),
    /** C26: volume went through the line as a purge that nobody has recorded (A21). */
    PURGE_NOT_RECORDED(CatalogueRow.C26),
    /** C27, rule R28: a weight was measured that differs from the dosing weight. */
    WEIGHT_CHANGED(CatalogueRow.C27),
    /** C27, rule R29: what is in the syringe has not been checked by a second person. */
    SOLUTION_UNCHECKED(CatalogueRow.C27),
    /** C28: a check of the pump is overdue. */
    PUMP_CHECK_OVERDUE(CatalogueRow.C28),
    /** C31: what the guideline advises (R4, R5, R6, R8, R9, R13, R20). */
    ADVICE(CatalogueRow.C31);

    private final CatalogueRow row;

    AlarmKind(CatalogueRow row) {
        this.row = row;
    }

    public String catalogueRow() {
        return row.name();
    }

    public CatalogueRow row() {
        return row;
    }

    /** Its place in the catalogue; a mirrored alarm has that of its class. */
    Classification classification() {
        return Classification.of(row);
    }
}
