package vigil.store;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmKind;
import vigil.opioid.OpioidRegimen;
import vigil.session.AmendedValue;
import vigil.session.Assessment;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.InfusionLine;
import vigil.session.ObservationSet;
import vigil.session.OutcomeScores;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/**
 * Everything the session database holds about one session except its single readings, as one consistent read. Exports,
 * prints and history are made from it alone. Immutable.
 *
 * @param asOf UTC time of the last projected entry
 * @param head where the journal stood at that entry
 */
public record SessionRecord(
        SessionId id,
        boolean simulated,
        String programVersion,
        ZoneId zone,
        Patient patient,
        Phase phase,
        Instant openedAt,
        Staff openedBy,
        Optional<Instant> startedAt,
        Instant asOf,
        SetUpRows setUp,
        List<SegmentRow> segments,
        List<ObservationRow> observations,
        Optional<CessationRow> cessation,
        List<GateLine> gate,
        Optional<DischargePlan> dischargePlan,
        TotalsRow totals,
        List<HistoryPoint> history,
        List<AlarmRow> alarms,
        List<GapRow> gaps,
        List<SignatureRow> signatures,
        List<NoteRow> notes,
        List<ReviewRow> reviews,
        CareRecord care,
        JournalHead head) {

    /** When the clock of the console was set, by the new time, and how far; oldest first. */
    public List<AlarmRow> clockCorrections() {
        return alarms.stream()
                .filter(alarm -> alarm.kind().equals(AlarmKind.CLOCK_SET.name()))
                .toList();
    }

    public record SetUpRows(
            List<Dated<WeightEntry>> weights,
            List<Dated<Solution>> solutions,
            Optional<InfusionLine> line,
            Optional<Assessment> assessment,
            List<Dated<RateOrder>> orders,
            Optional<PumpRow> pump,
            Accompanying accompanying) {}

    /**
     * What accompanied the infusion, oldest first.
     *
     * @param references ids of published regimens shown as a band; empty: none any more
     */
    public record Accompanying(
            List<Dated<OpioidRegimen>> regimens,
            List<Dated<OutcomeScores>> scores,
            List<Dated<Optional<String>>> references) {
        public static final Accompanying NOTHING = new Accompanying(List.of(), List.of(), List.of());
    }

    /** What was entered, when and by whom. */
    public record Dated<T>(Instant at, T value, Staff by) {}

    public record PumpRow(String model, String serialNumber) {}

    /**
     * A stretch with one weight, one concentration, one pump counter. {@code quality}: ok, estimated, charted.
     *
     * @param concentrationMgPerMl empty while not confirmed: volume was counted, its mass is not known
     * @param weightKg empty while not confirmed
     */
    public record SegmentRow(
            int number,
            Instant start,
            Optional<Instant> end,
            String openedBecause,
            Optional<BigDecimal> concentrationMgPerMl,
            Optional<BigDecimal> weightKg,
            BigDecimal volumeMl,
            BigDecimal massMg,
            String quality) {}

    /**
     * One charted set.
     *
     * @param sequence of its journal entry
     * @param fromT0 elapsed since t0, once ceased
     * @param duty the duty it satisfied, if any
     * @param earlyWarning total of the score; empty when any of its seven parameters is missing ("no score")
     * @param edits how it came to stand as it does, oldest first; nothing where it stands as it was charted
     */
    public record ObservationRow(
            long sequence,
            Instant at,
            Staff by,
            ObservationSet set,
            Optional<Duration> fromT0,
            Optional<DutyRow> duty,
            Optional<Integer> earlyWarning,
            List<EditRow> edits) {
        /** A set that stands as it was charted. */
        public ObservationRow(
                long sequence,
                Instant at,
                Staff by,
                ObservationSet set,
                Optional<Duration> fromT0,
                Optional<DutyRow> duty,
                Optional<Integer> earlyWarning) {
            this(sequence, at, by, set, fromT0, duty, earlyWarning, List.of());
        }
    }

    /** One amended value, when, by whom and why (R32). */
    public record EditRow(Instant at, Staff by, AmendedValue value, String reason) {}

    /**
     * The duty of the schedule that a set satisfied.
     *
     * @param late charted later than due plus the tolerance
     */
    public record DutyRow(String phase, int row, Instant due, boolean late) {}

    public record CessationRow(
            Instant t0,
            Optional<Instant> lastDelivery,
            Instant decidedAt,
            String decidedBy,
            CessationReason reason,
            Optional<Duration> wean,
            Optional<BigDecimal> lastFlowRateMlPerH,
            Optional<BigDecimal> lastMgPerH,
            Optional<BigDecimal> lastMgPerKgPerH,
            boolean voided,
            Duration observation) {}

    /** One line of the discharge gate (R14): its number in records-and-handover 1.3, whether met, and the value it rests on. */
    public record GateLine(int number, boolean met, String value) {}

    /** Masses in mg. {@code maxMgPerKgPerH}: highest dose rate seen, 3 decimals, and when. */
    public record TotalsRow(
            BigDecimal courseMg,
            Optional<BigDecimal> mgPerKg,
            BigDecimal last24hMg,
            List<DayRow> days,
            boolean atLeast,
            Optional<BigDecimal> maxMgPerKgPerH,
            Optional<Instant> maxAt) {}

    public record DayRow(LocalDate day, BigDecimal mg) {}

    /** Dose rate (4 decimals) and cumulative mass once a minute, oldest first. An empty dose rate means not known. */
    public record HistoryPoint(
            Instant at, Optional<BigDecimal> mgPerKgPerH, BigDecimal cumulativeMg, boolean delivering) {}

    public record AlarmRow(
            String key,
            String kind,
            String origin,
            String priority,
            String text,
            Instant start,
            Optional<Instant> end,
            Optional<Instant> acknowledgedAt,
            Optional<String> acknowledgedBy) {}

    /** A stretch without valid pump data. */
    public record GapRow(Instant start, Optional<Instant> end) {}

    public record SignatureRow(Instant at, Staff by, SignatureMeaning meaning, String contentHash) {}

    /** A note in a person's words; {@code voided}: the mark, if it was entered in error. */
    public record NoteRow(Instant at, Staff by, String text, Optional<Voided> voided) {
        /** A note that stands. */
        public NoteRow(Instant at, Staff by, String text) {
            this(at, by, text, Optional.empty());
        }
    }

    public record ReviewRow(Instant at, Staff by) {}

    /** Sequence number and chain hash (64 hexadecimal digits) of the last projected journal entry. */
    public record JournalHead(long sequence, String chainHash) {}
}
