package vigil.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmPriority;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;

/** Reads the alarm log, all within one transaction that sees one state. */
final class AlarmLogReader {
    private static final String END = "_END";
    /** Later than any clock of a console says. */
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private static final Comparator<LogRow> NEWEST_FIRST =
            Comparator.comparingLong(LogRow::sequence).reversed();

    private final Query query;

    AlarmLogReader(Query query) {
        this.query = query;
    }

    LogPage page(LogFilter filter) throws SQLException {
        List<LogRow> rows = new ArrayList<>(occurrences(filter));
        long more = rows.size() == LogPage.MOST_ROWS ? count(filter) - rows.size() : 0;
        if (filter.inactivations() && filter.kind().isEmpty()) {
            rows.addAll(inactivations(filter));
            rows.sort(NEWEST_FIRST);
        }
        return new LogPage(rows.subList(0, Math.min(rows.size(), LogPage.MOST_ROWS)), more, days(filter), kinds());
    }

    private record Wanted(String condition, List<Object> parameters) {}

    private static Wanted wanted(LogFilter filter) {
        StringBuilder condition = new StringBuilder("FROM alarm WHERE TRUE");
        List<Object> parameters = new ArrayList<>();
        filter.to().ifPresent(to -> {
            condition.append(" AND (end_utc IS NULL OR end_utc >= ?) AND start_utc < ?");
            parameters.addAll(List.of(filter.from(), to));
        });
        filter.kind().ifPresent(kind -> {
            condition.append(" AND kind = ?");
            parameters.add(kind);
        });
        condition.append(in(filter.priorities(), parameters));
        return new Wanted(condition.toString(), parameters);
    }

    private static String in(Set<AlarmPriority> priorities, List<Object> parameters) {
        if (priorities.isEmpty()) {
            return " AND FALSE";
        }
        if (priorities.size() == AlarmPriority.values().length) {
            // Said as no condition, so that the database need not look at each row to count them.
            return "";
        }
        priorities.forEach(priority -> parameters.add(priority.name()));
        return " AND priority IN (" + "?, ".repeat(priorities.size() - 1) + "?)";
    }

    private List<LogRow> occurrences(LogFilter filter) throws SQLException {
        Wanted wanted = wanted(filter);
        return query.list(
                "SELECT * " + wanted.condition() + " ORDER BY sequence DESC, condition_key FETCH FIRST "
                        + LogPage.MOST_ROWS + " ROWS ONLY",
                AlarmLogReader::occurrence,
                wanted.parameters().toArray());
    }

    private long count(LogFilter filter) throws SQLException {
        Wanted wanted = wanted(filter);
        return query.first(
                        "SELECT COUNT(*) AS n " + wanted.condition(),
                        row -> row.number("n"),
                        wanted.parameters().toArray())
                .orElse(0L);
    }

    private static LogRow occurrence(Query.Row row) throws SQLException {
        Optional<Instant> seen = row.instantIfAny("acknowledged_utc");
        String by = row.textIfAny("acknowledged_by").orElse("");
        return new LogRow.Occurrence(
                row.number("sequence"),
                row.text("condition_key"),
                row.text("kind"),
                row.word("origin", Origin.class),
                row.word("priority", AlarmPriority.class),
                row.text("text"),
                row.instant("start_utc"),
                row.instantIfAny("end_utc"),
                seen.map(at -> new LogRow.Seen(at, by)));
    }

    private record Line(long sequence, Instant at, String what, Optional<String> by, String reason) {}

    /** Each with its end, which is a line of its own; a new one of the same sort ends the one before. */
    private List<LogRow> inactivations(LogFilter filter) throws SQLException {
        List<Line> lines = query.list(
                "SELECT l.sequence, l.at_utc, l.what, l.reason, e.by_name FROM alarm_log l"
                        + " LEFT JOIN entry e ON e.sequence = l.sequence"
                        + " WHERE l.condition_key IS NULL ORDER BY l.sequence, l.number",
                row -> new Line(
                        row.number("sequence"),
                        row.instant("at_utc"),
                        row.text("what"),
                        row.textIfAny("by_name"),
                        row.text("reason")));
        List<LogRow> ended = new ArrayList<>();
        Map<String, Line> open = new HashMap<>();
        for (Line line : lines) {
            Optional<Line> before = Optional.ofNullable(open.remove(line.what().replace(END, "")));
            before.ifPresent(it -> ended.add(row(it, Optional.of(line))));
            if (!line.what().endsWith(END)) {
                open.put(line.what(), line);
            }
        }
        open.values().forEach(line -> ended.add(row(line, Optional.empty())));
        return ended.stream().filter(row -> isWithin(row, filter)).toList();
    }

    private static LogRow row(Line line, Optional<Line> end) {
        return new LogRow.Inactivation(
                line.sequence(),
                line.what(),
                line.at(),
                end.map(Line::at),
                line.by(),
                line.reason(),
                end.map(it -> it.what().endsWith(END) ? it.reason() : "").orElse(""));
    }

    private static boolean isWithin(LogRow row, LogFilter filter) {
        boolean endsBefore =
                row.end().filter(end -> end.isBefore(filter.from())).isPresent();
        boolean beginsAfter =
                filter.to().filter(to -> !row.start().isBefore(to)).isPresent();
        return !endsBefore && !beginsAfter;
    }

    /** From the newest day back, one look at the index for each: how many alarms a day has makes no difference. */
    private List<LocalDate> days(LogFilter filter) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        Optional<Instant> newest = newestBefore(FAR_AHEAD);
        while (newest.isPresent()) {
            LocalDate day = newest.get().atZone(filter.zone()).toLocalDate();
            days.add(day);
            newest = newestBefore(day.atStartOfDay(filter.zone()).toInstant());
        }
        return days;
    }

    private Optional<Instant> newestBefore(Instant end) throws SQLException {
        return query.first(
                "SELECT start_utc FROM alarm WHERE start_utc < ? ORDER BY start_utc DESC FETCH FIRST ROW ONLY",
                row -> row.instant("start_utc"),
                end);
    }

    private List<String> kinds() throws SQLException {
        return query.list("SELECT DISTINCT kind FROM alarm ORDER BY kind", row -> row.text("kind"));
    }

    /** The life of one occurrence: from its start to the next one of the same cause. */
    List<LogLine> lines(LogRow.Occurrence occurrence) throws SQLException {
        return query.list(
                "SELECT l.*, e.by_name FROM alarm_log l LEFT JOIN entry e ON e.sequence = l.sequence"
                        + " WHERE l.sequence >= ? AND l.condition_key = ? AND l.sequence < COALESCE("
                        + "(SELECT MIN(a.sequence) FROM alarm a WHERE a.condition_key = ? AND a.start_utc > ?),"
                        + " 9223372036854775807) ORDER BY l.sequence, l.number",
                AlarmLogReader::line,
                occurrence.sequence(),
                occurrence.key(),
                occurrence.key(),
                occurrence.start());
    }

    private static LogLine line(Query.Row row) throws SQLException {
        return new LogLine(
                row.instant("at_utc"),
                row.text("what"),
                row.word("priority", AlarmPriority.class),
                row.text("numbers"),
                row.text("pump_words"),
                row.secondsIfAny("data_age_s"),
                row.textIfAny("by_name"),
                row.text("reason"));
    }
}
