package vigil.ui.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Decimals;

/**
 * Numbers, days and times as people type them on a ward: comma or point, with or without leading zeros. Nothing is
 * guessed: two signs in one number, a year of two digits, digits of another script are none.
 */
final class Numerals {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(?:[.,][0-9]{1,12})?|[.,][0-9]{1,12}");
    private static final Pattern WITH_UNIT = Pattern.compile("-?[0-9]+(?:[.,][0-9]+)?\\s*[\\p{L}%°/]+.*");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[. /-]+([0-9]{1,2})[. /-]+([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{4})");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:. ]?([0-9]{2})");

    private Numerals() {}

    static Optional<BigDecimal> read(String typed) {
        return NUMBER.matcher(typed).matches()
                ? Optional.of(Decimals.canonical(new BigDecimal(typed.replace(',', '.'))))
                : Optional.empty();
    }

    static boolean hasUnit(String typed) {
        return WITH_UNIT.matcher(typed).matches();
    }

    static Optional<LocalDate> day(String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            return date(yearFirst, 1, 2, 3);
        }
        Matcher digits = EIGHT_DIGITS.matcher(typed);
        Matcher dayFirst = DAY_FIRST.matcher(typed);
        return digits.matches()
                ? date(digits, 3, 2, 1)
                : dayFirst.matches() ? date(dayFirst, 3, 2, 1) : Optional.empty();
    }

    private static Optional<LocalDate> date(Matcher parts, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(number(parts, year), number(parts, month), number(parts, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String typed) {
        Matcher parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = number(parts, 1);
        int minute = number(parts, 2);
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
