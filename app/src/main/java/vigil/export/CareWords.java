package vigil.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.store.CareRecord;
import vigil.store.CareRecord.Deed;
import vigil.store.CareRecord.FastRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.CareRecord.StopRow;
import vigil.store.SessionRecord;

/** Pauses, directions, overrides and what explains a stop, in the words that the prints share. */
final class CareWords {
    private final CareRecord care;
    private final WardTime time;
    private final PrintWords words;

    CareWords(SessionRecord record, WardTime time) {
        this.care = record.care();
        this.time = time;
        this.words = time.words();
    }

    /**
     * One thing that happened.
     *
     * @param mark letter that leads to a footnote; may be empty
     * @param by who entered it; empty for what the pump was seen to do
     */
    record Line(Instant at, String what, String detail, String mark, String by) {}

    /** {@code 2, 2:05 h without drug}; "none" where there was none. */
    String pauses() {
        if (care.pauses().isEmpty()) {
            return words.text("none");
        }
        boolean running = care.pauses().getLast().end().isEmpty();
        return words.text(
                running ? "care.pausesRunning" : "care.pauses", care.pauses().size(), WardTime.elapsed(care.paused()));
    }

    /** How often, and when last: {@code 2, last Tue 14:10 Dr P. Okafor: reduce to 1 mL/h}. */
    String directions() {
        List<SaidRow> calls = care.said(Deed.PHYSICIAN_DIRECTED).toList();
        return calls.isEmpty() ? words.text("none") : words.text("care.count", calls.size(), brief(calls.getLast()));
    }

    /** As {@link #directions}, for rules set aside. */
    String overrides() {
        List<SaidRow> overrides = care.said(Deed.OVERRIDE_RECORDED).toList();
        return overrides.isEmpty()
                ? words.text("none")
                : words.text("care.count", overrides.size(), brief(overrides.getLast()));
    }

    /** One entry in a line: time, rule if any, name and words. */
    String brief(SaidRow row) {
        return time.weekdayAndTime(row.at()) + " " + detail(row);
    }

    /** Everything that changed the course, oldest first. */
    List<Line> ofTheCourse() {
        return lines(care.said().stream().filter(CareWords::isOfTheCourse));
    }

    /** That, and where the patient was, what was planned and which prompts were closed. */
    List<Line> all() {
        return lines(care.said().stream());
    }

    /** True for what stands in the 4-hour record. */
    static boolean isOfTheCourse(SaidRow row) {
        return switch (row.deed()) {
            case PHYSICIAN_DIRECTED, OVERRIDE_RECORDED, CONCERN_RAISED, CONCERN_ENDED -> true;
            case PAUSE_ASSESSED, PATIENT_AWAY, PATIENT_BACK, REVIEW_PLANNED, PROMPT_CLOSED, DAILY_ITEM_DONE -> false;
        };
    }

    private List<Line> lines(Stream<SaidRow> said) {
        List<Line> lines = new ArrayList<>();
        care.pauses().forEach(pause -> lines.add(line(pause)));
        said.forEach(row -> lines.add(line(row)));
        care.stops().forEach(stop -> lines.add(line(stop)));
        care.fast().forEach(fast -> lines.add(line(fast)));
        care.purgesMl()
                .forEach(purge -> lines.add(new Line(
                        purge.at(),
                        words.text("care.purge"),
                        words.figures().plain(purge.value()) + " mL",
                        "",
                        purge.by().name())));
        return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
    }

    private Line line(PauseRow pause) {
        String length = pause.length()
                .map(WardTime::elapsed)
                .map(it -> words.text("care.length", it))
                .orElse("");
        String end = words.text(
                pause.end().isEmpty()
                        ? "care.running"
                        : pause.early() ? "care.early" : pause.resumed() ? "care.resumed" : "care.ceased");
        String eased = pause.eased()
                .map(it -> words.text(it ? "care.eased" : "care.notEased"))
                .orElse("");
        String detail =
                Stream.of(length, end, eased).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return new Line(pause.from(), words.text("care.pause"), detail, "", "");
    }

    private Line line(SaidRow row) {
        String mark = row.deed() == Deed.OVERRIDE_RECORDED ? Marks.OVERRIDDEN : "";
        return new Line(
                row.at(),
                words.of("care", row.deed()),
                detail(row),
                mark,
                row.by().name());
    }

    /** Rule, date or emergency, then the physician, then the words. */
    String detail(SaidRow row) {
        String called = row.calledAt()
                .map(at -> words.text("care.called", time.clock(at)))
                .orElse("");
        String physician = row.physician() + called;
        String who = Stream.of(subject(row), physician)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        String said = new MarkWords(time).on(row.voided(), row.words());
        return Stream.of(who, said).filter(text -> !text.isBlank()).collect(Collectors.joining(": "));
    }

    private String subject(SaidRow row) {
        return switch (row.deed()) {
            case CONCERN_RAISED -> words.text("concern." + row.subject());
            case PAUSE_ASSESSED -> words.text(row.subject().equals("EASED") ? "care.eased" : "care.notEased");
            case DAILY_ITEM_DONE -> words.text("daily." + row.subject());
            case REVIEW_PLANNED -> row.subject().isEmpty() ? "" : time.day(LocalDate.parse(row.subject()));
            case PHYSICIAN_DIRECTED, OVERRIDE_RECORDED, PATIENT_AWAY, PATIENT_BACK, CONCERN_ENDED, PROMPT_CLOSED ->
                row.subject();
        };
    }

    private Line line(StopRow stop) {
        Optional<String> planned =
                stop.planned().map(WardTime::elapsed).map(length -> words.text("care.planned", length));
        String detail = Stream.of(words.of("stop", stop.reason()), planned.orElse(""), stop.note())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        return new Line(
                stop.at(), words.text("care.stop"), detail, "", stop.by().name());
    }

    private Line line(FastRow fast) {
        String cause = words.of("fast", fast.cause());
        String detail = fast.note().isBlank() ? cause : cause + ", " + fast.note();
        return new Line(
                fast.at(), words.text("care.fast"), detail, "", fast.by().name());
    }
}
