package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEndsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mon 19:25, again     | Mon_19:25,_again
                    (R5: 1:08:40 / 2:00) | (R5:_1:08:40_/_2:00)
                    2021-06 and 0.05–0.1 | 2021-06_and_0.05–0.1
                    anti-siphon          | anti-_siphon
                    """)
    void aLineEndsBetweenWordsAndNeverInsideANumber(String text, String ends) {
        LineEnds lines = new LineEnds();
        lines.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = lines.next(); at >= 0; at = lines.next()) {
            parts.add(text.substring(from, at).strip());
            from = at;
        }
        assertThat(String.join("_", parts)).isEqualTo(ends);
    }
}
