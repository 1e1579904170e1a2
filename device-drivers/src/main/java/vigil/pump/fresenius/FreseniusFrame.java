package vigil.pump.fresenius;

/**
 * One frame without its wrapping: {@code [address] verb-or-status [;data]}. Immutable.
 *
 * @param body 1 to 80 printable characters (20–7E)
 */
public record FreseniusFrame(String body) implements FreseniusSignal {
    static final byte STX = 0x02;
    static final byte ETX = 0x03;

    /** Longest body; a longer one is refused by the device with error 0C. */
    static final int MOST = 80;

    /** The address of a single pump, which has none on the wire. */
    public static final int SINGLE = -1;

    /** The address of the base itself. */
    public static final int BASE = 0;

    /** Most modules of a base. */
    public static final int MOST_MODULES = 6;

    private static final String HEX = "0123456789ABCDEF";
    private static final int ALL = 0xFF;

    public FreseniusFrame {
        if (body.isEmpty() || body.length() > MOST || !isPrintable(body)) {
            throw new IllegalArgumentException("body \"%s\": 1 to 80 characters 20 to 7E".formatted(body));
        }
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isPrintable(int character) {
        return character >= 0x20 && character <= 0x7E;
    }

    /** A frame from its parts; {@code rest} is verb or status and what follows. */
    public static FreseniusFrame of(int address, String rest) {
        return new FreseniusFrame(address == SINGLE ? rest : address + rest);
    }

    /** The frame as it goes over the wire. */
    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) copies one byte a character, as meant here
    public byte[] bytes() {
        int length = body.length();
        byte[] wire = new byte[length + 4];
        wire[0] = STX;
        body.getBytes(0, length, wire, 1);
        int check = check(wire, 1, length + 1);
        wire[length + 1] = (byte) HEX.charAt(check >> 4);
        wire[length + 2] = (byte) HEX.charAt(check & 0xF);
        wire[length + 3] = ETX;
        return wire;
    }

    /** FF minus the sum of the bytes from {@code from} up to but not including {@code to}, modulo 256. */
    static int check(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return ALL - (sum & ALL);
    }

    /** Who speaks or is spoken to: the leading digit, or {@link #SINGLE}. */
    public int address() {
        return hasAddress() ? body.charAt(0) - '0' : SINGLE;
    }

    private boolean hasAddress() {
        return body.charAt(0) >= '0' && body.charAt(0) <= '9';
    }

    private int restAt() {
        return hasAddress() ? 1 : 0;
    }

    /** The verb or status: what stands between the address and the first {@code ;}. */
    public String word() {
        int separator = body.indexOf(';');
        return body.substring(restAt(), separator < 0 ? body.length() : separator);
    }

    /** The one-character status C, I, E or M of an answer, or 0 when this is none. */
    char status() {
        int at = restAt();
        int length = body.length();
        boolean single = at + 1 == length || (at + 1 < length && body.charAt(at + 1) == ';');
        return single && "CIEM".indexOf(body.charAt(at)) >= 0 ? body.charAt(at) : 0;
    }

    /** True when there is a {@code ;}, even with nothing after it. */
    public boolean hasData() {
        return body.indexOf(';') >= 0;
    }

    /** Where the data begin in {@link #body}; its length when there are none. */
    int dataAt() {
        int separator = body.indexOf(';');
        return separator < 0 ? body.length() : separator + 1;
    }

    /** What stands after the first {@code ;}. */
    public String data() {
        return body.substring(dataAt());
    }
}
