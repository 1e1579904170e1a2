package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Snapshot;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;

/** The state machine of the clinical rules, section 5, and the rulings A1 to A5, A14, A16, A23. */
class ProgressTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
    }

    private static Bedside ceased(Bedside bedside) {
        return bedside.pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(MINUTE)
                .ceases(CessationReason.PLANNED)
                .runs(Duration.ofSeconds(1));
    }

    private static Phase phase(Bedside bedside) {
        return bedside.session().phase();
    }

    private static Instant t0(Bedside bedside) {
        return bedside.session().progress().t0().orElseThrow().at().utc();
    }

    @Test
    @Tag("R1")
    void setUpLeadsToReadyOnlyWhenNothingIsMissing() {
        Bedside bedside = Bedside.started()
                .opens()
                .binds(Bedside.PUMP)
                .weighs("70")
                .fills("4")
                .assesses();
        assertThat(phase(bedside)).isEqualTo(Phase.PLANNED);
        assertThat(bedside.session().missingSetUp()).containsExactly("missing.order");

        bedside.orders("1.75", RateOrder.Kind.START);

        assertThat(phase(bedside)).isEqualTo(Phase.READY);
        assertThat(bedside.session().missingSetUp()).isEmpty();
    }

    @Test
    void firstDeliveringSampleStartsTheCourseAndTheInduction() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofSeconds(1));

        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
        assertThat(bedside.session().progress().course().isInduction()).isTrue();
    }

    @Test
    void thePumpStartsTheCourseEvenWhenTheSetUpIsNotComplete() {
        Bedside bedside =
                Bedside.started().opens().binds(Bedside.PUMP).pumpRuns("1.75").runs(Duration.ofSeconds(2));

        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    @Tag("A16")
    void inductionEndsAtTheFirstOrderedChange() {
        Bedside bedside = infusing().orders("3.5", RateOrder.Kind.CHANGE);

        assertThat(bedside.session().progress().course().isInduction()).isFalse();
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    void aStopAsksForItsReasonAndIsNeitherPauseNorCessation() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE);

        assertThat(phase(bedside)).isEqualTo(Phase.INTERRUPTED);
        assertThat(bedside.session().progress().stop().orElseThrow().reason()).isEmpty();

        bedside.explains(StopReason.SYRINGE_CHANGE);
        assertThat(bedside.session().progress().stop().orElseThrow().reason()).contains(StopReason.SYRINGE_CHANGE);

        bedside.pumpRuns("1.75").runs(Duration.ofSeconds(1));
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
        assertThat(bedside.session().progress().stop()).isEmpty();
    }

    @Test
    void silenceIsUnknownDeliveryAndNotAStop() {
        Bedside bedside = infusing().loses().runs(Duration.ofSeconds(10));

        assertThat(phase(bedside)).isEqualTo(Phase.INTERRUPTED);
        assertThat(bedside.session().progress().stop().orElseThrow().dataLost()).isTrue();

        bedside.reconnects().runs(Duration.ofSeconds(1));
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    void aPortThatIsGoneInterruptsAtOnce() {
        Bedside bedside = infusing().linkIs(new LinkState.Unreachable("/dev/ttyUSB0 is gone"));

        assertThat(phase(bedside)).isEqualTo(Phase.INTERRUPTED);
    }

    @Test
    @Tag("R15")
    void aRecordedPauseTakesEffectWhenThePumpIsSeenStopped() {
        Bedside bedside = infusing().explains(StopReason.SIDE_EFFECT_PAUSE).runs(MINUTE);
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);

        bedside.pumpIs(DeliveryStatus.STANDBY).runs(Duration.ofSeconds(1));
        assertThat(phase(bedside)).isEqualTo(Phase.PAUSED_FOR_SIDE_EFFECT);

        bedside.pumpRuns("1.75").runs(Duration.ofSeconds(1));
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    void anOldAnnouncementDoesNotExplainALaterStop() {
        Bedside bedside = infusing().explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofMinutes(6));

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(1));

        assertThat(phase(bedside)).isEqualTo(Phase.INTERRUPTED);
        assertThat(bedside.session().progress().stop().orElseThrow().reason()).isEmpty();
    }

    @Test
    @Tag("R13")
    void weanStepsLeadToWeaningAndAnIncreaseLeadsBack() {
        Bedside bedside = infusing()
                .orders("1.4", RateOrder.Kind.WEAN_STEP)
                .pumpRuns("1.4")
                .runs(MINUTE);
        assertThat(phase(bedside)).isEqualTo(Phase.WEANING);

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(MINUTE)
                .pumpRuns("1.4")
                .runs(MINUTE);
        assertThat(phase(bedside)).isEqualTo(Phase.WEANING);

        bedside.orders("1.75", RateOrder.Kind.CHANGE);
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    @Tag("A2")
    void aStoppedPumpAloneIsNeverCessation() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofHours(5));

        assertThat(phase(bedside)).isEqualTo(Phase.INTERRUPTED);
        assertThat(bedside.session().progress().t0()).isEmpty();
    }

    @Test
    @Tag("A1")
    void theDecisionSetsT0WhenThePumpHadStoppedBefore() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(20));
        Instant decided = bedside.now().utc();

        bedside.ceases(CessationReason.PLANNED);

        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVING);
        assertThat(t0(bedside)).isEqualTo(decided);
    }

    @Test
    @Tag("A1")
    void theLastDeliveringSampleSetsT0WhenItComesAfterTheDecision() {
        Bedside bedside = infusing().ceases(CessationReason.PLANNED).runs(Duration.ofMinutes(3));
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
        Instant lastDelivery = bedside.now().utc();

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE);

        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVING);
        assertThat(t0(bedside)).isEqualTo(lastDelivery);
    }

    @Test
    @Tag("A3")
    void keepVeinOpenIsStillDelivery() {
        Bedside bedside = infusing()
                .pumpIs(DeliveryStatus.KVO)
                .ceases(CessationReason.PLANNED)
                .runs(Duration.ofHours(1));

        assertThat(bedside.session().progress().t0()).isEmpty();
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
    }

    @Test
    void withoutDataCessationWaitsUntilAPersonHasSeenThePumpStopped() {
        Bedside bedside =
                infusing().loses().runs(MINUTE).ceases(CessationReason.PLANNED).runs(MINUTE);
        assertThat(phase(bedside)).isEqualTo(Phase.CEASED);
        assertThat(bedside.session().progress().t0()).isEmpty();
        Instant confirmed = bedside.now().utc();

        bedside.explains(StopReason.OTHER);

        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVING);
        assertThat(t0(bedside)).isEqualTo(confirmed);
    }

    @Test
    @Tag("T18")
    @Tag("A4")
    @Tag("R14")
    void restartWithinFourHoursVoidsTheRecordAndMovesTheGate() {
        Bedside bedside = Bedside.ready("1.75").every(Duration.ofSeconds(5)).pumpRuns("1.75");
        bedside.until("11:59")
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .until("12:00")
                .ceases(CessationReason.PLANNED);
        assertThat(t0(bedside)).isEqualTo(local("12:00"));

        bedside.until("13:29").pumpRuns("1.75").until("13:30");
        assertThat(phase(bedside)).isEqualTo(Phase.INFUSING);
        assertThat(bedside.session().progress().voided()).hasSize(1);
        assertThat(bedside.session().dosage().segments().all().getLast().openedBecause())
                .isEqualTo(Segment.Cause.RESTART);

        bedside.until("14:59")
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .until("15:00")
                .ceases(CessationReason.PLANNED);
        assertThat(t0(bedside)).isEqualTo(local("15:00"));

        bedside.until("18:59").observes(Bedside.fullSet());
        assertThat(bedside.session().gate().isMet()).isFalse();
        bedside.until("19:00").observes(Bedside.fullSet());
        assertThat(bedside.session().gate().isMet()).isTrue();
    }

    private static Instant local(String hhmm) {
        return ZonedDateTime.of(LocalDate.of(2026, 3, 2), LocalTime.parse(hhmm), Bedside.SYDNEY)
                .toInstant();
    }

    @Test
    @Tag("A14")
    @Tag("R17")
    void deliveryAfterATerminationForDissociationNeverRestartsTheCourse() {
        Bedside bedside =
                infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE).ceases(CessationReason.DISSOCIATION);

        bedside.pumpRuns("1.75").runs(MINUTE);

        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVING);
        assertThat(bedside.session().progress().voided()).isEmpty();
        assertThat(bedside.session().gate().isMet()).isFalse();
    }

    @Test
    @Tag("T13a")
    @Tag("A23")
    void fourHoursAreElapsedTimeWhenTheClocksGoBack() {
        // 5 April 2026: at 03:00 AEDT the clocks go back to 02:00 AEST. Cease at 00:30 AEDT.
        assertThat(gateOpensAfterCeasingAt("2026-04-05T00:30:00+11:00[Australia/Sydney]"))
                .isEqualTo(ZonedDateTime.parse("2026-04-05T03:30:00+10:00[Australia/Sydney]"));
    }

    @Test
    @Tag("T13b")
    @Tag("A23")
    void fourHoursAreElapsedTimeWhenTheClocksGoForward() {
        // 4 October 2026: at 02:00 AEST the clocks go forward to 03:00 AEDT. Cease at 00:30 AEST.
        assertThat(gateOpensAfterCeasingAt("2026-10-04T00:30:00+10:00[Australia/Sydney]"))
                .isEqualTo(ZonedDateTime.parse("2026-10-04T05:30:00+11:00[Australia/Sydney]"));
    }

    private static ZonedDateTime gateOpensAfterCeasingAt(String local) {
        Instant ceasing = ZonedDateTime.parse(local).toInstant();
        Bedside bedside = Bedside.ready(Bedside.startedAt(ceasing.minusSeconds(3601)), "70", "4", "1.75");
        bedside.every(Duration.ofSeconds(5)).pumpRuns("1.75").runs(Duration.ofMinutes(59));
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE).ceases(CessationReason.PLANNED);
        assertThat(t0(bedside)).isEqualTo(ceasing);
        while (!bedside.session().gate().isMet()) {
            bedside.runs(Duration.ofMinutes(5)).observes(Bedside.fullSet());
        }
        return bedside.now().utc().atZone(Bedside.SYDNEY);
    }

    @Test
    @Tag("R14")
    void releaseCompletesTheObservationOnlyOnceTheGateIsMet() {
        Bedside bedside = ceased(infusing()).every(Duration.ofSeconds(5));
        bedside.runs(Duration.ofMinutes(239)).observes(Bedside.fullSet()).releases();
        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVING);

        bedside.runs(Duration.ofMinutes(2)).observes(Bedside.fullSet()).releases();
        assertThat(phase(bedside)).isEqualTo(Phase.OBSERVATION_COMPLETE);

        bedside.plansDischarge();
        assertThat(phase(bedside)).isEqualTo(Phase.CLOSED);
    }

    @Test
    @Tag("A6")
    @Tag("A23")
    void fourHoursSurviveARestartOfTheMachineAndAClockStep() {
        Bedside bedside = ceased(infusing()).every(Duration.ofSeconds(5)).runs(Duration.ofHours(1));
        bedside.clockSteps(Duration.ofHours(-6)).runs(Duration.ofHours(1));
        bedside.restarts(Duration.ofHours(1), false).runs(Duration.ofMinutes(58));

        Snapshot.Course course = bedside.snapshot().course();

        assertThat(course.observed().orElseThrow())
                .isEqualTo(Duration.ofHours(3).plusMinutes(58).plusSeconds(1));
    }

    @Test
    void anEntryThatMakesNoSenseChangesNothing() {
        Bedside bedside = Bedside.ready("1.75");
        Progress before = bedside.session().progress();

        bedside.ceases(CessationReason.PLANNED).explains(StopReason.OTHER).releases();

        assertThat(bedside.session().progress()).isEqualTo(before);
    }

    @Test
    void aSecondSessionOpensOnlyAfterTheFirstIsClosed() {
        Bedside bedside = ceased(infusing()).every(Duration.ofSeconds(5));
        Event second = bedside.events().stream()
                .filter(Event.SessionOpened.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(bedside.engine().check(second)).contains("another session is open; close it first");
        assertThat(bedside.mg()).isNotEqualTo("0");

        bedside.runs(Duration.ofHours(4))
                .observes(Bedside.fullSet())
                .plansDischarge()
                .releases();
        assertThat(phase(bedside)).isEqualTo(Phase.CLOSED);

        bedside.pumpRuns("1.75").runs(MINUTE);
        assertThat(phase(bedside)).isEqualTo(Phase.CLOSED);

        assertThat(bedside.engine().check(second)).isEmpty();
        bedside.opens();
        assertThat(phase(bedside)).isEqualTo(Phase.PLANNED);
        assertThat(bedside.mg()).isEqualTo("0");
        assertThat(bedside.session().delivery().binding()).isEmpty();
    }

    @Test
    @Tag("A1")
    void drugThatFlowedUnseenAfterTheDecisionPutsT0WhereTheStandstillIsSeen() {
        Bedside bedside =
                infusing().loses().runs(MINUTE).ceases(CessationReason.PLANNED).runs(MINUTE);
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE).reconnects().runs(Duration.ofSeconds(1));

        assertThat(t0(bedside)).isEqualTo(bedside.now().utc());
    }

    @Test
    @Tag("A1")
    void aGapInWhichNothingFlowedLeavesT0AtTheDecision() {
        Bedside bedside =
                infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(MINUTE).loses();
        bedside.runs(MINUTE).ceases(CessationReason.PLANNED);
        Instant decided = bedside.now().utc();
        bedside.runs(MINUTE).reconnects().runs(Duration.ofSeconds(1));

        assertThat(t0(bedside)).isEqualTo(decided);
    }
}
