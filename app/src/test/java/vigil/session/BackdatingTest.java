package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;

/** A pause that becomes a cessation: from when the four hours count (ruling A1, {@code t0.backdate}). */
@Tag("A1")
class BackdatingTest {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Stopped for an hour before the decision. */
    private static Bedside ceasedAfterAnHour(String allowed) {
        return stopped(allowed).runs(HOUR.minus(STEP)).ceases(CessationReason.PHYSICIAN_ORDER);
    }

    private static Bedside stopped(String allowed) {
        return Bedside.ready("1.75")
                .chooses(SiteSetting.BACKDATED_T0, allowed)
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(10))
                .observes(Charts.with("S1:2"))
                .explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(STEP);
    }

    private static Event signature(Bedside bedside, Staff by) {
        return new Event.Signed(bedside.now(), SignatureMeaning.CESSATION_BACKDATED, "ab".repeat(32), by);
    }

    private static Bedside signed(Bedside bedside) {
        return bedside.does(signature(bedside, Bedside.PHYSICIAN));
    }

    private static Duration sinceT0(Bedside bedside) {
        Session session = bedside.session();
        return session.elapsed().minus(session.progress().t0().orElseThrow().elapsed());
    }

    private static String refusal(Bedside bedside) {
        return bedside.engine().check(signature(bedside, Bedside.PHYSICIAN)).orElse("");
    }

    @Test
    void byDefaultTheDecisionStartsTheFourHoursWhoeverSigns() {
        Bedside bedside = signed(ceasedAfterAnHour("0"));

        assertThat(sinceT0(bedside)).isZero();
        assertThat(refusal(bedside)).isEqualTo("this site does not date cessation back (site.t0.backdate is off)");
    }

    @Test
    void whereTheSiteAllowsItAPhysiciansSignatureDatesBackToTheLastDelivery() {
        Bedside bedside = ceasedAfterAnHour("1");
        assertThat(sinceT0(bedside)).isZero();

        assertThat(sinceT0(signed(bedside))).isEqualTo(HOUR);
    }

    @Test
    void aNurseCannot() {
        Bedside bedside = ceasedAfterAnHour("1");
        Event entry = signature(bedside, Bedside.NURSE);

        assertThat(bedside.engine().check(entry)).contains("dating cessation back takes a physician's signature (A1)");
        assertThat(sinceT0(bedside.does(entry))).isZero();
    }

    @Test
    @Tag("R14")
    void theGateOpensFourHoursAfterTheLastDelivery() {
        Bedside bedside = signed(ceasedAfterAnHour("1"))
                .runs(Duration.ofHours(3).minus(STEP))
                .observes(Bedside.fullSet());
        assertThat(bedside.session().gate().lines().getFirst().met()).isFalse();

        assertThat(bedside.runs(STEP).session().gate().lines().getFirst().met()).isTrue();
    }

    @Test
    void theRowsAreLaidOutAnewAndThoseOfThePastAreMissed() {
        Bedside bedside = signed(ceasedAfterAnHour("1"));
        Duration t0 = bedside.session().progress().t0().orElseThrow().elapsed();
        ObservationSchedule schedule = bedside.session().care().schedule();

        List<Long> rows = Stream.concat(schedule.settled().stream(), schedule.open().stream())
                .filter(duty -> duty.phase().equals("P6"))
                .map(duty -> duty.due().minus(t0).toMinutes())
                .toList();
        assertThat(rows).containsExactly(0L, 15L, 30L, 45L, 60L, 90L, 120L, 180L, 240L);
        assertThat(schedule.open().getFirst().due().minus(t0)).isEqualTo(HOUR);
    }

    @Test
    void onceTheObservationHasBegunItsStartStays() {
        Bedside bedside = ceasedAfterAnHour("1").observes(Bedside.fullSet());

        assertThat(refusal(bedside)).startsWith("the observation has begun");
        assertThat(sinceT0(signed(bedside))).isZero();
    }

    @Test
    void aCounterThatRoseUnseenInBetweenForbidsIt() {
        Bedside bedside = stopped("1").loses();
        bedside.pumpRuns("1.75").passes(Duration.ofMinutes(20)).pumpIs(DeliveryStatus.STANDBY);
        bedside.reconnects().runs(Duration.ofMinutes(40)).ceases(CessationReason.PHYSICIAN_ORDER);

        assertThat(refusal(bedside)).isEqualTo("the data do not prove that nothing was delivered in between");
    }

    @Test
    void aPumpThatNobodySawStandStillForbidsIt() {
        Bedside bedside = Bedside.ready("1.75")
                .chooses(SiteSetting.BACKDATED_T0, "1")
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(10))
                .loses()
                .runs(HOUR)
                .ceases(CessationReason.PHYSICIAN_ORDER)
                .runs(STEP)
                .explains(StopReason.OTHER);
        assertThat(bedside.session().phase()).isEqualTo(Phase.OBSERVING);

        assertThat(refusal(bedside)).isEqualTo("the data do not prove that nothing was delivered in between");
    }
}
