package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.says;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
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

    private static String sum(Bedside bedside) {
        return condition(bedside, AlarmKind.RATE_JUMPED)
                .orElseThrow()
                .basis()
                .getFirst()
                .sum();
    }

    @Test
    void aJumpIsMarkedWithTheReadingThatShowsIt() {
        Bedside bedside = jumped("17.5");

        assertThat(bedside.snapshot().dose().flowRate()).contains(FlowRate.ofMlPerH("17.5"));
        assertThat(sum(bedside)).isEqualTo("1.75 mL/h → 17.5 mL/h");
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

    /** The rate that runs is not the one that is ordered: going back to it is no jump of its own. */
    @Test
    void aRateThatGoesBackEndsItWithoutBeginningAnotherAndOneThatStaysDoesNot() {
        Bedside bedside = running().pumpRuns("1.5").runs(SECOND).pumpRuns("15").runs(Duration.ofMinutes(5));
        assertThat(isMarked(bedside)).isTrue();

        assertThat(isMarked(bedside.pumpRuns("1.5").runs(SECOND))).isFalse();
        assertThat(isMarked(bedside.runs(SECOND))).isFalse();
    }

    @Test
    void aRateThatMovesALittleTowardsTheOneBeforeDoesNotEndIt() {
        assertThat(isMarked(jumped("17.5").pumpRuns("17.4").runs(SECOND))).isTrue();
        assertThat(isMarked(jumped("0.175").pumpRuns("0.18").runs(SECOND))).isTrue();
    }

    /** From 1 mL/h the middle to 10 mL/h is the root of ten: 3.162277660168… */
    @ParameterizedTest
    @CsvSource({
        "10,3.16227766,false",
        "10,3.16227767,true",
        "100,3.16227767,true",
        "100,9,true",
        "0.1,0.31622777,false",
        "0.1,0.31622776,true",
        "10,0.1,true",
    })
    void backIsNearerToTheRateBeforeThanToTenTimesOrATenthOfIt(String jump, String then, boolean marked) {
        Bedside bedside = running().pumpRuns("1").runs(SECOND).pumpRuns(jump).runs(SECOND);
        assertThat(isMarked(bedside)).isTrue();

        assertThat(isMarked(bedside.pumpRuns(then).runs(SECOND))).isEqualTo(marked);
    }

    @Test
    void aFurtherJumpKeepsWhatWasBeforeTheFirstAndShowsTheNewestRate() {
        Bedside bedside = jumped("17.5").pumpRuns("175").runs(SECOND);
        assertThat(sum(bedside)).isEqualTo("1.75 mL/h → 175 mL/h");

        assertThat(sum(bedside.pumpRuns("17.5").runs(SECOND))).isEqualTo("1.75 mL/h → 17.5 mL/h");
        assertThat(isMarked(bedside.pumpRuns("1.75").runs(SECOND))).isFalse();
    }

    @Test
    void whoeverHasSeenOneJumpHasNotSeenTheNext() {
        Bedside bedside = jumped("17.5");
        bedside.acknowledges(
                condition(bedside, AlarmKind.RATE_JUMPED).orElseThrow().key());
        assertThat(condition(bedside, AlarmKind.RATE_JUMPED).orElseThrow().acknowledged())
                .isPresent();
        assertThat(isMarked(bedside)).isTrue();

        bedside.pumpRuns("175").runs(SECOND);
        assertThat(condition(bedside, AlarmKind.RATE_JUMPED).orElseThrow().acknowledged())
                .isEmpty();
    }

    @Test
    void anOrderForTheRateEndsItAndAnotherOrderDoesNot() {
        Bedside other = jumped("17.5").ordersExactly("8.75", "0.5").runs(SECOND);
        assertThat(isMarked(other)).isTrue();

        assertThat(isMarked(other.ordersExactly("17.5", "1").runs(SECOND))).isFalse();
    }

    @Test
    void aStopOfThePumpDoesNotAnswerIt() {
        Bedside bedside = jumped("17.5").pumpIs(DeliveryStatus.NOT_DELIVERING).runs(SECOND);

        assertThat(isMarked(bedside.pumpIs(DeliveryStatus.DELIVERING).runs(SECOND)))
                .isTrue();
    }

    /** What the pump runs at beside its rate, or is set to while it stands, says nothing of the rate that jumped. */
    @ParameterizedTest
    @EnumSource(
            value = DeliveryStatus.class,
            names = {"KVO", "NOT_DELIVERING", "STANDBY", "PURGING"})
    void theRateOfBeforeDoesNotEndItUnlessThePumpRunsAtIt(DeliveryStatus status) {
        Bedside bedside = jumped("17.5").pumpRuns("1.75").pumpIs(status).runs(SECOND);
        assertThat(isMarked(bedside)).isTrue();

        assertThat(isMarked(bedside.pumpIs(DeliveryStatus.DELIVERING).runs(SECOND)))
                .isFalse();
    }

    @Test
    void aBolusDoesNotEndIt() {
        Bedside bedside = jumped("17.5");
        says(
                bedside,
                PumpReading.from(Bedside.PUMP, bedside.passes(SECOND).now())
                        .flowRate(FlowRate.ofMlPerH("1.75"))
                        .bolusActive(true));

        assertThat(isMarked(bedside)).isTrue();
    }

    @Test
    void aLostLineDoesNotEndItAndTheRateOfBeforeBehindItDoes() {
        Bedside bedside = jumped("17.5").loses().runs(Duration.ofMinutes(2));
        assertThat(isMarked(bedside.reconnects().runs(SECOND))).isTrue();

        bedside.loses().pumpRuns("1.75").runs(Duration.ofMinutes(2));
        assertThat(isMarked(bedside.reconnects().runs(SECOND))).isFalse();
    }

    @Test
    void aStartOfTheProgramDoesNotEndIt() {
        Bedside bedside = jumped("17.5").restarts(Duration.ofMinutes(1), true);
        assertThat(isMarked(bedside.reconnects().runs(SECOND))).isTrue();
    }

    @Test
    void anotherPumpDoesNotEndItUnlessItRunsAsBefore() {
        Bedside bedside = jumped("17.5").pumpIs(Bedside.SWAPPED).binds(Bedside.SWAPPED);
        assertThat(isMarked(bedside.runs(SECOND))).isTrue();

        assertThat(isMarked(bedside.pumpRuns("1.75").runs(SECOND))).isFalse();
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
