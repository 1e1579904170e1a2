package vigil.pump.fresenius;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreseniusQueryTest {
    @Test
    void everythingPrintedIsPermitted() {
        assertThat(PrintedQueries.ALL)
                .allMatch(hex -> FreseniusQuery.permits(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MO", "RZ", "OF", "SI", "EP", "AP", "EN", "PR", "PO", "PB", "PF", "PV", "RV", "PP", "PS"})
    void commandIsNotPermittedToAnyAddressWithOrWithoutData(String verb) {
        for (String address : new String[] {"", "0", "1", "6", "7"}) {
            for (String data : new String[] {"", ";", ";1", ";0023"}) {
                assertThat(FreseniusQuery.permits(new FreseniusFrame(address + verb + data).bytes()))
                        .isFalse();
            }
        }
    }

    @Test
    void readsThatAreNotNeededAreNotPermittedEither() {
        for (String body : new String[] {"1LM", "1DM;a", "1AM", "1AE", "1LE;k", "1LE;s", "0LE;i", "7DC", "1DE;r"}) {
            assertThat(FreseniusQuery.permits(new FreseniusFrame(body).bytes()))
                    .as(body)
                    .isFalse();
        }
    }

    @Test
    void twoRequestsInOneOrAWrongChecksumAreNotPermitted() {
        byte[] request = FreseniusVector.RATE.wire();
        assertThat(FreseniusQuery.permits(request)).isTrue();
        assertThat(FreseniusQuery.permits(Streams.glued(request, request))).isFalse();
        request[6] = '0';
        assertThat(FreseniusQuery.permits(request)).isFalse();
        assertThat(FreseniusQuery.permits("\u00021LE;d\nFF\u0003".getBytes(ISO_8859_1)))
                .isFalse();
        assertThat(FreseniusQuery.permits(new byte[] {0x15})).isFalse();
        assertThat(FreseniusQuery.permits(new byte[0])).isFalse();
    }

    @Test
    void whateverIsPermittedIsPrinted() {
        Random random = new Random(3);
        String alphabet = "0123456DCFELMPNb;draemOS";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder body = new StringBuilder();
            for (int length = 1 + random.nextInt(6); length > 0; length--) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] wire = new FreseniusFrame(body.toString()).bytes();
            assertThat(FreseniusQuery.permits(wire))
                    .as(body.toString())
                    .isEqualTo(PrintedQueries.ALL.contains(HexFormat.of().formatHex(wire)));
        }
    }

    @Test
    void otherAddressesAndLettersCannotBeAskedFor() {
        assertThatIllegalArgumentException().isThrownBy(() -> FreseniusQuery.connect(7));
        assertThatIllegalArgumentException().isThrownBy(() -> FreseniusQuery.values(1, "dk"));
        assertThatIllegalArgumentException().isThrownBy(() -> FreseniusQuery.answer(1, 'C'));
        assertThatIllegalArgumentException().isThrownBy(() -> FreseniusQuery.drug(0));
    }
}
