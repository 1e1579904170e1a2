package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Volume;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Admission;
import vigil.session.Cessation;
import vigil.session.CessationReason;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.RateOrder;

/** An unexpected bolus (R26) with the figures it rests on, and the exact length of a wean (R13). */
class DeliveryRulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Ordered 1.75 mL/h and nothing else, read once a minute. */
    private static Bedside infusing() {
        return Bedside.ready("1.75")
                .ordersExactly("1.75", "0.1")
                .pumpRuns("1.75")
                .every(MINUTE)
                .runs(MINUTE.multipliedBy(2));
    }

    private static Optional<Finding> finding(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(it -> it.rule() == rule)
                .findFirst();
    }

    /** {@code length} later the counter stands higher by {@code rise}. */
    private static Bedside jumps(String rise, Duration length) {
        Bedside bedside = infusing();
        BigDecimal before = bedside.session()
                .delivery()
                .newest()
                .flatMap(it -> it.reading().volumeInfused())
                .orElseThrow()
                .ml();
        return says(
                bedside,
                PumpReading.from(Bedside.PUMP, bedside.passes(length).now())
                        .volumeInfused(new Volume(before.add(new BigDecimal(rise)))));
    }

    private static Bedside says(Bedside bedside, PumpReadingBuilder fields) {
        return bedside.said(new PumpEvent.Reading(fields.deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.75"))
                .build()));
    }

    @Test
    @Tag("R26")
    @Tag("V14")
    @Tag("fires")
    void aJumpOfTheCounterIsHighAndShowsVolumeRateTimeAndGuard() {
        Finding found = finding(jumps("0.3", MINUTE), Rule.R26).orElseThrow();

        assertThat(found.level()).isEqualTo(Level.HIGH);
        assertThat(found.basis()).containsExactly(new BasisLine("0.3 mL > 1.75 mL/h × 60 s + 0.2 mL", ""));
    }

    @Test
    @Tag("R26")
    @Tag("fires")
    void theTimeOfAJumpIsShownToTheMillisecond() {
        Finding found =
                finding(jumps("0.3", Duration.ofMillis(1_500)), Rule.R26).orElseThrow();

        assertThat(found.basis()).containsExactly(new BasisLine("0.3 mL > 1.75 mL/h × 1.5 s + 0.2 mL", ""));
    }

    @Test
    @Tag("R26")
    @Tag("V15")
    @Tag("silent")
    void aRiseWithinTheGuardIsNotFound() {
        assertThat(finding(jumps("0.2", MINUTE), Rule.R26)).isEmpty();
    }

    @Test
    @Tag("R26")
    @Tag("fires")
    @Tag("silent")
    void thePumpsOwnWordForABolusRestsOnNoFiguresAndStaysUntilItsCauseIsRecorded() {
        Bedside bedside = infusing();
        says(
                bedside,
                PumpReading.from(Bedside.PUMP, bedside.passes(SECOND).now()).bolusActive(true));
        bedside.runs(MINUTE);
        assertThat(finding(bedside, Rule.R26).orElseThrow().basis()).isEmpty();

        bedside.does(new Event.DeliveryExplained(
                bedside.now(), DeliveryCause.GIVEN_AT_PUMP, "key found in the lock", Bedside.NURSE));
        assertThat(finding(bedside, Rule.R26)).isEmpty();
    }

    private static Bedside weaned(Duration length) {
        Bedside bedside = infusing();
        Admission planned = new Admission(true, true, "", new Admission.WeanPlan(Optional.of(12)));
        bedside.does(new Event.AdmissionRecorded(bedside.now(), planned, Bedside.NURSE))
                .orders("1.0", RateOrder.Kind.WEAN_STEP)
                .pumpRuns("1.0")
                .every(Duration.ofMinutes(5))
                .runs(length);
        return bedside.ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(SECOND);
    }

    private static Optional<Duration> wean(Bedside bedside) {
        return bedside.session().progress().cessation().flatMap(Cessation::wean);
    }

    @Test
    @Tag("R13")
    @Tag("silent")
    void aWeanOfTwelveHoursExactlyIsLongEnough() {
        Bedside bedside = weaned(Duration.ofHours(12));

        assertThat(wean(bedside)).contains(Duration.ofHours(12));
        assertThat(finding(bedside, Rule.R13)).isEmpty();
    }

    @Test
    @Tag("R13")
    @Tag("fires")
    void aWeanOneSecondShorterShowsItsLengthAndTheLimit() {
        Bedside bedside = weaned(Duration.ofHours(12).minus(SECOND));

        assertThat(finding(bedside, Rule.R13).orElseThrow().basis())
                .containsExactly(
                        new BasisLine("basis.lasted", "", "11:59:59"), new BasisLine("basis.limit", "", "12:00:00"));
    }
}
