package vigil.pump.fresenius;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.wire.Octets;
import vigil.pump.wire.StrictDecimal;
import vigil.pump.wire.Unchanged;

/**
 * What one module said in one round: letter and value, several separated by {@code ;}. Used again for every round. Not
 * thread-safe.
 */
final class FreseniusValues {
    /** The values asked for, in the order in which they are asked for singly. */
    static final String LETTERS = "draem";

    private static final int NONE = -1;
    private static final long UNREADABLE = -2;
    /** More significant digits are no value of a pump. */
    private static final int MOST_DIGITS = 8;

    private static final long MOST_RATE = 99_990;
    private static final long MOST_VOLUME = 99_999_000;

    private long rate = NONE;
    private long volume = NONE;
    private @Nullable String alarm;
    private @Nullable String error;
    private @Nullable String mode;
    private String modeBefore = "";
    private int seen;
    private final Unchanged<FlowRate> flowRate = new Unchanged<>(FlowRate::new);
    private final Unchanged<Volume> volumeInfused = new Unchanged<>(Volume::new);
    private final List<Remark> remarks = new ArrayList<>(0);

    void begin() {
        rate = NONE;
        volume = NONE;
        alarm = null;
        error = null;
        mode = null;
        seen = 0;
        remarks.clear();
    }

    /** Takes the values that begin at {@code from}. */
    void take(Octets text, int from) {
        int start = from;
        while (start < text.length()) {
            int end = text.find(';', start, text.length());
            if (start < end) {
                take(text.at(start), text, start + 1, end);
            }
            start = end + 1;
        }
    }

    private void take(char letter, Octets text, int from, int to) {
        int index = LETTERS.indexOf(letter);
        if (index < 0) {
            return;
        }
        seen |= 1 << index;
        if (from == to) {
            remarks.add(new Remark(String.valueOf(letter), Quality.NO_VALUE, ""));
            return;
        }
        switch (letter) {
            case 'd' -> rate = number(letter, text, from, to, MOST_RATE);
            case 'r' -> volume = number(letter, text, from, to, MOST_VOLUME);
            case 'a' -> alarm = unlessZero(text, from, to);
            case 'e' -> error = unlessZero(text, from, to);
            default -> mode = mode(text, from, to);
        }
    }

    private long number(char letter, Octets text, int from, int to, long most) {
        long number = hexadecimal(text, from, to);
        if (number < 0 || number > most) {
            remarks.add(new Remark(String.valueOf(letter), Quality.UNREADABLE, text.text(from, to)));
            return NONE;
        }
        return number;
    }

    /** The digits' value, however many leading zeros; negative when they are no number. */
    static long hexadecimal(Octets text, int from, int to) {
        int first = from;
        while (first < to - 1 && text.at(first) == '0') {
            first++;
        }
        if (first >= to || to - first > MOST_DIGITS) {
            return UNREADABLE;
        }
        long number = 0;
        for (int i = first; i < to; i++) {
            int digit = Character.digit(text.at(i), 16);
            if (digit < 0) {
                return UNREADABLE;
            }
            number = number * 16 + digit;
        }
        return number;
    }

    /** The raw text, or an empty one when it is nothing but zeros. */
    private static String unlessZero(Octets text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.at(i) != '0') {
                return text.text(from, to);
            }
        }
        return "";
    }

    /** The same string as last time when it is the same mode. */
    private String mode(Octets text, int from, int to) {
        if (!text.is(modeBefore, from, to)) {
            modeBefore = text.text(from, to);
        }
        return modeBefore;
    }

    /** True when all of these letters came, with or without a value. */
    boolean hasSeen(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if ((seen & (1 << LETTERS.indexOf(letters.charAt(i)))) == 0) {
                return false;
            }
        }
        return true;
    }

    /** True when there is a number to show. */
    boolean hasNumbers() {
        return rate >= 0 || volume >= 0;
    }

    /** The alarm's raw value; empty when it is zero; absent when nothing was said. */
    @Nullable
    String alarm() {
        return alarm;
    }

    /** Likewise of the error. */
    @Nullable
    String error() {
        return error;
    }

    /** Likewise of the mode, zero or not. */
    @Nullable
    String mode() {
        return mode;
    }

    /** Tells these values; whether drug is delivered the protocol does not say in any documented way. */
    void tell(PumpReadingBuilder reading) {
        if (rate >= 0) {
            reading.flowRate(flowRate.of(StrictDecimal.of(rate, 1)));
        }
        if (volume >= 0) {
            reading.volumeInfused(volumeInfused.of(StrictDecimal.of(volume, 3)));
        }
        reading.remarks(remarks);
    }
}
