package vigil.pump.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with the line for a while.
 *
 * @param kind what goes wrong
 * @param at since the start of the simulation
 * @param lasts how long
 */
public record Fault(Kind kind, Duration at, Duration lasts) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z]+)@([0-9]{1,7})(?:\\+([0-9]{1,7}))?");

    /** What can go wrong, by the names used on the command line, and for how long if nothing else is said. */
    public enum Kind {
        /** No answer comes. */
        SILENT(20),
        /** Random bytes stand before and after each answer. */
        NOISE(10),
        /** One byte of each answer is lost. */
        DROP(3),
        /** One bit of each answer is turned over. */
        FLIP(3),
        /** One byte too many is in each answer. */
        INSERT(3),
        /** Nothing but random bytes, as with a wrong baud rate. */
        GARBLE(10),
        /** Each answer is the one before it, again. */
        FREEZE(30),
        /** The connection is cut. */
        CUT(1);

        private final Duration usual;

        Kind(int usualSeconds) {
            usual = Duration.ofSeconds(usualSeconds);
        }

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads {@code NAME@SECOND} or {@code NAME@SECOND+SECONDS}; a wrong text is refused naming what is known. */
    public static Fault parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.wireName().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
        Duration lasts = parts.group(3) == null ? kind.usual : Duration.ofSeconds(Long.parseLong(parts.group(3)));
        return new Fault(kind, Duration.ofSeconds(Long.parseLong(parts.group(2))), lasts);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("fault \"%s\" is not NAME@SECOND or NAME@SECOND+SECONDS; known are %s"
                .formatted(
                        text, Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))));
    }

    boolean isOn(Duration elapsed) {
        return elapsed.compareTo(at) >= 0 && elapsed.compareTo(at.plus(lasts)) < 0;
    }
}
