package vigil.pump.line;

import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a capture file: {@code 12.345678 < 0602...}: seconds since the capture began, direction, bytes in hexadecimal;
 * or {@code 12.345678 ! reason}. Immutable.
 *
 * @param at since the capture began, whole microseconds
 * @param kind what happened
 * @param text the bytes as hexadecimal digits, or the reason
 */
record CaptureEntry(Duration at, Kind kind, String text) {
    /** Most bytes of one entry; longer blocks are written as several. */
    static final int MOST_BYTES = 4_096;

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,9})\\.([0-9]{6}) (?:([<>]) ((?:[0-9a-f]{2}){1,4096})|([+!]) ?(.{0,200}))");
    private static final long US_PER_S = 1_000_000L;
    private static final long NANOS_PER_US = 1_000L;

    enum Kind {
        /** From the device. */
        HEARD('<'),
        /** To the device. */
        SAID('>'),
        /** The line was opened. */
        OPENED('+'),
        /** The line is gone; the text says why. */
        CLOSED('!');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        private static Kind of(char sign) {
            return switch (sign) {
                case '<' -> HEARD;
                case '>' -> SAID;
                case '+' -> OPENED;
                default -> CLOSED;
            };
        }
    }

    /** Reads one line; a wrong one is refused with what is expected. */
    static CaptureEntry parse(String line) {
        Matcher parts = WRITTEN.matcher(line);
        if (!parts.matches()) {
            String shown = line.length() > 60 ? line.substring(0, 60) + "..." : line;
            throw new IllegalArgumentException(
                    "\"%s\" is not SECONDS.MICROSECONDS < HEX, > HEX, + or ! REASON".formatted(shown));
        }
        long us = Long.parseLong(parts.group(1)) * US_PER_S + Long.parseLong(parts.group(2));
        boolean bytes = parts.group(3) != null;
        return new CaptureEntry(
                Duration.ofNanos(us * NANOS_PER_US),
                Kind.of(parts.group(bytes ? 3 : 5).charAt(0)),
                parts.group(bytes ? 4 : 6));
    }

    /** The line without its end. */
    String line() {
        long us = at.toNanos() / NANOS_PER_US;
        String written = "%d.%06d %c %s".formatted(us / US_PER_S, us % US_PER_S, kind.sign, text);
        return written.stripTrailing();
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(text);
    }
}
