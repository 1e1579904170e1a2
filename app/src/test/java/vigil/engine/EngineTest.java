package vigil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.dose.DrugMass;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.StopReason;

class EngineTest {
    private static final Duration COARSE = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return Bedside.ready("1.75").every(COARSE).pumpRuns("1.75").runs(Duration.ofHours(1));
    }

    @Test
    void aFreshEngineShowsNothingAndNothingAsZeroDose() {
        Bedside bedside = Bedside.started();

        Snapshot snapshot = bedside.snapshot();

        assertThat(snapshot.sessionId()).isEmpty();
        assertThat(snapshot.dose().rate()).isEmpty();
        assertThat(snapshot.dose().readingAge()).isEmpty();
        assertThat(snapshot.simulated()).isTrue();
        assertThat(snapshot.recording()).isEqualTo(new RecordingState.Recording());
    }

    @Test
    void theSnapshotShowsTheDoseAndWhatItComesFrom() {
        Snapshot.Dose dose = infusing().snapshot().dose();

        assertThat(dose.rate().orElseThrow().toDisplay()).isEqualTo("0.100");
        assertThat(dose.ordered().orElseThrow().toDisplay()).isEqualTo("0.100");
        assertThat(dose.deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERING);
        assertThat(dose.aboveMaximum()).isFalse();
        assertThat(dose.stale()).isFalse();
        // 35 mL at 1.75 mL/h
        assertThat(dose.timeToEmpty()).contains(Duration.ofHours(20));
    }

    @Test
    void aStoppedPumpDosesNothingWhateverRateIsSet() {
        Snapshot.Dose dose = infusing()
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(COARSE)
                .snapshot()
                .dose();

        assertThat(dose.rate().orElseThrow().isZero()).isTrue();
        assertThat(dose.timeToEmpty()).isEmpty();
    }

    @Test
    void theSnapshotShowsTotalsOfTheCourseAndOfEachDay() {
        Bedside bedside = infusing().until("02:00");

        Snapshot.Totals totals = bedside.snapshot().totals();

        // 09:00:01 to midnight and on to 02:00 at 7 mg/h
        assertThat(totals.days()).hasSize(2);
        assertThat(totals.today()).isBetween(DrugMass.ofMg("13.9"), DrugMass.ofMg("14.1"));
        assertThat(totals.days().getFirst().mass().plus(totals.today())).isEqualTo(totals.course());
        assertThat(totals.perKg()).contains(new BigDecimal("1.70"));
        assertThat(bedside.snapshot().course().day()).contains(2);
    }

    @Test
    void theTrendHasOnePointAMinuteAndFlagsEveryChange() {
        Bedside bedside =
                infusing().orders("3.5", RateOrder.Kind.CHANGE).pumpRuns("3.5").runs(Duration.ofHours(1));

        Snapshot.Trend trend = bedside.snapshot().trend();

        assertThat(trend.points()).hasSizeBetween(119, 121);
        assertThat(trend.points().getLast().doseRate()).contains(new BigDecimal("0.2000"));
        assertThat(trend.marks())
                .extracting(mark -> mark.key() + " " + mark.argument())
                .contains("trend.phase INFUSING", "trend.rate 1.75", "trend.rate 3.5");
        assertThat(trend.scores()).hasSize(1);
    }

    @Test
    @Tag("R31")
    void theTrendStaysOpenWhereNothingIsKnown() {
        Bedside bedside = infusing().loses().runs(Duration.ofMinutes(5));

        Snapshot.Point last = bedside.snapshot().trend().points().getLast();

        assertThat(last.doseRate()).isEmpty();
        assertThat(last.delivering()).isFalse();
        assertThat(last.cumulativeMg()).isEqualByComparingTo("7");
    }

    @Test
    void whatIsDueStandsInOrderOfItsTime() {
        List<Snapshot.Due> due = infusing().snapshot().due();

        assertThat(due).extracting(Snapshot.Due::dueAt).isSorted();
        assertThat(due.getLast().what()).isEqualTo(Snapshot.Due.What.DAILY_REVIEW);
    }

    @Test
    @Tag("C20")
    void theDisplayOutlivesTheDisk() {
        Bedside bedside = infusing();
        bedside.engine().recordingFailed("disk full", bedside.now());

        Snapshot snapshot = bedside.runs(COARSE).snapshot();

        assertThat(snapshot.recording()).isEqualTo(new RecordingState.NotRecording("disk full"));
        assertThat(snapshot.dose().rate()).isPresent();
    }

    @Test
    void anEntryThatTheStateDoesNotAllowIsRefusedWithItsReason() {
        Bedside bedside = Bedside.ready("1.75");
        Engine engine = bedside.engine();

        assertThat(engine.check(new Event.CessationDecided(
                        bedside.now(), CessationReason.PLANNED, "Dr P. Okafor", Bedside.NURSE)))
                .contains("no infusion is running that could cease");
        assertThat(engine.check(new Event.StopExplained(bedside.now(), StopReason.OTHER, "", Bedside.NURSE)))
                .isPresent();
        assertThat(engine.check(bedside.events().stream()
                        .filter(Event.SessionOpened.class::isInstance)
                        .findFirst()
                        .orElseThrow()))
                .contains("another session is open; close it first");
        assertThat(engine.check(new Event.Tick(bedside.now()))).isEmpty();
        assertThat(bedside.session().phase()).isEqualTo(Phase.READY);
    }

    @Test
    @Tag("R29")
    void theSecondCheckNeedsASecondPerson() {
        Bedside bedside = Bedside.ready("1.75");
        Event.SolutionConfirmed checked = bedside.events().stream()
                .filter(Event.SolutionConfirmed.class::isInstance)
                .map(Event.SolutionConfirmed.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(bedside.engine().check(checked)).isEmpty();
        assertThat(bedside.engine()
                        .check(new Event.SolutionConfirmed(
                                bedside.now(), checked.solution(), Bedside.NURSE, Bedside.NURSE)))
                .isPresent();
    }
}
