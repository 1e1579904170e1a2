package vigil.alarm;

import java.util.List;
import java.util.Optional;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Rule;
import vigil.session.Staff;

/**
 * One cause that needs attention, from its start until it has ended and, if it latches, has been seen.
 *
 * @param key identifies the occurrence's cause while it lasts, for example {@code PUMP:50111:INA3} or {@code R12}
 * @param origin who says it
 * @param since when this occurrence began
 * @param endedAt present once the cause has gone; such a condition is kept only while it is latched
 * @param acknowledged who has seen this occurrence and when
 * @param pumpAlarm the pump's own code and words, for a mirrored condition
 * @param rule the rule behind a prompt
 * @param basis the numbers it rests on
 * @param detail what a technical condition has to add, for example the reason a link failed; free text
 */
public record AlarmCondition(
        String key,
        AlarmKind kind,
        Origin origin,
        AlarmPriority priority,
        Moment since,
        Optional<Moment> endedAt,
        Optional<Acknowledgement> acknowledged,
        Optional<PumpAlarm> pumpAlarm,
        Optional<Rule> rule,
        List<BasisLine> basis,
        String detail) {
    public enum Origin {
        PUMP,
        PROMPT,
        TECHNICAL
    }

    /** {@code reason}: why a prompt was set aside; empty where it was only seen. */
    public record Acknowledgement(Moment at, Staff by, String reason) {
        public Acknowledgement(Moment at, Staff by) {
            this(at, by, "");
        }

        public boolean isSetAside() {
            return !reason.isBlank();
        }
    }

    public AlarmCondition {
        basis = List.copyOf(basis);
    }

    /** True for a prompt that may be set aside with a reason: a high one is resolved or overridden (R32, R33). */
    public boolean canBeSetAside() {
        return isActive() && origin == Origin.PROMPT && priority != AlarmPriority.HIGH;
    }

    /** Its place in the catalogue; a mirrored alarm has that of its class. */
    public CatalogueRow row() {
        return pumpAlarm
                .map(alarm -> Classification.of(alarm.alarmClass()).row())
                .orElseGet(kind::row);
    }

    public boolean isActive() {
        return endedAt.isEmpty();
    }
}
