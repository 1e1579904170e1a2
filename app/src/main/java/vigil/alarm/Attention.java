package vigil.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition.Acknowledgement;
import vigil.pump.Moment;
import vigil.rules.Finding;
import vigil.rules.Precedence;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.Stamp;

/**
 * Everything that needs attention now, and what the last event changed about it (decisions N1 to N14 of the alarm page).
 * Immutable. Silencing here never reaches the pump.
 *
 * @param occurrences active and latched ones, highest priority first, then in order of occurrence (N13)
 * @param pause the audio pause while it lasts
 * @param notRecording why the journal cannot be written, while it cannot
 * @param changes what the last event started, ended, acknowledged or raised again, in that order
 */
public record Attention(
        List<Occurrence> occurrences,
        Optional<AudioPause> pause,
        Optional<String> notRecording,
        List<AttentionChange> changes) {
    public static final Attention NONE = new Attention(List.of(), Optional.empty(), Optional.empty(), List.of());

    /** Order of the screen and of the sound. */
    static final Comparator<Occurrence> ORDER = Comparator.comparing(
                    (Occurrence it) -> it.condition().priority(), Comparator.reverseOrder())
            .thenComparingInt(it -> rank(it.condition()))
            .thenComparing(Occurrence::began);

    /**
     * One occurrence of a condition.
     *
     * @param began elapsed time of the session when it began
     * @param raised elapsed time when it was last raised
     */
    public record Occurrence(AlarmCondition condition, Duration began, Duration raised) {
        Occurrence with(AlarmCondition next) {
            return new Occurrence(next, began, raised);
        }
    }

    /** Ends by itself at {@code until}; {@code untilElapsed} is the same on the session's elapsed time. */
    public record AudioPause(Moment until, Duration untilElapsed) {}

    public Attention {
        occurrences = List.copyOf(occurrences);
        changes = List.copyOf(changes);
    }

    /** An emergency is shown above every rule prompt (clinical rules, section 4). */
    private static int rank(AlarmCondition condition) {
        return condition.kind() == AlarmKind.EMERGENCY
                ? -1
                : condition.rule().map(Precedence::rank).orElse(Precedence.NO_PLACE);
    }

    /** What needs attention after {@code event}, which led to {@code session} and {@code findings}. */
    public Attention next(Session session, List<Finding> findings, Event event) {
        Stamp now = new Stamp(event.at(), session.elapsed());
        AttentionStep step = new AttentionStep(this, now);
        step.entry(event);
        step.causes(Causes.of(session, findings, event, notRecording));
        return step.result(notRecording);
    }

    /** The journal cannot be written (C20); the condition stays until {@link #recording}. */
    public Attention notRecording(String reason, Stamp now) {
        AttentionStep step = new AttentionStep(this, now);
        step.started(Cause.technical(AlarmKind.NOT_RECORDING, AlarmPriority.MEDIUM, reason));
        return step.result(Optional.of(reason));
    }

    /** The journal can be written again. */
    public Attention recording(Stamp now) {
        AttentionStep step = new AttentionStep(this, now);
        step.ended(AlarmKind.NOT_RECORDING.name());
        return step.result(Optional.empty());
    }

    /** The conditions in the order they are shown; latched ones carry the time they ended. */
    public List<AlarmCondition> conditions() {
        List<AlarmCondition> conditions = new ArrayList<>(occurrences.size());
        occurrences.forEach(it -> conditions.add(it.condition()));
        return conditions;
    }

    static AlarmCondition ended(AlarmCondition condition, Moment at) {
        return copy(condition, Optional.of(at), condition.acknowledged());
    }

    static AlarmCondition acknowledged(AlarmCondition condition, Optional<Acknowledgement> acknowledged) {
        return copy(condition, condition.endedAt(), acknowledged);
    }

    private static AlarmCondition copy(
            AlarmCondition from, Optional<Moment> endedAt, Optional<Acknowledgement> acknowledged) {
        return new AlarmCondition(
                from.key(),
                from.kind(),
                from.origin(),
                from.priority(),
                from.since(),
                endedAt,
                acknowledged,
                from.pumpAlarm(),
                from.rule(),
                from.basis(),
                from.detail());
    }
}
