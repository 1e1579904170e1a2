package vigil.alarm.log;

import java.time.Instant;
import java.util.Optional;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmPriority;

/** One row of the alarm log (alarm page, section 10). Times are UTC. */
public sealed interface LogRow {
    /** Of the journal entry at which it began. */
    long sequence();

    Instant start();

    /** Empty while it lasts. */
    Optional<Instant> end();

    /**
     * One occurrence of a condition, whoever raised it.
     *
     * @param kind name of an {@link vigil.alarm.AlarmKind}; may be one that this release does not know
     * @param priority as it was last
     * @param text the pump's own words, or rule and figures as they stood when it began
     * @param seen who has acknowledged it last
     */
    record Occurrence(
            long sequence,
            String key,
            String kind,
            Origin origin,
            AlarmPriority priority,
            String text,
            Instant start,
            Optional<Instant> end,
            Optional<Seen> seen)
            implements LogRow {}

    /** {@code by}: printed name. */
    record Seen(Instant at, String by) {}

    /**
     * An inactivation of the signals, for example an audio pause: Vigil's own, never the pump's.
     *
     * @param what {@code PAUSE}, or another word of the log
     * @param by printed name of who asked for it; empty where nobody did
     * @param reason its length, as logged
     * @param ended why it ended, as logged; empty while it lasts
     */
    record Inactivation(
            long sequence,
            String what,
            Instant start,
            Optional<Instant> end,
            Optional<String> by,
            String reason,
            String ended)
            implements LogRow {}
}
