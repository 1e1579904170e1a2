package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
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

    private static final Set<String> FOR_ANY_BED = Set.of("ADMIN:VERSION", "MEM:GET");

    private PrintedQueries() {}

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Fails on anything else. Another bed's name, which a ComDevice can have taught the link, is put in its place. */
    public static void verify(byte[] sent) {
        if (!HEX.contains(hex(sent)) && !isForAnotherBed(sent, true) && !isForAnotherBed(sent, false)) {
            throw new AssertionError("not in the closed query set: " + hex(sent));
        }
    }

    /** Read by the slow parser: one whole message and nothing beside it, in words that are printed. */
    private static boolean isForAnotherBed(byte[] sent, boolean stuffing) {
        String text = new String(sent, ISO_8859_1);
        List<BccFrame> frames = SlowBccParser.frames(sent, stuffing);
        return frames.size() == 1
                && text.lastIndexOf('\1') == 0
                && text.indexOf('\4') == text.length() - 1
                && frames.getFirst().last()
                && FOR_ANY_BED.contains(frames.getFirst().information());
    }
}
