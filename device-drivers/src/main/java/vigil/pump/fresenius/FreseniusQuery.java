package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Query;

/**
 * Everything that may ever be sent on a line of this protocol (section 4.8): requests that read, open or close a
 * connection or subscribe, the answers that spontaneous frames oblige to, and three acknowledgements. There is no other way
 * to make one than the constants and factories here. Immutable.
 */
public final class FreseniusQuery implements Query {
    /** The frame was good. */
    public static final FreseniusQuery ACK = new FreseniusQuery("ACK", new byte[] {0x06});

    /** The frame had a wrong checksum or was otherwise damaged. */
    public static final FreseniusQuery NAK = new FreseniusQuery("NAK 2", new byte[] {0x15, '2'});

    /** The answer to the device's ENQ. */
    public static final FreseniusQuery DC4 = new FreseniusQuery("DC4", new byte[] {0x14});

    private static final Pattern PERMITTED =
            Pattern.compile("[0-6]?(DC|FC|E|M)|0(LE|DE);b|[1-6]?(LF;b|LP|LN|DE;ae|LE;(draem|[draem]))");
    private static final Pattern FRAME = Pattern.compile("\u0002([ -~]{1,80})[0-9A-F]{2}\u0003");

    private final String name;
    private final byte[] bytes;

    private FreseniusQuery(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    private static FreseniusQuery frame(int address, String rest) {
        FreseniusFrame frame = FreseniusFrame.of(address, rest);
        if (!PERMITTED.matcher(frame.body()).matches()) {
            throw new IllegalArgumentException("\"%s\" is no request of Vigil's".formatted(frame.body()));
        }
        return new FreseniusQuery(frame.body(), frame.bytes());
    }

    /** Opens the connection to the base, a module or the single pump. */
    static FreseniusQuery connect(int address) {
        return frame(address, "DC");
    }

    /** Closes it. */
    static FreseniusQuery disconnect(int address) {
        return frame(address, "FC");
    }

    /** Asks the base which modules it has. */
    static FreseniusQuery modules() {
        return frame(FreseniusFrame.BASE, "LE;b");
    }

    /** Asks for values: {@code draem}, or one of these letters. */
    static FreseniusQuery values(int address, String letters) {
        return frame(address, "LE;" + letters);
    }

    /** Asks what sort of device it is. */
    static FreseniusQuery deviceType(int address) {
        return frame(address, "LF;b");
    }

    /** Asks for the identifier. */
    static FreseniusQuery identifier(int address) {
        return frame(address, "LN");
    }

    /** Asks for the drug set on the module. */
    static FreseniusQuery drug(int address) {
        return frame(address, "LP");
    }

    /** Asks to be told of changes: {@code b} of the base, {@code ae} of a module. */
    static FreseniusQuery subscribe(int address, String letters) {
        return frame(address, "DE;" + letters);
    }

    /** The obligatory answer to a spontaneous value ({@code E}) or setting ({@code M}). */
    static FreseniusQuery answer(int address, char status) {
        return frame(address, String.valueOf(status));
    }

    /** True when exactly these bytes may be sent; judged from the bytes alone. */
    public static boolean permits(byte[] bytes) {
        if (Arrays.equals(bytes, ACK.bytes) || Arrays.equals(bytes, NAK.bytes) || Arrays.equals(bytes, DC4.bytes)) {
            return true;
        }
        Matcher frame = FRAME.matcher(new String(bytes, ISO_8859_1));
        return frame.matches()
                && PERMITTED.matcher(frame.group(1)).matches()
                && Arrays.equals(new FreseniusFrame(frame.group(1)).bytes(), bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String name() {
        return name;
    }
}
