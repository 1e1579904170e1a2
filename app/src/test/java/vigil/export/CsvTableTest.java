package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static String cell(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "a,b")) {
            table.row().text(text).number(1).end();
        }
        String written = out.toString(StandardCharsets.UTF_8);
        return written.substring("a,b\r\n".length(), written.lastIndexOf(",1\r\n"));
    }

    @Test
    void everyNumberHasItsDigits() {
        long[] numbers = {0, 9, 10, 99, 100, 1_000_000, Long.MAX_VALUE, -1, -10, Long.MIN_VALUE};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "a")) {
            LongStream.of(numbers).forEach(number -> table.row().number(number).end());
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactlyElementsOf(
                        LongStream.of(numbers).mapToObj(Long::toString).toList());
    }

    @Test
    void aDecimalKeepsItsDigitsAlsoBelowOneOfTheSameValue() {
        List<BigDecimal> numbers = Stream.of("1.5", "1.50", "1.5", "1E+3", "-0.0000001", "0.0")
                .map(BigDecimal::new)
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "a")) {
            numbers.forEach(number -> table.row().decimal(number).end());
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly("1.5", "1.50", "1.5", "1000", "-0.0000001", "0.0");
    }

    @Test
    void aRowThatDoesNotFitTheHeaderIsRefused() {
        CsvTable table = new CsvTable(new ByteArrayOutputStream(), "a,b");
        assertThatThrownBy(() -> table.row().number(1).end()).isInstanceOf(IllegalStateException.class);
        CsvTable other = new CsvTable(new ByteArrayOutputStream(), "a");
        assertThatThrownBy(() -> other.row().text("1").text("2").end()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyTimeIsWrittenWithMillisecondsWhateverStoodInTheRowBefore() {
        List<Instant> times = List.of(
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-02T09:00:59.999999999Z"),
                Instant.parse("2026-03-02T09:01:00.005Z"),
                Instant.parse("2026-03-02T09:00:07.050Z"),
                Instant.parse("2026-12-31T23:59:59Z"),
                Instant.parse("1969-12-31T23:59:59.001Z"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, "at")) {
            times.forEach(at -> table.row().time(at).end());
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactlyElementsOf(times.stream().map(WHOLE::format).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@a", " =1", "＝1", "\t=1", "\tx", "x\n=1", "x\r\n  @a", "3\n-1"})
    void whatASpreadsheetWouldRunGetsAnApostrophe(String text) {
        assertThat(cell(text)).containsAnyOf("'" + text.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-20260302-01", "0412 7785", "a=b", "É", "x\ny", "", "(-1)"})
    void anythingElseStaysAsItIs(String text) {
        assertThat(cell(text)).doesNotContain("'");
    }
}
