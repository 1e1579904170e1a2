package vigil.sound;

import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;

/**
 * What the session wants to be heard. Immutable.
 *
 * @param signal the one that sounds; empty for silence
 * @param silenced conditions that a person has silenced: their burst is broken off, while that of a condition that has
 *     ended by itself is played to its end
 * @param tests how many test tones have been asked for
 */
public record Wanted(Optional<AlarmSignal> signal, Set<String> silenced, int tests) {
    public static final Wanted NOTHING = new Wanted(Optional.empty(), Set.of(), 0);

    public Wanted {
        silenced = Set.copyOf(silenced);
    }

    /** The same, but at least {@code other} sounds. */
    Wanted atLeast(AlarmSignal other) {
        AlarmPriority now = signal.map(AlarmSignal::priority).orElse(AlarmPriority.INFORMATION);
        return now.compareTo(other.priority()) >= 0 ? this : new Wanted(Optional.of(other), silenced, tests);
    }
}
