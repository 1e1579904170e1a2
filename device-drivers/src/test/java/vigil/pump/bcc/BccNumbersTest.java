package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.wire.Octets;

class BccNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0x00000400h", "0x00000400", "00000400h", "00000400", "400", "0X400H"})
    void bitFieldIsReadWithOrWithoutItsMarks(String text) {
        assertThat(BccNumbers.bits(Octets.of(text), 0, text.length())).isEqualTo(0x400);
    }

    @Test
    void highestBitIsRead() {
        assertThat(BccNumbers.bits(Octets.of("80000000"), 0, 8)).isEqualTo(0x8000_0000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "0x", "0xh", "123456789", "0xG", "_NV"})
    void whateverElseIsNoBitField(String text) {
        assertThat(BccNumbers.bits(Octets.of(text), 0, text.length())).isEqualTo(BccNumbers.NO_BITS);
    }
}
