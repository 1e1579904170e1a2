package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.Level;
import vigil.session.EntryCheck;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.Observations;
import vigil.session.StopReason;

/** A charted set that is amended decides from then on as it stands (R32), for the rules on effects and emergencies. */
@Tag("R32")
class AmendmentRulesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(Duration.ofHours(1));
    }

    private static Observations.Charted latest(Bedside bedside) {
        return bedside.session().care().observations().latest().orElseThrow();
    }

    /** When the newest set was charted. */
    private static Instant charted(Bedside bedside) {
        return latest(bedside).at().at().utc();
    }

    /** Some time later the newest set is amended. */
    private static Bedside amended(Bedside bedside, ObservationSet set) {
        Instant charted = charted(bedside);
        bedside.runs(Duration.ofMinutes(2));
        return amended(bedside, charted, set);
    }

    private static Bedside amended(Bedside bedside, Instant charted, ObservationSet set) {
        Event.ObservationsAmended entry =
                new Event.ObservationsAmended(bedside.now(), charted, set, "misread", Bedside.NURSE);
        assertThat(EntryCheck.refusal(bedside.session(), entry)).isEmpty();
        return bedside.does(entry);
    }

    private static Optional<Level> level(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .map(Finding::level)
                .findFirst();
    }

    @Test
    @Tag("R15")
    void aGradeThatWasTypedTooHighNoLongerAsksForAPause() {
        Bedside bedside = infusing().observes(Charts.with("S1:3"));
        assertThat(level(bedside, Rule.R15)).hasValue(Level.HIGH);
        assertThat(level(amended(bedside, Charts.with("S1:1")), Rule.R15)).isEmpty();
    }

    @Test
    @Tag("R15")
    void aGradeThatWasTypedTooLowAsksForAPauseNow() {
        Bedside bedside = infusing().observes(Charts.with("S1:1"));
        assertThat(level(bedside, Rule.R15)).isEmpty();
        assertThat(level(amended(bedside, Charts.with("S1:3")), Rule.R15)).hasValue(Level.HIGH);
    }

    @Test
    @Tag("R15")
    void amendedAndAmendedBackLeavesNothingAskedFor() {
        Bedside bedside = infusing().observes(Charts.with(""));
        Bedside up = amended(bedside, Charts.with("S1:2"));
        assertThat(level(up, Rule.R15)).isPresent();
        Bedside back = amended(up, Charts.with(""));
        assertThat(level(back, Rule.R15)).isEmpty();
        assertThat(back.session().care().effects().sideEffects()).isEmpty();
    }

    @Test
    @Tag("R15")
    void aPauseThatWasMadeStaysMade() {
        Bedside bedside = infusing()
                .observes(Charts.with("S1:2"))
                .explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(STEP);
        Bedside amended = amended(bedside, Charts.with(""));
        assertThat(amended.session().care().effects().running()).isPresent();
        assertThat(level(amended, Rule.R15)).isNotEqualTo(Optional.of(Level.HIGH));
    }

    @Test
    @Tag("R15")
    void anEventThatIsLeftKeepsThePauseAsked() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));
        Instant first = charted(bedside);
        bedside.runs(Duration.ofMinutes(5)).observes(Charts.with("S4:3"));
        Bedside amended = amended(bedside.runs(STEP), first, Charts.with(""));
        assertThat(level(amended, Rule.R15)).hasValue(Level.HIGH);
        assertThat(amended.session().care().effects().sideEffects()).hasSize(1);
    }

    @Test
    @Tag("R17")
    void anAnswerThatWasTypedWrongNoLongerAsksForTheEndOfTheInfusion() {
        Bedside bedside = infusing().observes(Charts.with("D3:Y"));
        assertThat(level(bedside, Rule.R17)).hasValue(Level.HIGHEST);
        assertThat(level(amended(bedside, Charts.with("D3:N")), Rule.R17)).isEmpty();
    }

    @Test
    @Tag("R17")
    void anAnswerThatShouldHaveBeenYesAsksForTheEndOfTheInfusionNow() {
        Bedside bedside = infusing().observes(Charts.with(""));
        assertThat(level(amended(bedside, Charts.with("D8:Y")), Rule.R17)).hasValue(Level.HIGHEST);
    }

    @Test
    @Tag("R17")
    void whileAnotherSetTellsOfDissociationTheEndIsStillAskedFor() {
        Bedside bedside = infusing().observes(Charts.with("D2:Y")).runs(Duration.ofMinutes(5));
        bedside.observes(Charts.with("D3:Y"));
        assertThat(level(amended(bedside, Charts.with("")), Rule.R17)).hasValue(Level.HIGHEST);
    }

    @Test
    void anEmergencyThatWasTypedWrongEndsAndOneThatWasMissedBegins() {
        Bedside bedside = infusing().observes(Charts.heartRate(Optional.of(180)));
        assertThat(bedside.session().care().emergency()).isNotEmpty();
        amended(bedside, Charts.heartRate(Optional.of(80)));
        assertThat(bedside.session().care().emergency()).isEmpty();
        amended(bedside, Charts.heartRate(Optional.of(30)));
        assertThat(bedside.session().care().emergency()).isNotEmpty();
    }

    @Test
    void theTimeTheNurseAndWhatItSatisfiedStayAsTheyWere() {
        Bedside bedside = infusing().observes(Charts.with("sedation:1"));
        var was = latest(bedside);
        amended(bedside, Charts.with("sedation:0"));
        var is = latest(bedside);
        assertThat(is.at()).isEqualTo(was.at());
        assertThat(is.by()).isEqualTo(was.by());
        assertThat(is.satisfied()).isEqualTo(was.satisfied());
        assertThat(is.set().sedation()).isZero();
        assertThat(is.amended()).isTrue();
        assertThat(bedside.session().trend().scores().getLast().sedation()).isZero();
    }

    @Test
    void anAmendmentNeedsASetAReasonAndADifference() {
        Bedside bedside = infusing().observes(Charts.with(""));
        Instant charted = charted(bedside);
        assertThat(refusal(bedside, charted.plusNanos(1), Charts.with("S1:1"), "misread"))
                .isPresent();
        assertThat(refusal(bedside, charted, Charts.with("S1:1"), " ")).isPresent();
        assertThat(refusal(bedside, charted, Charts.with(""), "misread")).isPresent();
        assertThat(refusal(bedside, charted, Charts.with("S1:1"), "misread")).isEmpty();
    }

    private static Optional<String> refusal(Bedside bedside, Instant charted, ObservationSet set, String reason) {
        return EntryCheck.refusal(
                bedside.session(), new Event.ObservationsAmended(bedside.now(), charted, set, reason, Bedside.NURSE));
    }
}
