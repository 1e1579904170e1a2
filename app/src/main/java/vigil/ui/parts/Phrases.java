package vigil.ui.parts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import vigil.look.Words;

/**
 * Times, ages and spans as people on the ward read them: local time of the ward, 24 hours. Immutable.
 *
 * @param zone the ward's
 */
public record Phrases(Words words, ZoneId zone) {
    /** What stands in place of a value that is not known now (standing safety text, clinical rules, section 13). */
    public static final String NO_VALUE = "--";

    private static final String REFUSED = ".refused";
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    /** The text of a key with its places filled; why something was refused is said in the same language. */
    public String text(String key, String... arguments) {
        return key.endsWith(REFUSED) && arguments.length == 1
                ? words.text(key, Reasons.in(words, arguments[0]))
                : words.text(key, arguments);
    }

    /** For example {@code 23:24:08}. */
    public String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return two(local.getHour()) + ":" + two(local.getMinute()) + ":" + two(local.getSecond());
    }

    /** For example {@code 23:24}. */
    public String clock(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return two(local.getHour()) + ":" + two(local.getMinute());
    }

    /** For example {@code Tue 3 Mar 2026}. */
    public String day(Instant at) {
        LocalDate date = at.atZone(zone).toLocalDate();
        return text("format.weekday-date", weekday(date), date(date));
    }

    /** For example {@code 14 Mar 1971}. */
    public String date(LocalDate date) {
        return text(
                "format.date", Integer.toString(date.getDayOfMonth()), month(date), Integer.toString(date.getYear()));
    }

    /** For example {@code 1 Mar}. */
    public String shortDate(LocalDate date) {
        return text("format.day-month", Integer.toString(date.getDayOfMonth()), month(date));
    }

    /** For example {@code Tue}. */
    public String weekday(LocalDate date) {
        return words.list("format.weekdays").get(date.getDayOfWeek().getValue() - 1);
    }

    /** How old something is: {@code 14 s}, {@code 3 min}, {@code 2 h 05}. */
    public String age(Duration age) {
        return age.toSeconds() < MINUTE ? age.toSeconds() + " s" : span(age);
    }

    /** A stretch of time to the minute: {@code 26 min}, {@code 14 h 46}. */
    public String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < HOUR ? seconds / MINUTE + " min" : seconds / HOUR + " h " + two(seconds % HOUR / MINUTE);
    }

    /** Time left or gone to the second: {@code 1:42}, {@code 1:00:05}. */
    public String stopwatch(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < HOUR
                ? seconds / MINUTE + ":" + two(seconds % MINUTE)
                : seconds / HOUR + ":" + two(seconds % HOUR / MINUTE) + ":" + two(seconds % MINUTE);
    }

    private String month(LocalDate date) {
        return words.list("format.months").get(date.getMonthValue() - 1);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
