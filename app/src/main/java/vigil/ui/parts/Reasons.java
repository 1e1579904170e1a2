package vigil.ui.parts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.look.Words;

/**
 * Why an entry was refused, in the language of the screen. The session says it in one English line, which the log and the
 * command line repeat; the same line stands among the English words under {@code reason.}, and its key leads to the other
 * language with the same values. What has no words there, such as the message of a disk, stays as it was said.
 */
final class Reasons {
    private static final String PREFIX = "reason.";
    private static final Words SAID = Words.of(Locale.ENGLISH);
    private static final List<Known> KNOWN = SAID.keys().stream()
            .filter(key -> key.startsWith(PREFIX))
            .map(Known::of)
            .toList();

    private Reasons() {}

    /** A reason with its one place for a value, if it has one. */
    private record Known(String key, Pattern said) {
        private static Known of(String key) {
            String quoted = Pattern.quote(SAID.text(key)).replace("{0}", "\\E(.*)\\Q");
            return new Known(key, Pattern.compile(quoted));
        }

        private Optional<String> in(Words words, String reason) {
            Matcher matcher = said.matcher(reason);
            return matcher.matches()
                    ? Optional.of(matcher.groupCount() == 0 ? words.text(key) : words.text(key, matcher.group(1)))
                    : Optional.empty();
        }
    }

    static String in(Words words, String reason) {
        return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? reason
                : KNOWN.stream()
                        .flatMap(known -> known.in(words, reason).stream())
                        .findFirst()
                        .orElse(reason);
    }
}
