package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import vigil.pump.wire.Octets;

/**
 * One BCC message, without its wrapping. From a framer it lies over the framer's buffer; {@link #kept} is for keeping.
 *
 * @param bedId the ComDevice's name, up to 15 characters of ASCII 47–57 and 65–122
 * @param octets the message's bytes
 * @param last true when it ends in ETX, false when it ends in ETB and more blocks follow an ACK
 */
public record BccFrame(String bedId, Octets octets, boolean last) {
    static final byte SOH = 0x01;
    static final byte STX = 0x02;
    static final byte ETX = 0x03;
    static final byte EOT = 0x04;
    static final byte ETB = 0x17;

    /** Separates quadruples. */
    public static final char RS = 0x1E;

    static final String HEADER_END = "/1/1>";

    /** SOH, five digits, STX, the end of the header, ETX or ETB, five digits, EOT. */
    static final int WRAPPING = 19;

    static final int MOST_BED_ID = 15;

    public BccFrame {
        if (bedId.length() > MOST_BED_ID || !isBedId(bedId)) {
            throw new IllegalArgumentException(
                    "bed id \"%s\": up to 15 characters of ASCII 47-57 and 65-122".formatted(bedId));
        }
        if (WRAPPING + bedId.length() + octets.length() > 99_999) {
            throw new IllegalArgumentException("%d bytes do not fit a five-digit length".formatted(octets.length()));
        }
    }

    /** A message of that text, one character (0–255) a byte. */
    public BccFrame(String bedId, String information, boolean last) {
        this(bedId, Octets.of(information), last);
    }

    /** The message's bytes, one character (0–255) a byte: ASCII as it stands, UTF-8 not yet decoded. */
    public String information() {
        return octets.toString();
    }

    /** The same, whatever becomes of the buffer it was read from. */
    BccFrame kept() {
        return new BccFrame(bedId, octets.copy(), last);
    }

    private static boolean isBedId(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBedIdCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isBedIdCharacter(int character) {
        return (character >= 47 && character <= 57) || (character >= 65 && character <= 122);
    }

    /** The message as it goes over the wire: length and check over the plain bytes, then stuffed if {@code stuffing}. */
    public byte[] bytes(boolean stuffing) {
        byte[] plain = plain();
        return stuffing ? stuffed(plain) : plain;
    }

    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) copies one byte a character, as meant here
    private byte[] plain() {
        int length = WRAPPING + bedId.length() + octets.length();
        byte[] plain = new byte[length];
        plain[0] = SOH;
        fiveDigits(plain, 1, length);
        plain[6] = STX;
        int at = 7;
        bedId.getBytes(0, bedId.length(), plain, at);
        at += bedId.length();
        HEADER_END.getBytes(0, HEADER_END.length(), plain, at);
        at += HEADER_END.length();
        at = octets.copyTo(plain, at);
        plain[at] = last ? ETX : ETB;
        fiveDigits(plain, at + 1, sum(plain, 0, at + 1));
        plain[length - 1] = EOT;
        return plain;
    }

    /** The plain 8-bit sum of the bytes from {@code from} to before {@code to}. */
    static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }

    private static void fiveDigits(byte[] into, int at, int number) {
        int rest = number;
        for (int i = at + 4; i >= at; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** D becomes EX, E becomes EE, and likewise in small letters, so that no D is ever on the wire. */
    private static byte[] stuffed(byte[] plain) {
        int more = 0;
        for (byte value : plain) {
            more += isStuffed(value) ? 1 : 0;
        }
        byte[] wire = new byte[plain.length + more];
        int at = 0;
        for (byte value : plain) {
            if (isStuffed(value)) {
                wire[at++] = (byte) (value | 1);
                wire[at++] = (value & 1) == 1 ? value : (byte) (value + ('X' - 'D'));
            } else {
                wire[at++] = value;
            }
        }
        return wire;
    }

    private static boolean isStuffed(byte value) {
        // D and E differ in the last bit, capital and small letters in the one for 32.
        return (value | 1 | ' ') == 'e';
    }

    /** UTF-8 text in the one-character-a-byte form of {@link #information()}. */
    public static String wireText(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
