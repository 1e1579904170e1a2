package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import vigil.pump.wire.Octets;

/**
 * Text of a message for people to read: UTF-8 decoded, at most {@value #MOST} characters, without control characters.
 * Private-use code points (B. Braun's own symbols) and broken bytes become the replacement glyph.
 */
final class BccText {
    private static final int MOST = 64;
    private static final char REPLACEMENT = '\uFFFD';

    private BccText() {}

    static String of(Octets text, int from, int to) {
        int end = withoutEnd(text, from, to);
        return isPlain(text, from, end) ? text.text(from, end) : decoded(text.text(from, end));
    }

    /** A carriage return may end GNMODEL. */
    private static int withoutEnd(Octets text, int from, int to) {
        int end = to;
        while (end > from && text.at(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    private static boolean isPlain(Octets text, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = text.at(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return to - from <= MOST;
    }

    private static String decoded(String bytes) {
        StringBuilder shown = new StringBuilder();
        new String(bytes.getBytes(ISO_8859_1), UTF_8)
                .codePoints()
                .limit(MOST)
                .map(BccText::shown)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int shown(int codePoint) {
        int type = Character.getType(codePoint);
        boolean unfit = type == Character.PRIVATE_USE
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED;
        return unfit ? REPLACEMENT : codePoint;
    }
}
