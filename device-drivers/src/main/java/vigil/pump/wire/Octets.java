package vigil.pump.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * A stretch of bytes read as characters 0 to 255: ASCII as it stands, UTF-8 not yet decoded. Not copied where it is made
 * over a framer's buffer: it is then good until the framer takes more bytes, and {@link #copy} is for keeping. Two are
 * equal when their bytes are.
 */
public final class Octets {
    private final byte[] bytes;
    private final int start;
    private final int length;

    private Octets(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /** The bytes of {@code buffer} from {@code from} to before {@code to}, as long as the buffer is left alone. */
    public static Octets over(byte[] buffer, int from, int to) {
        return new Octets(buffer, from, to - from);
    }

    /** One byte a character; characters above 255 become a question mark. */
    public static Octets of(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        return new Octets(bytes, 0, bytes.length);
    }

    /** The same bytes in an array of their own. */
    public Octets copy() {
        return new Octets(toBytes(), 0, length);
    }

    /** The part from {@code from} to before {@code to}, over the same bytes. */
    public Octets part(int from, int to) {
        return new Octets(bytes, start + from, to - from);
    }

    public int length() {
        return length;
    }

    /** The character at {@code index}, 0 to 255. */
    public char at(int index) {
        return (char) (bytes[start + index] & 0xFF);
    }

    /** The eight bytes from {@code index} on, the first lowest; zeros for those beyond the end. */
    public long eight(int index) {
        return EightBytes.before(start + length, bytes, start + index);
    }

    /** Where {@code character} first stands from {@code from} to before {@code to}; {@code to} when it does not. */
    public int find(char character, int from, int to) {
        int at = start + from;
        int end = start + to;
        while (at < end && bytes[at] != (byte) character) {
            at++;
        }
        return Math.max(at - start, from);
    }

    /** How many bytes from {@code index} on are those of {@code other} from {@code from} to before {@code to}. */
    public int same(int index, byte[] other, int from, int to) {
        int different = Arrays.mismatch(bytes, start + index, start + length, other, from, to);
        return different < 0 ? to - from : different;
    }

    /** True when {@code text}, all ASCII, stands from {@code from} on. */
    public boolean has(String text, int from) {
        if (length - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True when exactly {@code text}, all ASCII, stands from {@code from} to before {@code to}. */
    public boolean is(String text, int from, int to) {
        return to - from == text.length() && has(text, from);
    }

    /** The characters from {@code from} to before {@code to}. */
    public String text(int from, int to) {
        return new String(bytes, start + from, to - from, ISO_8859_1);
    }

    /** The bytes in an array of their own. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** Writes those from {@code from} to before {@code to} into {@code buffer} from {@code at} on and says where they end. */
    public int copyTo(int from, int to, byte[] buffer, int at) {
        System.arraycopy(bytes, start + from, buffer, at, to - from);
        return at + to - from;
    }

    /** Writes the bytes into {@code buffer} from {@code at} on and says where they end. */
    public int copyTo(byte[] buffer, int at) {
        System.arraycopy(bytes, start, buffer, at, length);
        return at + length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets
                && Arrays.equals(
                        bytes, start, start + length, octets.bytes, octets.start, octets.start + octets.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[start + i];
        }
        return hash;
    }

    /** All the characters. */
    @Override
    public String toString() {
        return text(0, length);
    }
}
