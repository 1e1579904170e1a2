package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    /** The key order of the sorting sample in RFC 8785, section 3.2.3. */
    @Test
    void keysAreSortedByTheirUtf16Units() {
        assertThat(CanonicalJson.write(
                        Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "\u0080", 6, "\u00f6", 7)))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void textsUseTheShortestEscapes() {
        assertThat(CanonicalJson.write("\"\\\b\t\n\f\r\u001f/<\u00e9"))
                .isEqualTo("\"\\\"\\\\\\b\\t\\n\\f\\r\\u001f/<\u00e9\"");
    }

    @Test
    void decimalsAndTimesAreTextsAndAbsentIsNull() {
        assertThat(CanonicalJson.write(
                        List.of(new BigDecimal("1E+2"), Instant.EPOCH, Optional.empty(), Optional.of(3), true)))
                .isEqualTo("[\"100\",\"1970-01-01T00:00:00Z\",null,3,true]");
    }

    @Test
    void aBinaryFractionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(0.1));
    }
}
