package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reading of sections 4.3 and 4.4, written without looking at speed or at the framer: take every ENQ out of the
 * stream, find what stands between STX and ETX by a regular expression, and add the characters up.
 */
final class SlowFreseniusParser {
    private static final Pattern FRAME = Pattern.compile("\u0002([ -~]{1,80})([0-9A-F]{2})\u0003");

    private SlowFreseniusParser() {}

    static List<FreseniusFrame> frames(byte[] bytes) {
        List<FreseniusFrame> frames = new ArrayList<>();
        String stream = new String(bytes, ISO_8859_1).replace("\u0005", "");
        Matcher found = FRAME.matcher(stream);
        while (found.find()) {
            int sum = found.group(1).chars().sum();
            if (HexFormat.fromHexDigits(found.group(2)) == 255 - sum % 256) {
                frames.add(new FreseniusFrame(found.group(1)));
            }
        }
        return frames;
    }
}
