package vigil.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AttentionChange;
import vigil.alarm.CatalogueRow;
import vigil.alarm.Onset;
import vigil.alarm.Severity;
import vigil.engine.Step;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.session.Staff;

/** The alarm log line by line (alarm page, section 10): nothing is summed up and nothing is left out. */
final class AlarmLog {
    private final Statements rows;

    AlarmLog(Statements rows) {
        this.rows = rows;
    }

    void write(long sequence, Step step) throws SQLException {
        List<AttentionChange> changes = step.changes();
        for (int number = 1; number <= changes.size(); number++) {
            write(sequence, number, changes.get(number - 1), step);
        }
    }

    private void write(long sequence, int number, AttentionChange change, Step step) throws SQLException {
        Line line = line(change);
        Optional<AlarmCondition> condition = line.condition();
        Optional<CatalogueRow.Risk> risk = condition.map(AlarmCondition::row).flatMap(CatalogueRow::risk);
        Session session = step.session();
        rows.add(
                Table.ALARM_LOG,
                sequence,
                number,
                session.id().map(SessionId::value),
                change.at().utc(),
                session.elapsed(),
                line.what(),
                condition.map(AlarmCondition::key),
                condition.map(AlarmCondition::row),
                condition.map(AlarmCondition::origin),
                condition.map(AlarmCondition::priority),
                risk.map(CatalogueRow.Risk::severity).map(Severity::name),
                risk.map(CatalogueRow.Risk::onset).map(Onset::name),
                condition.map(AlarmLog::numbers).orElse(""),
                condition.map(AlarmLog::pumpWords).orElse(""),
                age(session),
                by(step.event()),
                reason(line, step.event()));
    }

    private record Line(String what, Optional<AlarmCondition> condition, String reason) {}

    /** An acknowledgement or a pause by whoever stood there says so. */
    private static String reason(Line line, Event event) {
        boolean breakGlass = event instanceof Event.ByPerson entry && entry.by().role() == Staff.Role.NOBODY;
        return breakGlass ? (line.reason() + " without sign-in").strip() : line.reason();
    }

    private static Line line(AttentionChange change) {
        return switch (change) {
            case AttentionChange.Started it -> new Line("STARTED", Optional.of(it.condition()), "");
            case AttentionChange.Ended it -> new Line("ENDED", Optional.of(it.condition()), "");
            case AttentionChange.Acknowledged it -> new Line("ACKNOWLEDGED", Optional.of(it.condition()), "");
            case AttentionChange.Reraised it ->
                new Line("RERAISED", Optional.of(it.condition()), Integer.toString(it.times()));
            case AttentionChange.PriorityChanged it ->
                new Line("PRIORITY", Optional.of(it.condition()), it.before().name());
            case AttentionChange.AudioPauseStarted it ->
                new Line("PAUSE", Optional.empty(), it.length().toSeconds() + " s");
            case AttentionChange.SoundTested it ->
                new Line("SOUND_TEST", Optional.empty(), it.heard() ? "heard" : "not-heard");
            case AttentionChange.AudioPauseEnded it -> new Line("PAUSE_END", Optional.empty(), it.reason());
        };
    }

    private static String numbers(AlarmCondition condition) {
        String sums = condition.basis().stream()
                .map(line -> (line.sum() + " = " + line.result()).replaceAll(" = $", ""))
                .collect(Collectors.joining("; "));
        return sums.isEmpty() && condition.pumpAlarm().isEmpty() ? condition.detail() : sums;
    }

    private static String pumpWords(AlarmCondition condition) {
        return condition
                .pumpAlarm()
                .map(alarm -> (alarm.code() + " " + alarm.text()).strip())
                .orElse("");
    }

    private static Optional<Duration> age(Session session) {
        return session.delivery()
                .newest()
                .map(newest -> session.elapsed().minus(newest.at().elapsed()));
    }

    private static Optional<String> by(Event event) {
        return event instanceof Event.ByPerson entry ? Optional.of(entry.by().userId()) : Optional.empty();
    }
}
