package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * One New Era frame, without its wrapping. Immutable.
 *
 * @param payload printable ASCII. In Basic mode address, status and data ({@code 00I3.500MH}), 3 to 60 characters; in Safe
 *     mode 1 to 43, in either direction
 */
public record NewEraFrame(Mode mode, String payload) {
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
                ? isAnswer(payload) && payload.length() <= MOST
                : !payload.isEmpty() && payload.length() <= MOST_SAFE - SAFE_WRAPPING;
        if (!fits || !isText(payload)) {
            throw new IllegalArgumentException("\"%s\": no payload of %s mode".formatted(payload, mode));
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

    static boolean isText(int character) {
        return character >= ' ' && character <= '~';
    }

    /** True for two digits and a status letter, whatever follows. */
    private static boolean isAnswer(String text) {
        return text.length() >= 3 && isDigit(text.charAt(0)) && isDigit(text.charAt(1)) && isLetter(text.charAt(2));
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }

    /** True when this is said by a pump: address and status come first. */
    boolean isFromPump() {
        return isAnswer(payload);
    }

    /** 0 to 99. Only of a frame from a pump. */
    int address() {
        return (payload.charAt(0) - '0') * 10 + payload.charAt(1) - '0';
    }

    /** The status letter. Only of a frame from a pump. */
    char status() {
        return payload.charAt(2);
    }

    /** What follows the status letter. Only of a frame from a pump. */
    String data() {
        return payload.substring(3);
    }

    /** The frame as it goes over the wire. */
    public byte[] bytes() {
        byte[] plain = payload.getBytes(US_ASCII);
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
