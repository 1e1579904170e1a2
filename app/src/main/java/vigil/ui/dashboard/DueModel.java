package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
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
    private static final Duration MINUTE = Duration.ofMinutes(1);

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
        // In the order of the core: items of the day never stand before an observation.
        List<Due> sorted = snapshot.due();
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
        Duration apart = Duration.between(now, due.dueAt()).abs();
        String when = apart.compareTo(MINUTE) < 0
                ? phrases.text(isDue ? "due.now" : "due.soon")
                : phrases.text(isDue ? "due.ago" : "due.in", phrases.span(apart));
        String late = due.overdue()
                ? phrases.text("due.overdue-since", phrases.clock(due.overdueFrom()))
                : phrases.text("due.overdue-from", phrases.clock(due.overdueFrom()));
        String set = due.duty().map(duty -> set(duty, phrases)).orElse("");
        return String.join(" ", when, late, set).strip();
    }

    private static String set(ObservationDuty duty, Phrases phrases) {
        String asked = phrases.text("due.set." + duty.asks().name());
        return duty.isTightened()
                ? phrases.text("due.closer", asked)
                : phrases.text("due.row", asked, duty.phase(), Integer.toString(duty.row()));
    }

    private static Row row(Due due, Instant now, Phrases phrases) {
        Duration until = Duration.between(now, due.dueAt());
        String atOnce = phrases.text("due.row-now");
        boolean soon = until.abs().compareTo(MINUTE) < 0;
        String span = soon ? atOnce : phrases.span(until.abs());
        String ago = soon ? atOnce : phrases.text("due.row-ago", span);
        String in = soon ? atOnce : phrases.text("due.row-in", span);
        return new Row(
                phrases.clock(due.dueAt()),
                phrases.text("due.what." + due.what().name()),
                until.isNegative() ? ago : in,
                phrases.text("due.brief." + due.what().name()),
                until.isNegative() ? ago : span);
    }
}
