package vigil.alarm;

import static vigil.alarm.Onset.DELAYED;
import static vigil.alarm.Onset.IMMEDIATE;
import static vigil.alarm.Onset.PROMPT;
import static vigil.alarm.Severity.DEATH_OR_IRREVERSIBLE;
import static vigil.alarm.Severity.MINOR;
import static vigil.alarm.Severity.REVERSIBLE;

import java.util.Optional;

/**
 * The alarm catalogue (alarm page, section 7): every condition with the severity and onset its priority is derived from.
 * Severity and onset are proposals for the manufacturer's risk file.
 */
@SuppressWarnings("ImmutableEnumChecker") // enums and texts only
public enum CatalogueRow {
    /** Emergency criterion entered. */
    C01(DEATH_OR_IRREVERSIBLE, IMMEDIATE),
    /** Dissociative or amnestic event (R17). */
    C02(REVERSIBLE, IMMEDIATE),
    /** Dose above the maximum (R12) or the cap in mg/h. */
    C03(DEATH_OR_IRREVERSIBLE, IMMEDIATE),
    /** Further side effect (R16). */
    C04(REVERSIBLE, IMMEDIATE),
    /** Troublesome side effect (R15). */
    C05(REVERSIBLE, IMMEDIATE),
    /** Over-infusion. */
    C06(DEATH_OR_IRREVERSIBLE, IMMEDIATE),
    /** Unexpected bolus or fast delivery (R26); free flow. */
    C07(DEATH_OR_IRREVERSIBLE, IMMEDIATE),
    /** Patient leaving the ward with the pump (R10). */
    C08(REVERSIBLE, IMMEDIATE),
    /** Delivery after a termination. */
    C09(REVERSIBLE, IMMEDIATE),
    /** Occlusion. */
    C10(MINOR, IMMEDIATE),
    /** Empty reservoir, infusion complete. */
    C11(MINOR, IMMEDIATE),
    /** Air in line. */
    C12(MINOR, IMMEDIATE),
    /** Door, clamp or handle open; syringe dislodged. */
    C13(REVERSIBLE, PROMPT),
    /** Internal fault. */
    C14(MINOR, IMMEDIATE),
    /** Link lost, data that stand still (R31). */
    C15(REVERSIBLE, PROMPT),
    /** Stop–start cycle. */
    C16(MINOR, IMMEDIATE),
    /** Sedation 2. */
    C17(REVERSIBLE, PROMPT),
    /** A single unsure answer to a dissociation item. */
    C18(REVERSIBLE, PROMPT),
    /** No sound. */
    C19(REVERSIBLE, PROMPT),
    /** The journal cannot be written. */
    C20(REVERSIBLE, PROMPT),
    /** Near end of infusion. */
    C21(MINOR, DELAYED),
    /** Low battery of the pump. */
    C22(MINOR, DELAYED),
    /** Under-infusion. */
    C23(MINOR, DELAYED),
    /** Paused longer than planned; the pump's "no action". */
    C24(MINOR, DELAYED),
    /** Keep-vein-open flow. */
    C25(MINOR, DELAYED),
    /** Reconciliation difference. */
    C26(MINOR, DELAYED),
    /** Rate raised without an order (R27); weight change (R28). */
    C27(MINOR, PROMPT),
    /** Observation, pump check or daily review overdue. */
    C28(MINOR, DELAYED),
    /** The 60-minute card after a pause. */
    C29(MINOR, PROMPT),
    /** Poor line, clock step, disk nearly full. */
    C30(MINOR, DELAYED),
    /** Advice and rows due: nothing comes of it that an alarm would prevent. */
    C31;

    /** What the priority is derived from; empty for what is no alarm. */
    public record Risk(Severity severity, Onset onset) {
        public AlarmPriority priority() {
            return onset.priority(severity);
        }
    }

    private final Optional<Risk> risk;
    private final AlarmPriority priority;

    CatalogueRow(Severity severity, Onset onset) {
        this.risk = Optional.of(new Risk(severity, onset));
        this.priority = onset.priority(severity);
    }

    CatalogueRow() {
        this.risk = Optional.empty();
        this.priority = AlarmPriority.INFORMATION;
    }

    public Optional<Risk> risk() {
        return risk;
    }

    /** The priority that severity and onset give; information where there is no risk. */
    public AlarmPriority priority() {
        return priority;
    }
}
