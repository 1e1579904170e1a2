package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five tries, 30 s, doubling to 15 min (reliability page, section 4). */
class ThrottleTest {
    private static final Duration NOW = Duration.ofHours(7);

    private static Throttle after(int failures) {
        Throttle throttle = Throttle.NONE;
        for (int i = 0; i < failures; i++) {
            throttle = throttle.failed(NOW);
        }
        return throttle;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "4, 0",
        "5, 30",
        "6, 60",
        "7, 120",
        "8, 240",
        "9, 480",
        "10, 900",
        "11, 900",
        "5000, 900"
    })
    void theWaitGrowsWithEachWrongPin(int failures, long seconds) {
        assertThat(after(failures).left(NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theWaitRunsOut() {
        assertThat(after(5).left(NOW.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
        assertThat(after(5).left(NOW.plusSeconds(30))).isZero();
    }
}
