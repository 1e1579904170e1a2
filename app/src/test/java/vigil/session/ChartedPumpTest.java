package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.FlowRate;
import vigil.pump.Volume;

/** A pump without a readable wire: its dose and totals follow from what people read off it. */
class ChartedPumpTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Bedside bound() {
        Bedside bedside = Bedside.started()
                .leavesPumpUnchecked()
                .loses()
                .opens()
                .weighs("70")
                .fills("4")
                .assesses()
                .orders("1.75", RateOrder.Kind.START)
                .every(MINUTE);
        return bedside.does(new Event.ChartedPumpBound(bedside.now(), "T34", "77", Bedside.NURSE));
    }

    private static Bedside reads(Bedside bedside, boolean runs, String mlPerH, String infused) {
        PumpCheck.Figures figures = new PumpCheck.Figures(
                runs, FlowRate.ofMlPerH(mlPerH), Volume.ofMl(infused), Optional.empty(), Optional.of(90));
        return bedside.checks(PumpCheck.Occasion.START, Set.of(PumpCheck.Item.values()), Optional.of(figures));
    }

    private static Bedside infusing() {
        return reads(bound(), true, "1.75", "0");
    }

    @Test
    void theFirstCheckOfARunningPumpStartsTheCourse() {
        assertThat(bound().session().phase()).isEqualTo(Phase.READY);
        assertThat(infusing().session().phase()).isEqualTo(Phase.INFUSING);
    }

    @Test
    void doseAndTotalFollowFromTheChecks() {
        Bedside bedside = reads(infusing().runs(Duration.ofHours(1)), true, "1.75", "1.75");

        assertThat(bedside.snapshot().dose().rate().orElseThrow().toDisplay()).isEqualTo("0.100");
        assertThat(bedside.mg()).isEqualTo("7");
    }

    @Test
    @Tag("R34")
    @Tag("fires")
    void everythingOfItIsMarkedAsCharted() {
        Bedside bedside = reads(infusing().runs(Duration.ofHours(1)), true, "1.75", "1.75");

        assertThat(bedside.snapshot().link().charted()).isTrue();
        assertThat(bedside.session()
                        .dosage()
                        .segments()
                        .current()
                        .orElseThrow()
                        .counted()
                        .charted())
                .isTrue();
    }

    @Test
    @Tag("R31")
    void aValueIsTooOldWhenTheNextCheckIsOverdue() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(74));
        assertThat(bedside.snapshot().dose().stale()).isFalse();

        bedside.runs(MINUTE);
        assertThat(bedside.snapshot().dose().stale()).isTrue();
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
        assertThat(bedside.snapshot().totals().atLeast()).isTrue();
    }

    @Test
    void aPumpWithoutAWireRaisesNoLinkLost() {
        Bedside bedside = infusing().runs(Duration.ofHours(2));

        assertThat(bedside.snapshot().attention().conditions())
                .extracting(it -> it.kind().name())
                .contains("PUMP_CHECK_OVERDUE")
                .doesNotContain("LINK_LOST");
    }

    @Test
    void aCheckWithoutFiguresIsRefused() {
        Bedside bedside = bound();
        PumpCheck check = new PumpCheck(
                PumpCheck.Occasion.HOURLY, Set.of(), Optional.empty(), PumpCheck.Syringe.NOT_NOTED, "", "");

        assertThat(EntryCheck.refusal(
                        bedside.session(),
                        new Event.PumpChecked(bedside.now(), check, Bedside.NURSE, Optional.empty())))
                .contains("no wire reaches this pump: enter its rate and volume infused");
    }

    @Test
    void aStopIsSeenAtTheCheck() {
        Bedside bedside = reads(infusing().runs(Duration.ofHours(1)), false, "1.75", "1.75");

        assertThat(bedside.session().phase()).isEqualTo(Phase.INTERRUPTED);
        assertThat(bedside.snapshot().dose().rate().orElseThrow().isZero()).isTrue();
    }

    @Test
    void theFourHoursBeginAtTheFirstCheckAtStandstillWhenDrugFlowedUntilItAfterTheDecision() {
        Bedside bedside = reads(infusing().runs(Duration.ofHours(1)), true, "1.75", "1.75")
                .runs(Duration.ofMinutes(15));
        bedside.does(new Event.CessationDecided(bedside.now(), CessationReason.PLANNED, "Dr P. Okafor", Bedside.NURSE));
        reads(bedside.runs(Duration.ofMinutes(26)), false, "1.75", "2.9");

        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);
        assertThat(bedside.session().progress().t0().map(Stamp::elapsed))
                .contains(bedside.session().elapsed());
    }

    @Test
    @Tag("R34")
    @Tag("silent")
    void whatAWireReportsIsNotMarkedAsCharted() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(MINUTE);

        assertThat(bedside.snapshot().link().charted()).isFalse();
        assertThat(bedside.session().dosage().segments().all())
                .isNotEmpty()
                .noneMatch(segment -> segment.counted().charted());
    }
}
