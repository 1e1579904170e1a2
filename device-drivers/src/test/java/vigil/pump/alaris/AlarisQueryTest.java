package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarisQueryTest {
    @Test
    void thereAreExactlyTheTenFramesOfTheList() {
        assertThat(Arrays.stream(AlarisQuery.values()).map(query -> new String(query.bytes(), US_ASCII)))
                .containsExactlyElementsOf(AlarisVector.REQUESTS.stream()
                        .map(frame -> frame + "\r")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void checkOfTheQueryIsRight(AlarisQuery query) {
        assertThat(new AlarisFrame(query.name()).bytes()).isEqualTo(query.bytes());
    }

    @ParameterizedTest
    @EnumSource
    void queryIsPermittedAndHasNoField(AlarisQuery query) {
        assertThat(AlarisQuery.permits(query.bytes())).isTrue();
        assertThat(new String(query.bytes(), US_ASCII)).doesNotContain("^");
    }

    @ParameterizedTest
    @EnumSource
    void oneFlippedBitIsNotPermitted(AlarisQuery query) {
        byte[] wire = query.bytes();
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] other = wire.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(AlarisQuery.permits(other)).as("bit %d", bit).isFalse();
        }
    }

    static Iterable<String> replies() {
        return AlarisVector.REPLIES;
    }

    @ParameterizedTest
    @MethodSource("replies")
    void nothingWithAFieldIsPermitted(String reply) {
        assertThat(AlarisQuery.permits(AlarisVector.wire(reply))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INF_RATE^3.50^ml/h",
                "INF_START",
                "INF_STOP",
                "INF_BOLUS",
                "INF_VI_CLEAR",
                "REMOTE_CFG",
                "REMQUERY",
                "REMOTE_CTRL^ENABLED^3CC1",
                "REMOTE_CTRL"
            })
    void commandIsNotPermitted(String command) {
        assertThat(AlarisQuery.permits(new AlarisFrame(command).bytes())).isFalse();
    }

    @Test
    void twoQueriesAtOnceOrHalfOfOneAreNotPermitted() {
        assertThat(AlarisQuery.permits("!INF|4961\r!ALARM|50B2\r".getBytes(US_ASCII)))
                .isFalse();
        assertThat(AlarisQuery.permits("!INF|4961".getBytes(US_ASCII))).isFalse();
        assertThat(AlarisQuery.permits(new byte[0])).isFalse();
    }
}
