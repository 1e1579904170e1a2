package vigil.ward;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How it stands in one room at one moment, as its bedside shows it: enough for a tile at the station, rewritten each second.
 * Times are those of the bedside's own clock. Immutable.
 *
 * @param sequence last entry of the room's record that this rests on
 * @param recording false while the bedside cannot write its record
 */
public record RoomState(
        Instant at,
        long sequence,
        boolean simulated,
        boolean recording,
        Optional<Who> patient,
        Course course,
        Dose dose,
        List<Condition> conditions,
        List<Due> due,
        Optional<Observed> observed) {

    public RoomState {
        conditions = List.copyOf(conditions);
        due = List.copyOf(due);
    }

    /** Who lies there; a station shows it only where it is asked for. */
    public record Who(String session, String name, String mrn, String born) {}

    /**
     * Where the course stands.
     *
     * @param phase name of a {@link vigil.session.Phase}, or of one that only a newer bedside knows
     * @param day of the course, from 1
     * @param observed since the end of the infusion
     * @param paused since the last delivery, in a pause for side effects
     * @param missing how many parts of the set-up are missing
     */
    public record Course(
            String phase,
            boolean induction,
            Optional<Integer> day,
            Optional<Duration> observed,
            Optional<Duration> paused,
            int missing) {}

    /**
     * The dose now, and what was given.
     *
     * @param rate mg/kg/h; empty when it is not known now, and then {@code last} says what it was
     * @param readingAge age of the pump's newest word at {@link RoomState#at}, by a clock that does not step
     * @param givenMg in this course; at least that much if {@code atLeast}
     */
    public record Dose(
            Optional<BigDecimal> rate,
            Optional<Last> last,
            Optional<Duration> readingAge,
            boolean stale,
            boolean aboveMaximum,
            Optional<Instant> emptyAt,
            BigDecimal givenMg,
            boolean atLeast) {}

    public record Last(BigDecimal rate, Instant at) {}

    /**
     * One condition in the words of the bedside.
     *
     * @param priority name of a {@link vigil.alarm.AlarmPriority}
     * @param active false once its cause has gone and nobody has seen it yet
     * @param words by language, for example {@code en}
     */
    public record Condition(
            String key, String priority, Instant since, boolean active, boolean acknowledged, Map<String, Line> words) {
        public Condition {
            words = Map.copyOf(words);
        }
    }

    /** What it is, and what says so or what to do. */
    public record Line(String title, String text) {}

    /** {@code what}: name of a {@link vigil.engine.Snapshot.Due.What}. */
    public record Due(String what, Instant at, Instant overdueFrom) {}

    /** The last charted set. */
    public record Observed(Instant at, int sedation, Optional<Integer> painAtRest, String by) {}

    /** Whether a station needs not be told at once that {@code next} has come instead. */
    boolean isAsUrgentAs(RoomState next) {
        return course.phase().equals(next.course.phase())
                && dose.stale() == next.dose.stale()
                && dose.aboveMaximum() == next.dose.aboveMaximum()
                && recording == next.recording
                && signs().equals(next.signs());
    }

    private record Sign(String key, String priority, boolean active, boolean acknowledged) {}

    private List<Sign> signs() {
        return conditions.stream()
                .map(it -> new Sign(it.key(), it.priority(), it.active(), it.acknowledged()))
                .toList();
    }
}
