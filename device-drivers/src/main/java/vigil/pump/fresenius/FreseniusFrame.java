package vigil.pump.fresenius;

import vigil.pump.wire.Octets;

/**
 * One frame without its wrapping: {@code [address] verb-or-status [;data]}. From a framer it lies over the framer's
 * buffer; {@link #kept} is for keeping.
 *
 * @param octets 1 to 80 printable characters (20–7E)
 */
public record FreseniusFrame(Octets octets) implements FreseniusSignal {
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
        if (octets.length() == 0 || octets.length() > MOST || !isPrintable(octets)) {
            throw new IllegalArgumentException("body \"%s\": 1 to 80 characters 20 to 7E".formatted(octets));
        }
    }

    /** A frame of that body. */
    public FreseniusFrame(String body) {
        this(Octets.of(body));
    }

    /** The same, whatever becomes of the buffer it was read from. */
    FreseniusFrame kept() {
        return new FreseniusFrame(octets.copy());
    }

    private static boolean isPrintable(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.at(i))) {
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

    /** What stands between STX and the check. */
    public String body() {
        return octets.toString();
    }

    /** The frame as it goes over the wire. */
    public byte[] bytes() {
        int length = octets.length();
        byte[] wire = new byte[length + 4];
        wire[0] = STX;
        octets.copyTo(wire, 1);
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
        return hasAddress() ? octets.at(0) - '0' : SINGLE;
    }

    private boolean hasAddress() {
        return octets.at(0) >= '0' && octets.at(0) <= '9';
    }

    private int restAt() {
        return hasAddress() ? 1 : 0;
    }

    /** The verb or status: what stands between the address and the first {@code ;}. */
    public String word() {
        return octets.text(restAt(), separator());
    }

    /** The one-character status C, I, E or M of an answer, or 0 when this is none. */
    char status() {
        int at = restAt();
        int length = octets.length();
        boolean single = at + 1 == length || (at + 1 < length && octets.at(at + 1) == ';');
        return single && "CIEM".indexOf(octets.at(at)) >= 0 ? octets.at(at) : 0;
    }

    /** True when there is a {@code ;}, even with nothing after it. */
    public boolean hasData() {
        return separator() < octets.length();
    }

    private int separator() {
        return octets.find(';', 0, octets.length());
    }

    /** Where the data begin in {@link #octets}; its length when there are none. */
    int dataAt() {
        return Math.min(separator() + 1, octets.length());
    }

    /** What stands after the first {@code ;}. */
    public String data() {
        return octets.text(dataAt(), octets.length());
    }
}
