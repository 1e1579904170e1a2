package vigil.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.look.Words;

/** Every reason for which the session refuses an entry is said in the language of the screen. */
class ReasonsTest {
    private static final Words GERMAN = Words.of(Locale.GERMAN);
    private static final Path CODE = Path.of("src/main/java/vigil");
    /** The files in which an entry is refused. */
    private static final List<String> FILES = List.of(
            "session/EntryCheck.java",
            "session/CareCheck.java",
            "session/Trigger.java",
            "people/Right.java",
            "people/PeopleCheck.java");
    /** A sentence in the code begins with a small letter and has a blank within; a value may follow. */
    private static final Pattern SENTENCE = Pattern.compile("\"([a-z][^\"]* [^\"]*)\"");

    static Stream<String> sentences() {
        return FILES.stream()
                .flatMap(file -> SENTENCE.matcher(code(file)).results().map(it -> it.group(1)));
    }

    private static String code(String file) {
        try {
            return Files.readString(CODE.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void everyReasonHasGermanWords(String sentence) {
        String reason = sentence.replace("over: ", "over: 14 min left").replaceAll("of version $", "of version 7");

        assertThat(Reasons.in(GERMAN, reason)).isNotEqualTo(reason);
    }

    @Test
    void theValueOfAReasonIsKept() {
        assertThat(Reasons.in(GERMAN, "the hour is not over: 26 min left"))
                .isEqualTo("die Stunde ist nicht um: noch 26 min");
    }

    @Test
    void whatHasNoWordsStaysAsItWasSaid() {
        assertThat(Reasons.in(GERMAN, "No space left on device")).isEqualTo("No space left on device");
    }

    @Test
    void aRefusalIsToldInOneLanguage() {
        Phrases german = new Phrases(GERMAN, ZoneId.of("Australia/Sydney"));

        assertThat(german.text("entry.refused", "no session is open")).contains("keine Behandlung ist offen");
        assertThat(german.text("flow.refused", "there is nothing to override")).doesNotContain("nothing");
    }
}
