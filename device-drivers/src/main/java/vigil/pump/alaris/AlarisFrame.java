package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * One Alaris frame, without its wrapping. Immutable.
 *
 * @param text command and fields as between {@code !} and {@code |}, one character a byte (ISO 8859-1
 *     without control characters), 1 to 250
 */
public record AlarisFrame(String text) {
    static final byte BEGIN = '!';
    static final byte BAR = '|';
    static final byte END = '\r';
    static final byte ABORT = 0x1B;
    static final char SEPARATOR = '^';

    /** Longest text taken. The longest seen, an INF record, has about 85 bytes. */
    static final int MOST = 250;

    /** Bar, four digits. */
    static final int CHECK = 5;

    public AlarisFrame {
        if (text.isEmpty() || text.length() > MOST || !isText(text)) {
            throw new IllegalArgumentException("\"%s\": no text of an Alaris frame".formatted(text));
        }
    }

    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isText(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** True for what may stand between {@code !} and {@code |}. */
    static boolean isText(int character) {
        boolean control = character < ' ' || (character >= 0x7F && character < 0xA0);
        return !control && character <= 0xFF && character != BEGIN && character != BAR;
    }

    /** True when this is said in answer to {@code query}: the same verb, and at least one field after it. */
    boolean answers(AlarisQuery query) {
        String verb = query.name();
        return text.startsWith(verb) && text.length() > verb.length() && text.charAt(verb.length()) == SEPARATOR;
    }

    /** The frame as it goes over the wire. */
    public byte[] bytes() {
        byte[] plain = text.getBytes(ISO_8859_1);
        int crc = AlarisCrc.of(plain, 0, plain.length);
        return "!%s|%04X\r".formatted(text, crc).getBytes(ISO_8859_1);
    }
}
