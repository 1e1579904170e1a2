package vigil.ui.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vigil.ui.form.Fault.What;

/**
 * What a field takes, and what a typed text means there. Pure: a text is read whole or not at all, never in part.
 * Immutable.
 *
 * @param <T> what a text that can be read stands for
 */
public sealed interface Kind<T> {
    /** {@code text} as it was typed or pasted; blanks around it mean nothing. */
    default Reading<T> read(String text) {
        String typed = text.strip();
        return typed.isEmpty() ? new Reading.Missing<>() : given(typed);
    }

    Reading<T> given(String typed);

    private static <T> Reading<T> wrong(What what, String... arguments) {
        return new Reading.Wrong<>(Fault.of(what, arguments));
    }

    /** Words of one line, or of several. {@code most}: characters. */
    record Text(int most) implements Kind<String> {
        @Override
        public Reading<String> given(String typed) {
            boolean strange = typed.codePoints().anyMatch(Text::isStrange);
            return strange
                    ? wrong(What.CHARACTER)
                    : typed.length() > most ? wrong(What.LONG, String.valueOf(most)) : new Reading.Value<>(typed);
        }

        /** Control characters, and those that turn the direction of what stands beside them. */
        private static boolean isStrange(int sign) {
            boolean line = sign == '\n' || sign == '\t';
            return !line && (Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT);
        }
    }

    /**
     * A number of at most so many decimals, with a point or a comma before them and no unit.
     *
     * @param unit the one that stands beside the field
     */
    record Amount(BigDecimal low, BigDecimal high, int decimals, String unit) implements Kind<BigDecimal> {
        @Override
        public Reading<BigDecimal> given(String typed) {
            return Numerals.read(typed)
                    .<Reading<BigDecimal>>map(this::limited)
                    .orElseGet(() -> Numerals.hasUnit(typed)
                            ? wrong(What.UNIT, shortened(typed), unit)
                            : wrong(What.NUMBER, shortened(typed)));
        }

        private Reading<BigDecimal> limited(BigDecimal number) {
            String typed = number.toPlainString();
            boolean outside = number.compareTo(low) < 0 || number.compareTo(high) > 0;
            boolean fine = number.stripTrailingZeros().scale() > decimals;
            return outside
                    ? wrong(What.RANGE, typed, low.toPlainString(), high.toPlainString(), unit)
                    : fine ? wrong(What.DECIMALS, typed, String.valueOf(decimals)) : new Reading.Value<>(number);
        }
    }

    /** A day between two, both included; written day, month, year, or year-month-day. */
    record Day(LocalDate first, LocalDate last) implements Kind<LocalDate> {
        @Override
        public Reading<LocalDate> given(String typed) {
            return Numerals.day(typed)
                    .<Reading<LocalDate>>map(this::limited)
                    .orElseGet(() -> wrong(What.DATE, shortened(typed)));
        }

        private Reading<LocalDate> limited(LocalDate day) {
            boolean outside = day.isBefore(first) || day.isAfter(last);
            return outside
                    ? wrong(What.DATE_RANGE, day.toString(), first.toString(), last.toString())
                    : new Reading.Value<>(day);
        }
    }

    /** A time of day to the minute. */
    record Time() implements Kind<LocalTime> {
        @Override
        public Reading<LocalTime> given(String typed) {
            return Numerals.time(typed)
                    .<Reading<LocalTime>>map(Reading.Value::new)
                    .orElseGet(() -> wrong(What.TIME, shortened(typed)));
        }
    }

    /** One of these, by its id. */
    record OneOf(List<String> options) implements Kind<String> {
        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public Reading<String> given(String typed) {
            return options.contains(typed) ? new Reading.Value<>(typed) : wrong(What.OPTION, shortened(typed));
        }
    }

    /** Some of these, by their ids with blanks between. */
    record AnyOf(List<String> options) implements Kind<Set<String>> {
        public AnyOf {
            options = List.copyOf(options);
        }

        @Override
        public Reading<Set<String>> given(String typed) {
            Set<String> chosen = new LinkedHashSet<>(Arrays.asList(typed.split(" +")));
            return options.containsAll(chosen)
                    ? new Reading.Value<>(Set.copyOf(chosen))
                    : wrong(What.OPTION, shortened(typed));
        }
    }

    /** Ticked; what is not ticked is missing. */
    record Tick() implements Kind<Boolean> {
        static final String TICKED = "yes";

        @Override
        public Reading<Boolean> given(String typed) {
            return typed.equals(TICKED) ? new Reading.Value<>(true) : wrong(What.OPTION, shortened(typed));
        }
    }

    /** What a message has room for of a text that may be a pasted page. */
    private static String shortened(String typed) {
        int room = 24;
        return typed.length() <= room ? typed : typed.substring(0, room) + "…";
    }
}
