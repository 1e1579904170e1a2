package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second reading of sections 2.3 and 2.4, written without looking at speed or at the framer: cut the stream at every
 * SOH, look for the first EOT, take the stuffing out by a regular expression, compare everything.
 */
final class SlowBccParser {
    private static final Pattern PAIR = Pattern.compile("(EX|EE|ex|ee)|([^DEde])", Pattern.DOTALL);
    private static final Pattern MESSAGE = Pattern.compile(
            "\u0001(\\d{5})\u0002([/-9A-z]{0,15})/1/1>(.*)([\u0003\u0017])(\\d{5})\u0004", Pattern.DOTALL);

    private SlowBccParser() {}

    static List<BccFrame> frames(byte[] bytes, boolean stuffing) {
        List<BccFrame> frames = new ArrayList<>();
        String stream = new String(bytes, ISO_8859_1);
        for (int at = stream.indexOf(1); at >= 0; at = stream.indexOf(1, at + 1)) {
            int next = stream.indexOf(1, at + 1);
            String piece = stream.substring(at, next < 0 ? stream.length() : next);
            int end = piece.indexOf(4);
            if (end >= 0) {
                String wire = piece.substring(0, end + 1);
                plain(wire, stuffing).flatMap(SlowBccParser::frame).ifPresent(frames::add);
            }
        }
        return frames;
    }

    private static Optional<String> plain(String wire, boolean stuffing) {
        if (!stuffing) {
            return Optional.of(wire);
        }
        StringBuilder plain = new StringBuilder();
        Matcher pair = PAIR.matcher(wire);
        while (pair.lookingAt()) {
            plain.append(
                    switch (pair.group()) {
                        case "EX" -> "D";
                        case "EE" -> "E";
                        case "ex" -> "d";
                        case "ee" -> "e";
                        default -> pair.group();
                    });
            pair.region(pair.end(), wire.length());
        }
        return pair.regionStart() == wire.length() ? Optional.of(plain.toString()) : Optional.empty();
    }

    private static Optional<BccFrame> frame(String plain) {
        Matcher message = MESSAGE.matcher(plain);
        if (!message.matches() || Integer.parseInt(message.group(1)) != plain.length()) {
            return Optional.empty();
        }
        int sum = plain.substring(0, plain.length() - 6).chars().sum() % 256;
        return sum == Integer.parseInt(message.group(5))
                ? Optional.of(new BccFrame(
                        message.group(2), message.group(3), message.group(4).equals("\u0003")))
                : Optional.empty();
    }
}
