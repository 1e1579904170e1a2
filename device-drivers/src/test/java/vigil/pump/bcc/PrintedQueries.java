package vigil.pump.bcc;

import java.util.HexFormat;
import java.util.Set;

/**
 * The closed query set of BCC as printed on the protocol page for bed {@code SpaceCOM}, with stuffing on and off. Every
 * test that lets a link send anything compares with this, not with what the driver itself thinks is permitted.
 */
public final class PrintedQueries {
    private static final Set<String> HEX = Set.of(
            hex(BccVector.ALIVE.wire()),
            hex(BccVector.ALIVE.unstuffed()),
            hex(BccVector.VERSION.wire()),
            hex(BccVector.VERSION.unstuffed()),
            hex(BccVector.EVERYTHING.wire()),
            hex(BccVector.EVERYTHING.unstuffed()),
            "06",
            "15");

    private PrintedQueries() {}

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Fails on anything else. */
    public static void verify(byte[] sent) {
        if (!HEX.contains(hex(sent))) {
            throw new AssertionError("not in the closed query set: " + hex(sent));
        }
    }
}
