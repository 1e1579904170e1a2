package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reading of sections 3.3 and 3.4, written without looking at speed or at the framer: cut the stream before every
 * exclamation mark, match the piece by a regular expression, compute the CRC bit by bit.
 */
final class SlowAlarisParser {
    private static final Pattern BEFORE_BEGIN = Pattern.compile("(?=!)");
    private static final Pattern FRAME =
            Pattern.compile("!([ -{}~\u00A0-\u00FF]{1,250}+)\\|([0-9A-F]{4})\r.*", Pattern.DOTALL);

    private SlowAlarisParser() {}

    static List<AlarisFrame> frames(byte[] bytes) {
        List<AlarisFrame> frames = new ArrayList<>();
        for (String piece : BEFORE_BEGIN.split(new String(bytes, ISO_8859_1))) {
            Matcher frame = FRAME.matcher(piece);
            if (frame.matches() && frame.group(2).equals(crc(frame.group(1)))) {
                frames.add(new AlarisFrame(frame.group(1)));
            }
        }
        return frames;
    }

    static String crc(String text) {
        int crc = 0xFFFF;
        for (byte value : text.getBytes(ISO_8859_1)) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean in = ((value >> bit) & 1) == 1;
                boolean out = (crc & 0x8000) != 0;
                crc = (crc << 1) & 0xFFFF;
                crc = in == out ? crc : crc ^ 0x1021;
            }
        }
        return HexFormat.of().withUpperCase().toHexDigits((char) crc);
    }
}
