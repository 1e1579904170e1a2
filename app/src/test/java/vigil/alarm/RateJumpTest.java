package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.session.PumpCheck;

/** Fault A17: a rate that jumps tenfold is shown at once, marked until a person or the pump answers it, and recorded. */
@Tag("A17")
class RateJumpTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** At 1.75 mL/h, and nobody checks the pump unasked. */
    private static Bedside running() {
        return infusing().leavesPumpUnchecked().runs(Duration.ofSeconds(3));
    }

    private static Bedside jumped(String mlPerH) {
        return running().pumpRuns(mlPerH).runs(SECOND);
    }

    private static boolean isMarked(Bedside bedside) {
        return bedside.snapshot().attention().isActive(AlarmKind.RATE_JUMPED);
    }

    @Test
    void aJumpIsMarkedWithTheReadingThatShowsIt() {
        Bedside bedside = jumped("17.5");

        assertThat(bedside.snapshot().dose().flowRate()).contains(FlowRate.ofMlPerH("17.5"));
        assertThat(condition(bedside, AlarmKind.RATE_JUMPED).orElseThrow().basis())
                .singleElement()
                .satisfies(line -> assertThat(line.sum()).isEqualTo("1.75 mL/h → 17.5 mL/h"));
    }

    @Test
    void tenfoldIsExactInBothDirections() {
        assertThat(isMarked(jumped("17.49"))).isFalse();
        assertThat(isMarked(jumped("0.175"))).isTrue();
        assertThat(isMarked(jumped("0.176"))).isFalse();
    }

    @Test
    void aStartAndAStopAreNoJump() {
        Bedside stopped = running().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);
        assertThat(isMarked(stopped)).isFalse();

        stopped.pumpRuns("17.5").runs(SECOND).pumpIs(DeliveryStatus.DELIVERING).runs(SECOND);
        assertThat(isMarked(stopped)).isFalse();
    }

    @Test
    void theRateThatIsOrderedIsNoJump() {
        Bedside bedside = running().ordersExactly("17.5", "1").pumpRuns("17.5").runs(SECOND);

        assertThat(isMarked(bedside)).isFalse();
    }

    @Test
    void aRateThatGoesBackEndsItAndOneThatStaysDoesNot() {
        Bedside bedside = jumped("17.5").runs(Duration.ofMinutes(5));
        assertThat(isMarked(bedside)).isTrue();

        assertThat(isMarked(bedside.pumpRuns("1.75").runs(SECOND))).isFalse();
    }

    @Test
    void aStopOfThePumpDoesNotAnswerIt() {
        Bedside bedside = jumped("17.5").pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);

        assertThat(isMarked(bedside.pumpIs(DeliveryStatus.DELIVERING).runs(SECOND)))
                .isTrue();
    }

    @Test
    void aCheckAgainstThePrescriptionEndsItAndAnotherOneDoesNot() {
        Bedside bedside =
                jumped("17.5").checks(PumpCheck.Occasion.HOURLY, Set.of(PumpCheck.Item.LOCK), Optional.empty());
        assertThat(isMarked(bedside)).isTrue();

        assertThat(has(bedside.checks(PumpCheck.Occasion.RATE_CHANGE).runs(SECOND), AlarmKind.RATE_JUMPED))
                .isFalse();
    }

    @Test
    void aChangeBehindAGapIsNoJump() {
        Bedside bedside = running().loses().pumpRuns("17.5").runs(Duration.ofSeconds(30));

        assertThat(isMarked(bedside.reconnects().runs(SECOND))).isFalse();
    }
}
