package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.newera.NewEraFrame.Mode;

/**
 * A second reading of section 5.3, written without looking at speed or at the framer: try every STX from left to right,
 * first as an answer of Basic mode by a regular expression, then as a Safe packet by its length and a CRC by division.
 */
final class SlowNewEraParser {
    private static final Pattern BASIC = Pattern.compile("\u0002([0-9]{2}[A-Z][ -~]{0,57})\u0003");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

    private SlowNewEraParser() {}

    static List<NewEraFrame> frames(byte[] bytes) {
        List<NewEraFrame> frames = new ArrayList<>();
        String stream = new String(bytes, ISO_8859_1);
        Matcher basic = BASIC.matcher(stream);
        int at = stream.indexOf(2);
        while (at >= 0) {
            int end = safeEnd(stream, at);
            if (basic.region(at, stream.length()).lookingAt()) {
                frames.add(new NewEraFrame(Mode.BASIC, basic.group(1)));
                end = basic.end();
            } else if (end > 0) {
                frames.add(new NewEraFrame(Mode.SAFE, stream.substring(at + 2, end - 3)));
            }
            at = stream.indexOf(2, end > 0 ? end : at + 1);
        }
        return frames;
    }

    /** Where the Safe packet that begins at {@code at} ends, or -1 if none does. */
    private static int safeEnd(String stream, int at) {
        int length = at + 1 < stream.length() ? stream.charAt(at + 1) : 0;
        int end = at + 1 + length;
        if (length < 5 || length > 47 || end > stream.length() || stream.charAt(end - 1) != 3) {
            return -1;
        }
        String payload = stream.substring(at + 2, end - 3);
        int said = stream.charAt(end - 3) << 8 | stream.charAt(end - 2);
        return PRINTABLE.matcher(payload).matches() && said == crc(payload) ? end : -1;
    }

    /** The remainder of the payload, sixteen zero bits appended, divided by 11021. */
    static int crc(String payload) {
        int rest = 0;
        for (char value : (payload + "\0\0").toCharArray()) {
            for (int bit = 7; bit >= 0; bit--) {
                rest = rest << 1 | ((value >> bit) & 1);
                rest = (rest & 0x10000) == 0 ? rest : rest ^ 0x11021;
            }
        }
        return rest;
    }
}
