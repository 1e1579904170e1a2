package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants and durations as the ward writes them, in its own time zone and the language of the print. Immutable. */
record WardTime(ZoneId zone, PrintWords words) {

    /** {@code 6 Mar 2026 08:00:00 +11:00} */
    String full(Instant at) {
        return format("pattern.full", at);
    }

    /** {@code 6 Mar 2026 12:24 +11:00} */
    String minute(Instant at) {
        return format("pattern.minute", at);
    }

    /** {@code 2 Mar 14:00} */
    String dayAndTime(Instant at) {
        return format("pattern.dayAndTime", at);
    }

    /** {@code Wed 14:10} */
    String weekdayAndTime(Instant at) {
        return format("pattern.weekdayAndTime", at);
    }

    /** {@code 08:01} */
    String clock(Instant at) {
        return format("pattern.clock", at);
    }

    /** {@code 07:58:40} */
    String seconds(Instant at) {
        return format("pattern.seconds", at);
    }

    String day(LocalDate date) {
        return formatter("pattern.day").format(date);
    }

    /** {@code 1 Mar} */
    String dayAndMonth(LocalDate date) {
        return formatter("pattern.dayAndMonth").format(date);
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Elapsed time as {@code h:mm}; a set charted just before t0 prints with a minus sign. */
    static String elapsed(Duration elapsed) {
        Duration length = elapsed.abs();
        String minutes = Integer.toString(100 + length.toMinutesPart()).substring(1);
        return (elapsed.isNegative() ? "-" : "") + length.toHours() + ":" + minutes;
    }

    private String format(String pattern, Instant at) {
        return formatter(pattern).format(at.atZone(zone));
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(words.text(pattern), words.locale());
    }
}
