package vigil.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.ui.form.Fault.What;

/** What a typed or pasted text means in a field, and that nothing is ever taken in part. */
class KindTest {
    private static final Question<BigDecimal> WEIGHT = Question.number("weight", "20", "350", 1, "kg");
    private static final Question<LocalDate> BORN =
            Question.day("born", LocalDate.of(1900, 1, 1), LocalDate.of(2026, 3, 2));
    private static final Question<LocalTime> TIME = Question.time("time");

    private static <T> Reading<T> read(Question<T> question, String text) {
        return question.kind().read(text);
    }

    private static Optional<What> fault(Question<?> question, String text) {
        return question.kind().read(text).fault().map(Fault::what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            70     | 70
            70.5   | 70.5
            '70,5' | 70.5
            070.50 | 70.5
            ' 70 ' | 70
            350.0  | 350
            """)
    void pointAndCommaAreTheSameDecimalSign(String typed, BigDecimal number) {
        assertThat(read(WEIGHT, typed))
                .isEqualTo(new Reading.Value<>(number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.5", "1.2.3", "70..5", "seventy", "+70", "70-80", "٧٠", "７０", "70 5", "NaN", "."})
    void whatIsNoNumberIsNotReadInPart(String typed) {
        assertThat(fault(WEIGHT, typed)).contains(What.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7O", "1e2", "0x46", "70kg", "1,5,5 kg"})
    void lettersAmongDigitsMakeNoNumber(String typed) {
        assertThat(read(WEIGHT, typed).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"154 lb", "154lb", "70 kg", "70.5µg", "11 st 2"})
    void aUnitBesideTheNumberIsRefusedByName(String typed) {
        assertThat(read(WEIGHT, typed).fault()).contains(new Fault(What.UNIT, List.of(typed, "kg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.9", "350.1", "-70", "7000"})
    void aNumberOutsideItsLimitsIsRefusedWithThem(String typed) {
        assertThat(read(WEIGHT, typed).fault().orElseThrow())
                .isEqualTo(new Fault(What.RANGE, List.of(typed, "20", "350", "kg")));
    }

    @Test
    void moreDecimalsThanTheFieldHasAreNotRoundedAway() {
        assertThat(fault(WEIGHT, "70.55")).contains(What.DECIMALS);
        assertThat(fault(WEIGHT, "70.50")).isEmpty();
    }

    @Test
    void aPastedPageIsExplainedInOneLine() {
        assertThat(read(WEIGHT, "x".repeat(3_000)).fault().orElseThrow().arguments())
                .allMatch(words -> words.length() < 30);
    }

    @Test
    void nothingTypedIsMissingAndNotZero() {
        assertThat(read(WEIGHT, "  ")).isEqualTo(new Reading.Missing<>());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.3.1971", "14/03/1971", "14 3 1971", "14-3-1971", "14031971", "1971-03-14"})
    void aDayIsReadDayFirstOrInTheOrderOfTheStandard(String typed) {
        assertThat(read(BORN, typed).value()).contains(LocalDate.of(1971, 3, 14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.3.71", "3/14/1971", "29.2.1971", "31.4.1971", "1431971", "tomorrow", "14 Mar"})
    void whatIsNoDayIsNotGuessed(String typed) {
        assertThat(fault(BORN, typed)).contains(What.DATE);
    }

    @Test
    void aDayOutsideItsLimitsIsRefused() {
        assertThat(fault(BORN, "3.3.2026")).contains(What.DATE_RANGE);
        assertThat(fault(BORN, "2.3.2026")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14:30, 14:30", "1430, 14:30", "0905, 09:05", "9:05, 09:05", "9.05, 09:05"})
    void aTimeIsReadWithOrWithoutItsColon(String typed, LocalTime time) {
        assertThat(read(TIME, typed).value()).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9:60", "9", "9:5", "noon"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(fault(TIME, typed)).contains(What.TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WIN\u202eRET", "a\u0000b", "a\u001bb", "zero\u200bwidth"})
    void signsThatHideOrTurnWordsAreRefused(String typed) {
        assertThat(fault(Question.text("name"), typed)).contains(What.CHARACTER);
    }

    @Test
    void namesOfEveryScriptArePlainText() {
        for (String name : List.of("O'Brien-Şahin", "李 小龙", "محمد", "Nguyễn")) {
            assertThat(read(Question.text("name"), name)).isEqualTo(new Reading.Value<>(name));
        }
    }

    @Test
    void severalOptionsAreReadTogetherOrNotAtAll() {
        Question<Set<String>> side = new Question<>("side", new Kind.AnyOf(List.of("A", "B")));
        assertThat(read(side, "A B").value()).contains(Set.of("A", "B"));
        assertThat(fault(side, "A C")).contains(What.OPTION);
    }
}
