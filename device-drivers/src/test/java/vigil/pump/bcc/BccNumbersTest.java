package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BccNumbersTest {
    @ParameterizedTest
    @CsvSource({"0,0", "0.35,0.35", "0.10,0.1", "9999.9,9999.9", "100,100", "00012,12", "1.000,1"})
    void decimalIsReadWithoutTrailingZeros(String text, BigDecimal value) {
        assertThat(BccNumbers.decimal(text, 0, text.length())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "1.", ".5", "-1", "+1", "1,5", "1 ", "1e3", "NaN", "---", "1.2.3", "1234567890123456"})
    @Tag("A14")
    @Tag("A15")
    void whateverElseIsNoDecimal(String text) {
        assertThat(BccNumbers.decimal(text, 0, text.length())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x00000400h", "0x00000400", "00000400h", "00000400", "400", "0X400H"})
    void bitFieldIsReadWithOrWithoutItsMarks(String text) {
        assertThat(BccNumbers.bits(text, 0, text.length())).hasValue(0x400);
    }

    @Test
    void highestBitIsRead() {
        assertThat(BccNumbers.bits("80000000", 0, 8)).hasValue(1 << 31);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "0x", "0xh", "123456789", "0xG", "_NV"})
    void whateverElseIsNoBitField(String text) {
        assertThat(BccNumbers.bits(text, 0, text.length())).isEmpty();
    }
}
