package vigil.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AttentionChange;
import vigil.dose.DoseRate;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Rule;
import vigil.session.Phase;
import vigil.session.Sample;
import vigil.session.Segment;
import vigil.session.Session;
import vigil.session.SessionId;

/** What the pump's line brought: readings of the bound pump, gaps between them, and the alarm log. */
final class PumpRows {
    private static final int RATE_DECIMALS = 4;

    private final Statements rows;

    PumpRows(Statements rows) {
        this.rows = rows;
    }

    /** True if {@code reading} belongs to the record of {@code session}. */
    static boolean isRecorded(PumpReading reading, Session session) {
        return session.id().isPresent()
                && session.phase() != Phase.CLOSED
                && session.delivery().isBound(reading.pump());
    }

    void write(long sequence, PumpReading reading, Session before, Session session) throws SQLException {
        Optional<DoseRate> dose = session.doseRate(session.elapsed());
        rows.add(
                Table.READING,
                sequence,
                session.id().map(SessionId::value),
                reading.at().utc(),
                session.dosage().segments().current().map(Segment::number).orElse(0),
                session.phase(),
                reading.deliveryStatus(),
                reading.flowRate().map(FlowRate::mlPerH),
                dose.map(DoseRate::mgPerH),
                dose.map(rate -> rate.toDecimal(RATE_DECIMALS)),
                reading.volumeInfused().map(Volume::ml),
                reading.volumeRemaining().map(Volume::ml),
                session.dosage().totals().course().mg(),
                session.setUp().concentration().map(Concentration::mgPerMl),
                session.setUp().dosingWeight().map(DosingWeight::kg),
                quality(before, session));
    }

    private static String quality(Session before, Session session) {
        boolean charted = session.delivery().isCharted();
        return charted ? "charted" : isFirstAfterGap(before, session) ? "estimated" : "ok";
    }

    private static boolean isFirstAfterGap(Session before, Session session) {
        Optional<Duration> silence = before.delivery()
                .newest()
                .flatMap(earlier ->
                        session.delivery().newest().map(newest -> newest.at().since(earlier.at())));
        return silence.map(passed -> passed.compareTo(session.delivery().staleAfter()) >= 0)
                .orElse(false);
    }

    /** True while the course goes on and the bound pump has no current sample (R31). */
    static boolean isGap(Session session) {
        boolean running = session.id().isPresent()
                && session.progress().course().startedAt().isPresent()
                && (session.phase().isCourse() || session.phase() == Phase.CEASED);
        return running && session.delivery().isStale(session.elapsed());
    }

    void gapStarted(long sequence, Session session, Instant noticed) throws SQLException {
        Instant start = session.delivery()
                .newest()
                .map(Sample::at)
                .map(stamp -> stamp.at().utc())
                .orElse(noticed);
        rows.add(Table.GAP, session.id().map(SessionId::value), sequence, start, Optional.empty());
    }

    void gapEnded(long sequence, Instant end) throws SQLException {
        rows.afterAll("UPDATE gap SET end_utc = ? WHERE sequence = ?", end, sequence);
    }

    void write(long sequence, AttentionChange change, Session session) throws SQLException {
        switch (change) {
            case AttentionChange.Started started -> started(sequence, started.condition(), session);
            case AttentionChange.Ended ended -> changed(ended.condition());
            case AttentionChange.Acknowledged acknowledged -> changed(acknowledged.condition());
            case AttentionChange.Reraised raised -> changed(raised.condition());
            case AttentionChange.PriorityChanged priority -> changed(priority.condition());
            // No condition of its own: who paused the sound stands in table entry.
            case AttentionChange.AudioPauseStarted _,
                    AttentionChange.AudioPauseEnded _,
                    AttentionChange.SoundTested _ -> {}
        }
    }

    private void started(long sequence, AlarmCondition condition, Session session) throws SQLException {
        rows.add(
                Table.ALARM,
                sequence,
                session.id().map(SessionId::value),
                condition.key(),
                condition.since().utc(),
                condition.kind(),
                condition.origin(),
                condition.priority(),
                condition.pumpAlarm().map(alarm -> alarm.text()).orElseGet(() -> text(condition)),
                condition.endedAt().map(at -> at.utc()),
                acknowledgedAt(condition),
                acknowledgedBy(condition));
    }

    /** Rule and figures of a prompt, in the words of the record rather than of a screen. */
    private static String text(AlarmCondition condition) {
        Stream<String> rule = condition.rule().map(Rule::label).stream();
        Stream<String> detail = condition.detail().isBlank() ? Stream.empty() : Stream.of(condition.detail());
        Stream<String> basis = condition.basis().stream().map(PumpRows::text);
        return Stream.concat(Stream.concat(rule, detail), basis).collect(Collectors.joining(" "));
    }

    private static String text(BasisLine line) {
        String label = line.label().substring(line.label().lastIndexOf('.') + 1);
        return String.join(" ", label, line.sum(), line.result())
                .replace(" → ", " to ")
                .strip();
    }

    private void changed(AlarmCondition condition) throws SQLException {
        rows.afterAll(
                "UPDATE alarm SET priority = ?, end_utc = ?, acknowledged_utc = ?, acknowledged_by = ?"
                        + " WHERE condition_key = ? AND start_utc = ?",
                condition.priority(),
                condition.endedAt().map(at -> at.utc()),
                acknowledgedAt(condition),
                acknowledgedBy(condition),
                condition.key(),
                condition.since().utc());
    }

    private static Optional<Instant> acknowledgedAt(AlarmCondition condition) {
        return condition.acknowledged().map(it -> it.at().utc());
    }

    private static Optional<String> acknowledgedBy(AlarmCondition condition) {
        return condition.acknowledged().map(it -> it.by().name());
    }
}
