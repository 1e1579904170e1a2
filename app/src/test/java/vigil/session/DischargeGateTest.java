package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.session.ObservationSet.Answer;

@Tag("R14")
@Tag("A25")
class DischargeGateTest {
    private static Bedside observingFor(Duration length) {
        return Bedside.ready("1.75")
                .every(Duration.ofSeconds(5))
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(10))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(1))
                .ceases(CessationReason.PLANNED)
                .runs(length);
    }

    private static List<Integer> shutLines(Bedside bedside) {
        return bedside.session().gate().lines().stream()
                .filter(line -> !line.met() && line.number() <= 7)
                .map(DischargeGate.Line::number)
                .toList();
    }

    @Test
    void opensAfterFourHoursWithAGoodCompleteSet() {
        Bedside bedside = observingFor(Duration.ofHours(4)).observes(Bedside.fullSet());

        assertThat(shutLines(bedside)).isEmpty();
        assertThat(bedside.session().gate().isMet()).isTrue();
    }

    @Test
    void fourHoursAloneDoNotOpenIt() {
        assertThat(shutLines(observingFor(Duration.ofHours(5)))).containsExactly(2, 5);
    }

    @Test
    void aCompleteSetBeforeFourHoursDoesNotCount() {
        Bedside bedside = observingFor(Duration.ofHours(4).minusSeconds(5)).observes(Bedside.fullSet());
        assertThat(shutLines(bedside)).containsExactly(1, 2, 5);

        bedside.runs(Duration.ofSeconds(5));
        assertThat(shutLines(bedside)).containsExactly(2, 5);
    }

    @Test
    void anIncompleteSetDoesNotCount() {
        Bedside bedside = observingFor(Duration.ofHours(4)).observes(Bedside.coreSet());

        assertThat(shutLines(bedside)).containsExactly(2, 5);
    }

    @Test
    void sedationAboveBaselineShutsIt() {
        Bedside bedside =
                observingFor(Duration.ofHours(4)).observes(Charts.set(ObservationSet.Kind.FULL, 1, Answer.NO));

        assertThat(shutLines(bedside)).containsExactly(3);
    }

    @Test
    void anUnsureAnswerShutsItForAnHour() {
        Bedside bedside =
                observingFor(Duration.ofHours(4)).observes(Charts.set(ObservationSet.Kind.FULL, 0, Answer.UNSURE));
        assertThat(shutLines(bedside)).containsExactly(4);
        assertThat(bedside.session().gate().lines().get(3).value()).isEqualTo("D3 U");

        bedside.runs(Duration.ofMinutes(60)).observes(Bedside.fullSet());
        assertThat(shutLines(bedside)).containsExactly(4);

        bedside.runs(Duration.ofSeconds(5));
        assertThat(shutLines(bedside)).isEmpty();
    }

    @Test
    void theSiteMayAskForALongerTimeWithoutDissociation() {
        Bedside bedside = observingFor(Duration.ofHours(4))
                .chooses(SiteSetting.GATE_CLEAR_MIN, "90")
                .observes(Charts.set(ObservationSet.Kind.FULL, 0, Answer.UNSURE));

        bedside.runs(Duration.ofMinutes(90)).observes(Bedside.fullSet());
        assertThat(shutLines(bedside)).containsExactly(4);

        bedside.runs(Duration.ofSeconds(5));
        assertThat(shutLines(bedside)).isEmpty();
    }

    @Test
    void anEarlyWarningScoreAboveBaselineShutsIt() {
        ObservationSet good = Bedside.fullSet();
        ObservationSet.Vitals warm = Charts.vitals(Optional.of(new BigDecimal("38.5")));
        ObservationSet set = new ObservationSet(
                good.kind(),
                good.sedation(),
                warm,
                good.pain(),
                good.nausea(),
                good.site(),
                good.sideEffects(),
                good.dissociation(),
                good.orientation(),
                "");

        Bedside bedside = observingFor(Duration.ofHours(4)).observes(set);

        assertThat(shutLines(bedside)).containsExactly(5);
        assertThat(bedside.session().gate().lines().get(4).value()).isEqualTo("2");
    }

    @Test
    void missedRowsAreListedAndDoNotShutIt() {
        Bedside bedside = observingFor(Duration.ofHours(4)).observes(Bedside.fullSet());

        assertThat(bedside.session().gate().lines().get(7))
                .isEqualTo(new DischargeGate.Line(8, false, "0 15 30 45 60 90 120 180"));
        assertThat(bedside.session().gate().isMet()).isTrue();
    }

    @Test
    void thereIsNoGateBeforeCessation() {
        DischargeGate gate = Bedside.ready("1.75").session().gate();

        assertThat(gate.lines()).isEmpty();
        assertThat(gate.isMet()).isFalse();
    }
}
