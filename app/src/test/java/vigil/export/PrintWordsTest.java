package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.alarm.AlarmPriority;
import vigil.session.ObservationSet;
import vigil.session.Segment;

class PrintWordsTest {
    private static final Properties ENGLISH = read("words.properties");
    private static final Properties GERMAN = read("words_de.properties");
    private static final PrintWords DE = PrintWords.named("de");

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(PrintWords.class.getResourceAsStream("/vigil/look/print/" + name)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(new TreeSet<>(GERMAN.stringPropertyNames())).isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    @Test
    void everyTextHasTheSamePlacesInBothLanguagesAndNoneIsEmpty() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(places(GERMAN.getProperty(key))).as(key).isEqualTo(places(ENGLISH.getProperty(key)));
            assertThat(GERMAN.getProperty(key)).as(key).isNotBlank();
        }
    }

    /** A limit or a number of a rule that differs between the languages would be a mistake of the translation. */
    @Test
    void everyTextHoldsTheSameNumbersInBothLanguages() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(numbers(GERMAN.getProperty(key))
                            .map(it -> it.replace(',', '.'))
                            .sorted()
                            .toList())
                    .as(key)
                    .isEqualTo(numbers(ENGLISH.getProperty(key)).sorted().toList());
        }
    }

    private static Stream<String> numbers(String text) {
        return Pattern.compile("(?<!\\{)\\d+(?:[.,]\\d+)?(?!})")
                .matcher(text)
                .results()
                .map(MatchResult::group);
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the record calls by a word of its own would else stand there in English. */
    @Test
    void everyWordOfTheRecordThatIsPrintedHasWords() {
        Stream.of(Segment.Cause.values())
                .forEach(it -> assertThat(DE.find("because." + it)).isPresent());
        Stream.of(AlarmPriority.values())
                .forEach(it -> assertThat(DE.find("priority." + it)).isPresent());
        Stream.of(ObservationSet.Circumstance.values())
                .forEach(it -> assertThat(DE.find("value." + it)).isPresent());
    }

    @Test
    void germanWritesADecimalCommaAndNoGroups() {
        Figures figures = DE.figures();
        assertThat(figures.fixed(new BigDecimal("1234.5678"), 3)).isEqualTo("1234,568");
        assertThat(figures.reported(new BigDecimal("1.75"))).isEqualTo("1,75");
        assertThat(figures.plain(new BigDecimal("4"))).isEqualTo("4");
        assertThat(figures.hours(Duration.ofMinutes(90))).isEqualTo("1,5");
        assertThat(figures.within("0.1 × 70 = 7.0 mg/h 1:30:00")).isEqualTo("0,1 × 70 = 7,0 mg/h 1:30:00");
    }

    /** One form for each language, also where the machine or the settings name a country. */
    @Test
    void aCountryChangesNothing() {
        assertThat(PrintWords.in(Locale.of("en", "AU")).locale()).isEqualTo(Locale.ENGLISH);
        assertThat(PrintWords.in(Locale.GERMANY).locale()).isEqualTo(Locale.GERMAN);
        assertThat(PrintWords.in(Locale.FRANCE).locale()).isEqualTo(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "", "DE"})
    void anUnknownLanguageIsNamed(String language) {
        assertThatThrownBy(() -> PrintWords.named(language)).hasMessageContaining("neither en nor de");
    }
}
