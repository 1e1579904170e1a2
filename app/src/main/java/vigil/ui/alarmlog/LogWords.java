package vigil.ui.alarmlog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.alarm.AlarmKind;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogRow;
import vigil.ui.parts.Phrases;

/** Rows and lines of the alarm log in words. Free text stands as it was logged. */
record LogWords(Phrases phrases) {

    String start(LogRow row) {
        return dated(row.start());
    }

    /** For example {@code 3 Mar 23:24:08}. */
    private String dated(Instant at) {
        return phrases.shortDate(LocalDate.ofInstant(at, phrases.zone())) + "  " + phrases.time(at);
    }

    /** When it ended and after how long; or that it lasts. */
    String end(LogRow row) {
        return row.end()
                .map(end -> phrases.text("alarmlog.ended", phrases.time(end), phrases.age(lasted(row.start(), end))))
                .orElseGet(() -> phrases.text("alarmlog.lasts"));
    }

    private static Duration lasted(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }

    String title(LogRow row) {
        return switch (row) {
            case LogRow.Occurrence it ->
                it.kind().equals(AlarmKind.PUMP_ALARM.name()) && !it.text().isBlank()
                        ? phrases.text("alarm.pump-says", it.text())
                        : kind(it.kind());
            case LogRow.Inactivation it -> what(it.what());
        };
    }

    /** Rule and figures, or the length of a pause and why it ended. */
    String detail(LogRow row) {
        return switch (row) {
            case LogRow.Occurrence it -> it.kind().equals(AlarmKind.PUMP_ALARM.name()) ? "" : basis(it.text());
            case LogRow.Inactivation it ->
                it.ended().isEmpty()
                        ? it.reason()
                        : it.reason() + ", " + phrases.text("alarmlog.ended-by", reason(it.ended()));
        };
    }

    /** A cause of no sound is logged by its code. */
    private String basis(String logged) {
        return phrases.words()
                .find("sound.problem." + logged)
                .orElseGet(() -> phrases.words().localised(logged));
    }

    private String reason(String logged) {
        return phrases.words().find("alarmlog.reason." + logged).orElse(logged);
    }

    /** What kind of condition; the logged word where this release has none for it. */
    String kind(String kind) {
        return phrases.words().find("alarm." + kind + ".title").orElse(kind);
    }

    private String what(String what) {
        return phrases.words().find("alarmlog.what." + what).orElse(what);
    }

    /** Who has seen it and when, or who paused the sound. */
    String by(LogRow row) {
        return switch (row) {
            case LogRow.Occurrence it ->
                it.seen()
                        .map(seen -> phrases.text("alarmlog.seen", phrases.time(seen.at()), seen.by()))
                        .orElseGet(() -> phrases.text("alarmlog.unseen"));
            case LogRow.Inactivation it ->
                it.by().map(by -> phrases.text("alarmlog.by", by)).orElse("");
        };
    }

    String priority(LogRow row) {
        return switch (row) {
            case LogRow.Occurrence it ->
                phrases.text("priority." + it.priority().name());
            case LogRow.Inactivation _ -> phrases.text("alarmlog.sound");
        };
    }

    String says(LogRow row) {
        return row instanceof LogRow.Occurrence it
                ? phrases.text("alarm.says." + it.origin().name())
                : "";
    }

    String spoken(LogRow row) {
        return String.join(" ", priority(row), title(row), start(row), end(row), by(row));
    }

    String time(LogLine line) {
        return dated(line.at());
    }

    /** What happened, and what there is to add to it. */
    String what(LogLine line) {
        String what = what(line.what());
        return switch (line.what()) {
            case "PRIORITY" ->
                phrases.text(
                        "alarmlog.priority",
                        phrases.text("priority." + line.priority().name()),
                        phrases.words().find("priority." + line.reason()).orElse(line.reason()));
            case "RERAISED" -> what + " (" + line.reason() + ")";
            default -> what;
        };
    }

    /** By whom, with what figures, on data how old. */
    String more(LogLine line) {
        Optional<String> by = line.by().map(name -> phrases.text("alarmlog.by", name));
        Optional<String> words = Optional.of(line.pumpWords()).filter(text -> !text.isBlank());
        Optional<String> numbers =
                Optional.of(line.numbers()).filter(text -> !text.isBlank()).map(phrases.words()::localised);
        Optional<String> age = line.dataAge().map(data -> phrases.text("alarmlog.data-age", phrases.age(data)));
        return String.join(
                "  ·  ",
                Stream.of(by, words, numbers, age).flatMap(Optional::stream).toList());
    }
}
