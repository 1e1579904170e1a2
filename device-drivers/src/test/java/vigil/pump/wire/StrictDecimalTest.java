package vigil.pump.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDecimalTest {
    @ParameterizedTest
    @CsvSource({"3.50,3.5", "0.00,0", "1200.00,1200", "12.480,12.48", "007,7", "999999999999999,999999999999999"})
    void decimalIsReadWithoutTrailingZeros(String text, BigDecimal value) {
        assertThat(StrictDecimal.of(text, 0, text.length())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.",
                ".5",
                "-1",
                "+1",
                "1,5",
                "1 000",
                " 1",
                "1.2.3",
                "1E3",
                "NaN",
                "---",
                "٣",
                "1000000000000000"
            })
    @Tag("A14")
    @Tag("A15")
    void anythingElseIsNoNumber(String text) {
        assertThat(StrictDecimal.of(text, 0, text.length())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"^3.50^,1,5,3.5", "12345,1,3,23"})
    void onlyThePartAskedForIsRead(String text, int from, int to, BigDecimal value) {
        assertThat(StrictDecimal.of(text, from, to)).isEqualTo(value);
    }
}
