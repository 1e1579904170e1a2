package vigil.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.session.DeliveryCause;
import vigil.session.PumpCheck;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.store.SessionRecord.Dated;

/**
 * What people did, said and checked around a course, oldest first: side-effect pauses, directions, overrides, checks of
 * pump and line, why the pump stood or ran fast, and every entry by a person. Immutable.
 */
public record CareRecord(
        List<PauseRow> pauses,
        List<SaidRow> said,
        List<CheckRow> checks,
        List<StopRow> stops,
        List<FastRow> fast,
        List<Dated<BigDecimal>> purgesMl,
        List<EntryRow> entries) {
    public static final CareRecord NOTHING =
            new CareRecord(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public CareRecord {
        pauses = List.copyOf(pauses);
        said = List.copyOf(said);
        checks = List.copyOf(checks);
        stops = List.copyOf(stops);
        fast = List.copyOf(fast);
        purgesMl = List.copyOf(purgesMl);
        entries = List.copyOf(entries);
    }

    /**
     * A pause for a side effect (R15).
     *
     * @param from last delivering sample
     * @param length time without drug; empty while it runs
     * @param resumed ended by delivery rather than by cessation
     * @param early resumed before it had lasted as long as wanted
     * @param eased the answer at the end of the hour, if it was given
     * @param wanted how long it was to last
     */
    public record PauseRow(
            int number,
            Instant from,
            Optional<Instant> end,
            Optional<Duration> length,
            boolean resumed,
            boolean early,
            Optional<Boolean> eased,
            Duration wanted) {}

    /** What kind of thing was said. */
    public enum Deed {
        PAUSE_ASSESSED,
        PHYSICIAN_DIRECTED,
        OVERRIDE_RECORDED,
        PATIENT_AWAY,
        PATIENT_BACK,
        CONCERN_RAISED,
        CONCERN_ENDED,
        REVIEW_PLANNED,
        PROMPT_CLOSED,
        DAILY_ITEM_DONE
    }

    /**
     * One entry of care.
     *
     * @param subject the rule set aside, the concern, the prompt, the date; empty where there is none
     * @param physician printed name; empty where none is concerned
     * @param words direction, reason, place or note
     * @param calledAt of the call for a direction
     * @param voided the mark, if it was entered in error
     */
    public record SaidRow(
            Instant at,
            Staff by,
            Deed deed,
            String subject,
            String physician,
            String words,
            Optional<Instant> calledAt,
            Optional<Voided> voided) {
        /** An entry that stands. */
        public SaidRow(
                Instant at,
                Staff by,
                Deed deed,
                String subject,
                String physician,
                String words,
                Optional<Instant> calledAt) {
            this(at, by, deed, subject, physician, words, calledAt, Optional.empty());
        }

        /** The words with the mark, as files for machines have them. */
        public String recordedWords() {
            return voided.map(mark -> mark.before(words)).orElse(words);
        }
    }

    /** One check of pump and line; {@code voided}: the mark, if it was entered in error. */
    public record CheckRow(Instant at, PumpCheck check, Staff by, Optional<Staff> second, Optional<Voided> voided) {
        /** A check that stands. */
        public CheckRow(Instant at, PumpCheck check, Staff by, Optional<Staff> second) {
            this(at, check, by, second, Optional.empty());
        }

        /** The note with the mark, as files for machines have it. */
        public String recordedNote() {
            return voided.map(mark -> mark.before(check.note())).orElse(check.note());
        }
    }

    /** Why the pump stood, and for how long it was meant to. */
    public record StopRow(Instant at, StopReason reason, String note, Optional<Duration> planned, Staff by) {}

    /** What an unexpected bolus or fast delivery was (R26). */
    public record FastRow(Instant at, DeliveryCause cause, String note, Staff by) {}

    /**
     * An entry by a person.
     *
     * @param action in the words of the database, for example WEIGHT_CONFIRMED
     * @param changed the setting that it changed, or the entry that it marked as entered in error
     */
    public record EntryRow(long sequence, Instant at, String action, Staff by, Optional<Changed> changed) {
        /** An entry that changed no setting. */
        public EntryRow(long sequence, Instant at, String action, Staff by) {
            this(sequence, at, action, by, Optional.empty());
        }
    }

    /** A setting; {@code before} is empty where nothing was set. */
    public record Changed(String setting, String before, String after) {}

    public Stream<SaidRow> said(Deed deed) {
        return said.stream().filter(row -> row.deed() == deed);
    }

    /** The newest check of pump and line that was not entered in error. */
    public Optional<CheckRow> lastCheck() {
        return checks.stream().filter(check -> check.voided().isEmpty()).reduce((_, later) -> later);
    }

    /** The checks of pump and line up to an instant. */
    public List<CheckRow> checksUntil(Instant end) {
        return checks.stream().filter(check -> !check.at().isAfter(end)).toList();
    }

    /** Time without drug in all pauses that have ended. */
    public Duration paused() {
        return pauses.stream().flatMap(pause -> pause.length().stream()).reduce(Duration.ZERO, Duration::plus);
    }
}
