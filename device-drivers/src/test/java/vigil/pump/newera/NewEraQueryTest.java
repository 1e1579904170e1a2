package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.newera.NewEraQuery.Ask;

class NewEraQueryTest {
    @ParameterizedTest
    @CsvSource({
        "STATUS,30 0d",
        "VERSION,30 56 45 52 0d",
        "RATE,30 52 41 54 0d",
        "DISPENSED,30 44 49 53 0d",
        "DIAMETER,30 44 49 41 0d",
        "DIRECTION,30 44 49 52 0d",
        "VOLUME,30 56 4f 4c 0d",
        "PHASE,30 50 48 4e 0d",
        "SAFE_MODE,30 53 41 46 0d"
    })
    void queryIsWrittenAsOnThePage(Ask ask, String hex) {
        byte[] printed = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(new NewEraQuery(0, ask).bytes()).isEqualTo(printed);
        assertThat(NewEraQuery.permits(printed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyAddressIsPermittedAndNothingElse(Ask ask) {
        for (int address = 0; address <= 99; address++) {
            assertThat(NewEraQuery.permits(new NewEraQuery(address, ask).bytes()))
                    .isTrue();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraQuery(100, ask));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewEraQuery(-1, ask));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0RUN\r",
                "0STP\r",
                "0PUR\r",
                "0CLDINF\r",
                "0SAF1\r",
                "0SAF0\r",
                "0SAF 30\r",
                "0RAT5\r",
                "0RAT 5 MH\r",
                "0RAT",
                "0RAT\n",
                "0RAT\r\r",
                "0RAT\r0DIS\r",
                "RAT\r",
                "\r",
                "",
                "00RAT\r",
                "100RAT\r",
                "0rat\r",
                "0VOL1\r"
            })
    void anythingElseIsNotPermitted(String bytes) {
        assertThat(NewEraQuery.permits(bytes.getBytes(US_ASCII))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("vigil.pump.newera.NewEraVector#safe")
    void noSafePacketIsPermitted(NewEraVector packet) {
        assertThat(NewEraQuery.permits(packet.wire())).isFalse();
    }
}
