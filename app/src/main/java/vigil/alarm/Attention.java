package vigil.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param console what is wrong with the console itself
 * @param changes what the last event started, ended, acknowledged or raised again, in that order
 */
public record Attention(
        List<Occurrence> occurrences, Optional<AudioPause> pause, ConsoleState console, List<AttentionChange> changes) {
    public static final Attention NONE = new Attention(List.of(), Optional.empty(), ConsoleState.WELL, List.of());

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
     * @param times how often it has been raised again (R33)
     */
    public record Occurrence(AlarmCondition condition, Duration began, Duration raised, int times) {
        Occurrence with(AlarmCondition next) {
            return new Occurrence(next, began, raised, times);
        }
    }

    /**
     * Ends by itself at {@code until}; {@code untilElapsed} is the same on the session's elapsed time.
     *
     * @param covered keys of the conditions that were there when it began; only these are silent (N10)
     */
    public record AudioPause(Moment until, Duration untilElapsed, Set<String> covered) {
        public AudioPause {
            covered = Set.copyOf(covered);
        }

        AudioPause without(String key) {
            if (!covered.contains(key)) {
                return this;
            }
            Set<String> rest = new HashSet<>(covered);
            rest.remove(key);
            return new AudioPause(until, untilElapsed, rest);
        }
    }

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
        ConsoleState next = console.after(event);
        List<Cause> causes = Causes.of(session, findings, event, next);
        if (Unchanged.by(event, this, causes, now, session.settings())) {
            return new Attention(occurrences, pause, next, List.of());
        }
        AttentionStep step = new AttentionStep(this, now, session.settings());
        step.entry(event);
        step.causes(causes);
        return step.result(next);
    }

    /** Whether this console can be heard. */
    public SoundState sound() {
        return console.sound();
    }

    /** The conditions in the order they are shown; latched ones carry the time they ended. */
    public List<AlarmCondition> conditions() {
        List<AlarmCondition> conditions = new ArrayList<>(occurrences.size());
        occurrences.forEach(it -> conditions.add(it.condition()));
        return conditions;
    }

    /**
     * The one condition that sounds now: the first that is active, not acknowledged and not covered by a pause. There is
     * one sound at a time (N13); information never has any.
     */
    public Optional<AlarmCondition> sounding() {
        return loudest().map(Occurrence::condition);
    }

    /** The same as a signal for the loudspeaker. */
    public Optional<AlarmSignal> signal() {
        return loudest()
                .map(it -> new AlarmSignal(
                        it.condition().key(),
                        it.condition().priority(),
                        it.condition().since(),
                        it.times()));
    }

    private Optional<Occurrence> loudest() {
        Set<String> silent = pause.map(AudioPause::covered).orElse(Set.of());
        return occurrences.stream()
                .filter(it -> it.condition().isActive()
                        && it.condition().acknowledged().isEmpty())
                .filter(it -> it.condition().priority() != AlarmPriority.INFORMATION
                        && !silent.contains(it.condition().key()))
                .findFirst();
    }

    /** {@code now} as the same occurrence as {@code before}, seen by whoever had seen that one if it {@code staysSeen}. */
    static AlarmCondition continuing(AlarmCondition now, AlarmCondition before, boolean staysSeen) {
        return staysSeen ? acknowledged(now, before.acknowledged()) : now;
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
