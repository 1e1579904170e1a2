package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Due;
import vigil.session.ObservationDuty;
import vigil.ui.parts.Phrases;

/**
 * What is due, in ready words: the next thing with its countdown, and what comes after it.
 *
 * @param now true once the first is due; it then carries the accent
 */
public record DueModel(boolean now, String title, String clock, String text, List<Row> next) {

    /**
     * One thing that comes later.
     *
     * @param in how long until then, in words
     * @param brief what it is, where there is little room
     * @param span how long until then, where there is little room
     */
    public record Row(String clock, String what, String in, String brief, String span) {}

    public static DueModel of(Snapshot snapshot, Phrases phrases) {
        Instant now = snapshot.now().utc();
        List<Due> sorted =
                snapshot.due().stream().sorted(Comparator.comparing(Due::dueAt)).toList();
        List<Row> rows =
                sorted.stream().skip(1).map(due -> row(due, now, phrases)).toList();
        return sorted.stream()
                .findFirst()
                .map(first -> of(first, now, rows, phrases))
                .orElseGet(() -> new DueModel(
                        false, phrases.text("due.nothing"), "", phrases.text("due.nothing.text"), List.of()));
    }

    private static DueModel of(Due due, Instant now, List<Row> rows, Phrases phrases) {
        boolean isDue = !due.dueAt().isAfter(now);
        String what =
                phrases.text((isDue ? "due.now." : "due.next.") + due.what().name());
        return new DueModel(isDue, what, phrases.clock(due.dueAt()), text(due, now, isDue, phrases), rows);
    }

    private static String text(Due due, Instant now, boolean isDue, Phrases phrases) {
        String when = isDue
                ? phrases.text("due.ago", phrases.span(Duration.between(due.dueAt(), now)))
                : phrases.text("due.in", phrases.span(Duration.between(now, due.dueAt())));
        String late = due.overdue()
                ? phrases.text("due.overdue-since", phrases.clock(due.overdueFrom()))
                : phrases.text("due.overdue-from", phrases.clock(due.overdueFrom()));
        String set = due.duty().map(duty -> set(duty, phrases)).orElse("");
        return String.join(" ", when, late, set).strip();
    }

    private static String set(ObservationDuty duty, Phrases phrases) {
        return phrases.text("due.set." + duty.kind().name(), duty.phase(), Integer.toString(duty.row()));
    }

    private static Row row(Due due, Instant now, Phrases phrases) {
        Duration until = Duration.between(now, due.dueAt());
        String span = phrases.span(until.abs());
        String ago = phrases.text("due.row-ago", span);
        return new Row(
                phrases.clock(due.dueAt()),
                phrases.text("due.what." + due.what().name()),
                until.isNegative() ? ago : phrases.text("due.row-in", span),
                phrases.text("due.brief." + due.what().name()),
                until.isNegative() ? ago : span);
    }
}
