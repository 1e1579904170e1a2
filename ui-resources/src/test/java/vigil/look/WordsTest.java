package vigil.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ENGLISH = Words.of(Locale.forLanguageTag("en-AU"));
    private static final Words GERMAN = Words.of(Locale.GERMANY);

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(new TreeSet<>(GERMAN.keys())).isEqualTo(new TreeSet<>(ENGLISH.keys()));
    }

    @Test
    void everyTextHasTheSamePlacesInBothLanguages() {
        for (String key : ENGLISH.keys()) {
            assertThat(places(GERMAN.text(key))).as(key).isEqualTo(places(ENGLISH.text(key)));
        }
    }

    @Test
    void noTextIsEmpty() {
        assertThat(ENGLISH.keys())
                .noneMatch(
                        key -> ENGLISH.text(key).isBlank() || GERMAN.text(key).isBlank());
    }

    @Test
    void safetyTextIsWordForWordThatOfTheClinicalRules() {
        assertThat(ENGLISH.text("safety"))
                .isEqualTo("Shows what the pump reports. Does not control the pump. Not an alarm."
                        + " Check patient and pump.");
    }

    @Test
    void germanWritesADecimalComma() {
        assertThat(GERMAN.decimal(new BigDecimal("0.1"), 3)).isEqualTo("0,100");
        assertThat(ENGLISH.decimal(new BigDecimal("0.1"), 3)).isEqualTo("0.100");
    }

    @Test
    void onlyPointsBetweenDigitsAreDecimalSigns() {
        assertThat(GERMAN.localised("8.80 mL/h. Then 4.5.")).isEqualTo("8,80 mL/h. Then 4,5.");
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> ENGLISH.text("no.such.key")).hasMessageContaining("no.such.key");
        assertThat(ENGLISH.find("no.such.key")).isEmpty();
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
