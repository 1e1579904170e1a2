package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
