package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;

/** The observation phases of the clinical rules, section 8, and the windows of records and handover, section 1.2. */
class ObservationScheduleTest {
    private static final Duration COARSE = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return infusing(Bedside.ready("1.75"));
    }

    private static Bedside infusing(Bedside ready) {
        return ready.every(COARSE).pumpRuns("1.75").runs(COARSE);
    }

    private static Duration start(Bedside bedside) {
        return bedside.session().progress().course().startedAt().orElseThrow().elapsed();
    }

    /** Open duties as "phase row minutes", minutes counted from {@code anchor}. */
    private static List<String> open(Bedside bedside, Duration anchor) {
        return bedside.session().care().schedule().open().stream()
                .map(duty -> describe(duty, anchor))
                .toList();
    }

    private static String describe(ObservationDuty duty, Duration anchor) {
        return duty.phase() + " " + duty.row() + " " + duty.due().minus(anchor).toMinutes();
    }

    private static List<ObservationDuty> settled(Bedside bedside) {
        return bedside.session().care().schedule().settled();
    }

    @Test
    void baselineIsDueWhenTheSetUpIsComplete() {
        Bedside bedside = Bedside.started()
                .opens()
                .binds(Bedside.PUMP)
                .weighs("70")
                .fills("4")
                .assesses();

        bedside.orders("1.75", RateOrder.Kind.START);

        assertThat(open(bedside, bedside.session().elapsed())).containsExactly("P0 1 0");
    }

    @Test
    void startLaysOutEightRows() {
        Bedside bedside = infusing();

        assertThat(open(bedside, start(bedside)))
                .containsExactly(
                        "P1 1 15", "P1 2 30", "P1 3 45", "P1 4 60", "P1 5 90", "P1 6 120", "P1 7 150", "P1 8 180");
    }

    @Test
    void hourlyUntilADayHasPassedThenTwoHourly() {
        Bedside bedside = infusing();
        Duration start = start(bedside);
        bedside.runs(Duration.ofHours(3));
        assertThat(open(bedside, start)).containsExactly("P1 8 180", "P2 1 240");

        bedside.runs(Duration.ofHours(21));
        assertThat(open(bedside, start)).containsExactly("P2 21 1440", "P3 1 1560");
    }

    @Test
    void aHigherRateStartsTheFirstPhaseAgain() {
        Bedside bedside = infusing().runs(Duration.ofHours(5)).observes(Bedside.coreSet());
        bedside.orders("3.5", RateOrder.Kind.CHANGE).pumpRuns("3.5").runs(COARSE);

        assertThat(open(bedside, bedside.session().elapsed())).hasSize(8).startsWith("P1 1 15");
    }

    @Test
    void aLowerRateDoesNot() {
        Bedside bedside = infusing().runs(Duration.ofHours(5));
        Duration start = start(bedside);

        bedside.pumpRuns("1.4").runs(COARSE);

        assertThat(open(bedside, start)).containsExactly("P2 2 300", "P2 3 360");
    }

    @Test
    void anInterruptionGoesOnInTheSamePhase() {
        Bedside bedside = infusing().runs(Duration.ofHours(5));
        Duration start = start(bedside);

        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(10))
                .pumpRuns("1.75")
                .runs(COARSE);

        assertThat(open(bedside, start)).containsExactly("P2 2 300", "P2 3 360");
    }

    @Test
    @Tag("R15")
    void aPauseIsWatchedFromTheLastDeliveryAndItsEndStartsTheFirstPhaseAgain() {
        Bedside bedside = infusing().runs(Duration.ofHours(5)).observes(Bedside.coreSet());
        Duration lastDelivery = bedside.session().elapsed();
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(COARSE);

        assertThat(open(bedside, lastDelivery)).containsExactly("P4 1 0", "P4 2 15", "P4 3 30", "P4 4 45", "P4 5 60");

        bedside.runs(Duration.ofMinutes(61))
                .observes(Bedside.coreSet())
                .pumpRuns("1.75")
                .runs(COARSE);
        assertThat(open(bedside, bedside.session().elapsed())).contains("P1 1 15");
    }

    @Test
    void eachWeanStepIsFollowedHourlyForTwoHoursThenTwoHourly() {
        Bedside bedside = infusing().runs(Duration.ofHours(5)).observes(Bedside.coreSet());
        bedside.orders("1.4", RateOrder.Kind.WEAN_STEP).pumpRuns("1.4");
        Duration first = bedside.session().elapsed();
        assertThat(open(bedside, first)).containsExactly("P5 1 60", "P5 2 120");

        bedside.runs(Duration.ofHours(2));
        assertThat(open(bedside, first)).containsExactly("P5 2 120", "P5 3 240");

        bedside.observes(Bedside.coreSet())
                .orders("1", RateOrder.Kind.WEAN_STEP)
                .pumpRuns("1")
                .runs(COARSE);
        Duration second = bedside.session().elapsed().minus(COARSE);
        assertThat(open(bedside, second)).containsExactly("P5 1 60", "P5 2 120");
    }

    @Test
    @Tag("R14")
    void cessationLaysOutNineRowsWithTheirWindows() {
        Bedside bedside = observing();
        Duration t0 = bedside.session().progress().t0().orElseThrow().elapsed();

        List<ObservationDuty> rows = bedside.session().care().schedule().open();

        assertThat(rows)
                .extracting(row -> row.due().minus(t0).toMinutes())
                .containsExactly(0L, 15L, 30L, 45L, 60L, 90L, 120L, 180L, 240L);
        assertThat(rows)
                .extracting(row -> row.overdueAfter().minus(row.due()).toSeconds())
                .containsExactly(300L, 300L, 300L, 300L, 300L, 450L, 450L, 900L, 900L);
        assertThat(rows)
                .filteredOn(row -> row.kind() == ObservationSet.Kind.FULL)
                .extracting(ObservationDuty::row)
                .containsExactly(1, 5, 9);
    }

    private static Bedside observing() {
        return observing(infusing());
    }

    private static Bedside observing(Bedside infusing) {
        return infusing.runs(Duration.ofHours(1))
                .observes(Bedside.coreSet())
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(1))
                .ceases(CessationReason.PLANNED);
    }

    @Test
    void aSetOutsideEveryWindowIsAnExtraRowAndTheRowStaysMissed() {
        Bedside bedside = observing().observes(Bedside.fullSet()).runs(Duration.ofMinutes(22));

        bedside.observes(Bedside.coreSet());

        assertThat(settled(bedside).getLast().row()).isEqualTo(2);
        assertThat(settled(bedside).getLast().done()).isEmpty();
        assertThat(bedside.session()
                        .care()
                        .observations()
                        .latest()
                        .orElseThrow()
                        .satisfied())
                .isEmpty();
    }

    @Test
    @Tag("A25")
    void rowTwoHundredAndFortyIsNeverEarlyAndMayBeLate() {
        Bedside bedside = observing().runs(Duration.ofMinutes(239)).observes(Bedside.fullSet());
        assertThat(open(bedside, bedside.session().elapsed())).containsExactly("P6 9 1");

        bedside.runs(Duration.ofMinutes(40)).observes(Bedside.fullSet());

        ObservationDuty last = settled(bedside).getLast();
        assertThat(last.row()).isEqualTo(9);
        assertThat(last.done().orElseThrow()).isGreaterThan(last.overdueAfter());
        assertThat(open(bedside, Duration.ZERO)).isEmpty();
    }

    @Test
    void aDutyIsOverdueOnlyAfterItsToleranceHasPassed() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(20));
        ObservationSchedule schedule = bedside.session().care().schedule();
        Duration due = start(bedside).plusMinutes(15);

        assertThat(schedule.overdue(due.plusMinutes(5))).isEmpty();
        assertThat(schedule.overdue(due.plusMinutes(5).plusNanos(1))).hasSize(1);
    }

    @Test
    void theSiteChoosesHowLateIsOverdue() {
        Bedside chosen = Bedside.started().chooses(SiteSetting.OVERDUE_MIN, "10");
        Bedside bedside = infusing(Bedside.ready(chosen, "70", "4", "1.75")).runs(Duration.ofMinutes(20));
        ObservationSchedule schedule = bedside.session().care().schedule();
        Duration due = start(bedside).plusMinutes(15);

        assertThat(schedule.overdue(due.plusMinutes(10))).isEmpty();
        assertThat(schedule.overdue(due.plusMinutes(10).plusNanos(1))).hasSize(1);
    }

    @Test
    @Tag("A25")
    void theSiteChoosesWhenTheLastRowPrintsAsLate() {
        assertThat(lastRow(observing())).isEqualTo(Duration.ofMinutes(15));

        Bedside strict = Bedside.ready("1.75").chooses(SiteSetting.GATE_LATE_MIN, "5");
        assertThat(lastRow(observing(infusing(strict)))).isEqualTo(Duration.ofMinutes(5));
    }

    private static Duration lastRow(Bedside bedside) {
        ObservationDuty last = bedside.session().care().schedule().open().getLast();
        return last.overdueAfter().minus(last.due());
    }

    @Test
    void oneSetMaySatisfySeveralDuties() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(241));
        bedside.orders("3.5", RateOrder.Kind.CHANGE).pumpRuns("3.5").runs(Duration.ofMinutes(12));

        bedside.observes(Bedside.coreSet());

        assertThat(bedside.session()
                        .care()
                        .observations()
                        .latest()
                        .orElseThrow()
                        .satisfied())
                .extracting(duty -> duty.phase() + " " + duty.row())
                .containsExactly("P2 1", "P1 1");
    }

    @Test
    void whatWasMissedStaysVisible() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(50)).observes(Bedside.coreSet());

        assertThat(settled(bedside).stream().filter(duty -> duty.phase().equals("P1")))
                .extracting(duty -> duty.row() + " " + duty.done().isPresent())
                .containsExactly("1 false", "2 false", "3 true");
    }

    @Test
    void aLongAbsenceOfTheProgramLeavesOneOpenDutyAndTheMissedOnes() {
        Bedside bedside = infusing();
        Duration start = start(bedside);

        bedside.restarts(Duration.ofHours(10), false);

        assertThat(open(bedside, start)).containsExactly("P2 7 600", "P2 8 660");
        assertThat(settled(bedside))
                .filteredOn(duty -> duty.phase().equals("P2"))
                .hasSize(6);
    }

    @Test
    void aBaselineThatWasNotTakenBeforeTheStartIsMissedAtOnce() {
        Bedside bedside = Bedside.started()
                .opens()
                .reads()
                .binds(Bedside.PUMP)
                .weighs("70")
                .fills("4")
                .assesses();
        bedside.orders("1.75", RateOrder.Kind.START)
                .runs(Duration.ofMinutes(5))
                .pumpRuns("1.75")
                .runs(COARSE);

        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .extracting(ObservationDuty::phase)
                .containsExactly("P0");
        bedside.observes(Bedside.fullSet());
        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .isEmpty();
        assertThat(bedside.session().care().observations().baseline()).isEmpty();
    }

    @Test
    void aMissedDutyStaysOverdueUntilASetIsCharted() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(32));
        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .extracting(ObservationDuty::row)
                .containsExactly(1);

        bedside.observes(Bedside.coreSet());
        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .isEmpty();
    }

    @Test
    @Tag("A4")
    void aRestartLeavesNoRowOfTheVoidedFourHours() {
        Bedside bedside =
                observing().runs(Duration.ofMinutes(31)).pumpRuns("1.75").runs(COARSE);

        assertThat(bedside.session().care().schedule().open())
                .extracting(ObservationDuty::phase)
                .containsOnly("P1");
    }
}
