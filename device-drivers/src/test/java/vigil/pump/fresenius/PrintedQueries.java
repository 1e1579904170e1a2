package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Everything Vigil may send, as hexadecimal digits: written out from section 4.8, checksums by a reckoning of its own, so
 * that it shares nothing with the driver's list.
 */
public final class PrintedQueries {
    public static final Set<String> ALL = all();

    private PrintedQueries() {}

    /** Fails on anything else. */
    public static void verify(byte[] sent) {
        if (!ALL.contains(HexFormat.of().formatHex(sent))) {
            throw new AssertionError(
                    "not in the closed query set: " + HexFormat.of().formatHex(sent));
        }
    }

    private static Set<String> all() {
        Set<String> all = new HashSet<>(Set.of("06", "14", "1532", hex("0LE;b"), hex("0DE;b")));
        for (String address : new String[] {"", "0", "1", "2", "3", "4", "5", "6"}) {
            for (String verb : new String[] {"DC", "FC", "E", "M"}) {
                all.add(hex(address + verb));
            }
        }
        for (String address : new String[] {"", "1", "2", "3", "4", "5", "6"}) {
            for (String verb :
                    new String[] {"LF;b", "LP", "LN", "DE;ae", "LE;draem", "LE;d", "LE;r", "LE;a", "LE;e", "LE;m"}) {
                all.add(hex(address + verb));
            }
        }
        return all;
    }

    private static String hex(String body) {
        String wire = "\u0002%s%02X\u0003".formatted(body, 255 - body.chars().sum() % 256);
        return HexFormat.of().formatHex(wire.getBytes(ISO_8859_1));
    }
}
