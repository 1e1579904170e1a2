package vigil.pump.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "3.50,3.5",
        "0.00,0",
        "1200.00,1200",
        "12.480,12.48",
        "007,7",
        "0.10,0.1",
        "00012,12",
        "1.000,1",
        "999999999999999,999999999999999"
    })
    void decimalIsReadWithoutTrailingZeros(String text, BigDecimal value) {
        assertThat(StrictDecimal.value(StrictDecimal.read(Octets.of(text), 0, text.length())))
                .isEqualTo(value);
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
        assertThat(StrictDecimal.read(Octets.of(text), 0, text.length())).isEqualTo(StrictDecimal.NONE);
    }

    @ParameterizedTest
    @CsvSource({"^3.50^,1,5,3.5", "12345,1,3,23"})
    void onlyThePartAskedForIsRead(String text, int from, int to, BigDecimal value) {
        assertThat(StrictDecimal.value(StrictDecimal.read(Octets.of(text), from, to)))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1800,1800,false", "1800.01,1800,true", "1801,1800,true", "0.999,1,false", "999999999999999,99999,true"
    })
    void decimalIsComparedWithAWholeNumberExactly(String text, long most, boolean above) {
        assertThat(StrictDecimal.isAbove(StrictDecimal.read(Octets.of(text), 0, text.length()), most))
                .isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"9999.9,99999,9999", "9999.89,99998,9999", "0.05,0,0", "12,120,12"})
    void wholeAndTenthsAreCutNotRounded(String text, long tenths, long whole) {
        long decimal = StrictDecimal.read(Octets.of(text), 0, text.length());
        assertThat(StrictDecimal.tenths(decimal)).isEqualTo(tenths);
        assertThat(StrictDecimal.whole(decimal)).isEqualTo(whole);
    }
}
