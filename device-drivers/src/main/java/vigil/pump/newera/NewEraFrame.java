package vigil.pump.newera;

import java.util.Arrays;
import vigil.pump.wire.Octets;

/**
 * One New Era frame, without its wrapping. From a framer it lies over the framer's buffer; {@link #kept} is for keeping.
 *
 * @param octets printable ASCII. In Basic mode address, status and data ({@code 00I3.500MH}), 3 to 60 characters; in Safe
 *     mode 1 to 43, in either direction
 */
public record NewEraFrame(Mode mode, Octets octets) {
    static final byte STX = 0x02;
    static final byte ETX = 0x03;

    /** Longest payload of Basic mode taken; the longest documented has 20. */
    static final int MOST = 60;

    /** Length byte, two CRC bytes, ETX. */
    static final int SAFE_WRAPPING = 4;

    static final int LEAST_SAFE = SAFE_WRAPPING + 1;

    /** Greatest length byte taken: below the digits, so that what follows STX always tells the mode. */
    static final int MOST_SAFE = '0' - 1;

    /** How the pump talks. */
    public enum Mode {
        BASIC,
        SAFE
    }

    public NewEraFrame {
        boolean fits = mode == Mode.BASIC
                ? isAnswer(octets) && octets.length() <= MOST
                : octets.length() > 0 && octets.length() <= MOST_SAFE - SAFE_WRAPPING;
        if (!fits || !isText(octets)) {
            throw new IllegalArgumentException("\"%s\": no payload of %s mode".formatted(octets, mode));
        }
    }

    /** A frame of that payload. */
    public NewEraFrame(Mode mode, String payload) {
        this(mode, Octets.of(payload));
    }

    /** The same, whatever becomes of the buffer it was read from. */
    NewEraFrame kept() {
        return new NewEraFrame(mode, octets.copy());
    }

    /** Everything but the wrapping. */
    public String payload() {
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

    static boolean isText(int character) {
        return character >= ' ' && character <= '~';
    }

    /** True for two digits and a status letter, whatever follows. */
    private static boolean isAnswer(Octets text) {
        return text.length() >= 3 && isDigit(text.at(0)) && isDigit(text.at(1)) && isLetter(text.at(2));
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }

    /** True when this is said by a pump: address and status come first. */
    boolean isFromPump() {
        return isAnswer(octets);
    }

    /** 0 to 99. Only of a frame from a pump. */
    int address() {
        return (octets.at(0) - '0') * 10 + octets.at(1) - '0';
    }

    /** The status letter. Only of a frame from a pump. */
    char status() {
        return octets.at(2);
    }

    /** What follows the status letter. Only of a frame from a pump. */
    Octets data() {
        return octets.part(3, octets.length());
    }

    /** The frame as it goes over the wire. */
    public byte[] bytes() {
        byte[] plain = octets.toBytes();
        return mode == Mode.BASIC ? basic(plain) : safe(plain);
    }

    private static byte[] basic(byte[] plain) {
        byte[] wire = new byte[plain.length + 2];
        wire[0] = STX;
        System.arraycopy(plain, 0, wire, 1, plain.length);
        wire[wire.length - 1] = ETX;
        return wire;
    }

    private static byte[] safe(byte[] plain) {
        byte[] wire = Arrays.copyOf(new byte[] {STX, (byte) (plain.length + SAFE_WRAPPING)}, plain.length + 5);
        System.arraycopy(plain, 0, wire, 2, plain.length);
        int crc = NewEraCrc.of(plain, 0, plain.length);
        wire[plain.length + 2] = (byte) (crc >>> 8);
        wire[plain.length + 3] = (byte) crc;
        wire[plain.length + 4] = ETX;
        return wire;
    }
}
