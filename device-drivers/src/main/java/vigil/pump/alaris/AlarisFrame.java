package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import vigil.pump.wire.Octets;

/**
 * One Alaris frame, without its wrapping. From a framer it lies over the framer's buffer; {@link #kept} is for keeping.
 *
 * @param octets command and fields as between {@code !} and {@code |}, one character a byte (ISO 8859-1
 *     without control characters), 1 to 250
 */
public record AlarisFrame(Octets octets) {
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
        if (octets.length() == 0 || octets.length() > MOST || !isText(octets)) {
            throw new IllegalArgumentException("\"%s\": no text of an Alaris frame".formatted(octets));
        }
    }

    /** A frame of that text. */
    public AlarisFrame(String text) {
        this(Octets.of(text));
    }

    /** The same, whatever becomes of the buffer it was read from. */
    AlarisFrame kept() {
        return new AlarisFrame(octets.copy());
    }

    /** Command and fields, one character a byte. */
    public String text() {
        return octets.toString();
    }

    private static boolean isText(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isText(text.at(i))) {
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
        return octets.has(verb, 0) && octets.length() > verb.length() && octets.at(verb.length()) == SEPARATOR;
    }

    /** The frame as it goes over the wire. */
    public byte[] bytes() {
        int crc = AlarisCrc.of(octets.toBytes(), 0, octets.length());
        return "!%s|%04X\r".formatted(octets, crc).getBytes(ISO_8859_1);
    }
}
