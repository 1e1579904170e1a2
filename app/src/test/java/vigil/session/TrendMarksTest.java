package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;

/** What is flagged on the trend of a course. */
class TrendMarksTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
    }

    private static List<String> last(Bedside bedside, int count) {
        List<String> marks = bedside.snapshot().trend().marks().stream()
                .map(mark -> mark.key() + " " + mark.argument())
                .toList();
        return marks.subList(marks.size() - count, marks.size());
    }

    @Test
    void aPumpThatIsSeenToStandIsAStop() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);
        assertThat(last(bedside, 1)).containsExactly("trend.phase INTERRUPTED");
    }

    @Test
    @Tag("B1")
    @Tag("R31")
    void aPumpOfWhichNothingIsKnownIsASilenceUntilItIsSeenAgain() {
        Bedside bedside = infusing().loses().runs(Duration.ofMinutes(1));
        assertThat(last(bedside, 1)).containsExactly("trend.silence INTERRUPTED");

        bedside.reconnects().runs(SECOND);
        assertThat(last(bedside, 2)).containsExactly("trend.silence INTERRUPTED", "trend.phase INFUSING");
    }

    @Test
    @Tag("B1")
    void aPumpThatIsFoundStandingAfterASilenceIsAStopFromThenOn() {
        Bedside bedside = infusing().loses().runs(Duration.ofMinutes(1));
        bedside.reconnects().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);

        assertThat(last(bedside, 2)).containsExactly("trend.silence INTERRUPTED", "trend.phase INTERRUPTED");
    }
}
