package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.PumpModel;

/**
 * Hears, of any bytes, whatever a pump of one model could take for something said to it. Written from the grammar on the
 * protocol page and deliberately broader: but for Safe packets no check has to fit, bit 7 counts or does not, words count inside others. It shares
 * nothing with driver or simulator.
 */
final class CommandEar {
    private static final Pattern ALARIS = Pattern.compile("![^\\r]*\\r", Pattern.DOTALL);
    private static final Pattern FRESENIUS = Pattern.compile("\\x02([^\\x02]*)\\x03", Pattern.DOTALL);
    private static final Pattern FRESENIUS_COMMAND = Pattern.compile("MO|RZ|OF|SI|EP|AP|EN|PR|PO|PB|PF|PV|RV|PP|PS");
    /** An address at most, then nothing (which asks for the status) or a word of this pump's; a long word anywhere counts. */
    private static final Pattern NEW_ERA = Pattern.compile("[0-9]{0,2}\\*?((AL|BP|IN|LN|PF)[^A-Z]?.*)?"
            + "|.*(DIA|PHN|FUN|RAT|VOL|DIR|RUN|STP|DIS|CLD|SAF|PUR|TRG|BUZ|LOC|ROM|DIN|OUT|INC|ADR|VER|RESET).*");

    private static final Pattern BCC = Pattern.compile("\\x01[0-9]{5}\\x02[^\\x04]*\\x04", Pattern.DOTALL);

    private CommandEar() {}

    /** Empty when a pump of that model hears nothing it could act on. */
    static List<String> heardBy(PumpModel model, byte[] bytes) {
        List<String> found = new ArrayList<>();
        String text = new String(bytes, ISO_8859_1);
        found.addAll(heard(model, text));
        String sevenBits = sevenBits(text);
        if (!sevenBits.equals(text)) {
            found.addAll(heard(model, sevenBits));
        }
        return found;
    }

    private static String sevenBits(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        text.chars().forEach(character -> masked.append((char) (character & 0x7F)));
        return masked.toString();
    }

    private static List<String> heard(PumpModel model, String text) {
        return switch (model) {
            case BCC -> all(BCC, text);
            case ALARIS -> all(ALARIS, text);
            case NEW_ERA -> newEra(text);
            case FRESENIUS ->
                all(FRESENIUS, text).stream()
                        .filter(frame -> FRESENIUS_COMMAND.matcher(frame).find())
                        .toList();
        };
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group()).toList();
    }

    /** CRC-16/XMODEM, bit by bit: a payload with its right check leaves nothing. */
    private static boolean fits(String payloadAndCheck) {
        int crc = 0;
        for (int i = 0; i < payloadAndCheck.length(); i++) {
            crc ^= payloadAndCheck.charAt(i) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
            crc &= 0xFFFF;
        }
        return crc == 0;
    }

    /** Basic mode: a line whose blanks, control characters and case do not matter. Safe mode: a packet by length and check. */
    private static List<String> newEra(String text) {
        List<String> found = new ArrayList<>();
        Matcher line = Pattern.compile("[^\\r]*\\r").matcher(text);
        while (line.find()) {
            String said = line.group().replaceAll("[^!-~]", "").toUpperCase(Locale.ROOT);
            if (NEW_ERA.matcher(said).matches()) {
                found.add(said + "<CR>");
            }
        }
        for (int stx = text.indexOf(2); stx >= 0 && stx + 1 < text.length(); stx = text.indexOf(2, stx + 1)) {
            int end = stx + text.charAt(stx + 1);
            if (end > stx + 4 && end < text.length() && text.charAt(end) == 3 && fits(text.substring(stx + 2, end))) {
                found.add("packet " + text.substring(stx, end + 1));
            }
        }
        return found;
    }
}
