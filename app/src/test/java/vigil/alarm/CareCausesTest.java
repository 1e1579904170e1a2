package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.StopReason;

/** What the patient's care asks attention for: rows C01, C02, C04, C05, C08, C17, C18, C29 of the alarm catalogue. */
class CareCausesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(Duration.ofMinutes(5));
    }

    private static List<AlarmKind> kinds(Bedside bedside) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(AlarmCondition::isActive)
                .map(AlarmCondition::kind)
                .toList();
    }

    private static AlarmCondition condition(Bedside bedside, AlarmKind kind) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("C01")
    @Tag("R18")
    void anEmergencyIsShownAboveEveryRulePrompt() {
        Bedside bedside = infusing().observes(Charts.with("D8:Y S1:2")).observes(Charts.with("sedation:3"));

        assertThat(kinds(bedside)).startsWith(AlarmKind.EMERGENCY, AlarmKind.DISSOCIATION, AlarmKind.SIDE_EFFECT);
        assertThat(condition(bedside, AlarmKind.EMERGENCY).priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(condition(bedside, AlarmKind.EMERGENCY).basis())
                .containsExactly(new BasisLine("emergency.SEDATION", "", "3"));
    }

    @Test
    @Tag("C01")
    void anEmergencyBandStandsUntilTheSameParameterIsMeasuredAgain() {
        Bedside bedside = infusing().observes(Charts.heartRate(Optional.of(165)));
        assertThat(condition(bedside, AlarmKind.EMERGENCY).basis())
                .containsExactly(new BasisLine("emergency.HEART_RATE", "", "165"));

        bedside.observes(Charts.heartRate(Optional.empty()));
        assertThat(kinds(bedside)).contains(AlarmKind.EMERGENCY);

        bedside.observes(Charts.heartRate(Optional.of(110)));
        assertThat(kinds(bedside)).doesNotContain(AlarmKind.EMERGENCY);
    }

    @Test
    @Tag("C01")
    void aConcernStandsUntilSomebodyRecordsThatItIsOver() {
        Bedside bedside = infusing();
        bedside.does(CareEntries.concern(bedside)).observes(Bedside.fullSet());
        assertThat(condition(bedside, AlarmKind.EMERGENCY).basis())
                .containsExactly(new BasisLine("emergency.SEIZURE", "", "20 s"));

        bedside.does(CareEntries.concernOver(bedside));
        assertThat(kinds(bedside)).doesNotContain(AlarmKind.EMERGENCY);
    }

    @Test
    @Tag("C17")
    void sedationTwoAsksForAMedicalReviewUntilItIsLower() {
        Bedside bedside = infusing().observes(Charts.with("sedation:2"));
        assertThat(condition(bedside, AlarmKind.SEDATED).priority()).isEqualTo(AlarmPriority.MEDIUM);

        assertThat(kinds(bedside.observes(Charts.with("sedation:1")))).doesNotContain(AlarmKind.SEDATED);
    }

    @Test
    @Tag("C18")
    void aSingleUnsureAnswerWaitsForASecondClinician() {
        Bedside bedside = infusing().observes(Charts.with("D2:U"));
        assertThat(condition(bedside, AlarmKind.SECOND_LOOK).priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(kinds(bedside)).doesNotContain(AlarmKind.DISSOCIATION);

        bedside.observes(Charts.with("D2:N"));
        assertThat(kinds(bedside)).contains(AlarmKind.SECOND_LOOK);

        bedside.does(new Event.ObservationsCharted(bedside.now(), Charts.with("D2:N"), Bedside.SECOND));
        assertThat(kinds(bedside)).doesNotContain(AlarmKind.SECOND_LOOK);
    }

    @Test
    @Tag("C29")
    @Tag("R15")
    void theCardAtTheEndOfTheHourIsLow() {
        Bedside bedside = infusing().observes(Charts.with("S1:2"));
        bedside.explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(Duration.ofMinutes(60));
        assertThat(condition(bedside, AlarmKind.PAUSE_OVER).priority()).isEqualTo(AlarmPriority.LOW);

        bedside.observes(Charts.with("")).does(CareEntries.assessed(bedside, true));
        assertThat(kinds(bedside)).contains(AlarmKind.RECOMMENCE).doesNotContain(AlarmKind.PAUSE_OVER);
    }

    enum High {
        R10,
        R15,
        R16,
        R17
    }

    @ParameterizedTest
    @EnumSource(High.class)
    @Tag("R33")
    @Tag("N8")
    void anUnresolvedHighPromptOfCareIsRaisedAgainEveryFiveMinutes(High rule) {
        Bedside bedside = infusing();
        raise(bedside, rule);
        bedside.acknowledges(rule.name());

        int raised = 0;
        for (int step = 0; step < 120; step++) {
            bedside.runs(STEP);
            raised += (int) bedside.step().changes().stream()
                    .filter(AttentionChange.Reraised.class::isInstance)
                    .map(AttentionChange.Reraised.class::cast)
                    .filter(change -> change.condition().key().equals(rule.name()))
                    .count();
        }

        assertThat(raised).isEqualTo(2);
    }

    private static void raise(Bedside bedside, High rule) {
        switch (rule) {
            case R10 -> bedside.does(CareEntries.away(bedside));
            case R15 -> bedside.observes(Charts.with("S1:2"));
            case R16 -> bedside.observes(Charts.with("S1:2")).observes(Charts.with("S1:3"));
            case R17 -> bedside.observes(Charts.with("D8:Y"));
        }
    }

    @Test
    @Tag("R12")
    @Tag("R32")
    void anOverrideOfTheMaximumCoversThisRateAndNoHigherOne() {
        Bedside bedside = Bedside.ready(Bedside.started(), "70", "4", "8.8").every(STEP);
        bedside.pumpRuns("8.8").runs(STEP);
        bedside.does(CareEntries.overridden(bedside, Overridable.R12)).runs(STEP);
        assertThat(kinds(bedside)).doesNotContain(AlarmKind.DOSE_ABOVE_MAXIMUM);

        bedside.pumpRuns("8.9").runs(STEP);
        assertThat(kinds(bedside)).contains(AlarmKind.DOSE_ABOVE_MAXIMUM);
    }

    @Test
    @Tag("R12")
    @Tag("R32")
    void anOverrideOfTheMaximumEndsWithTheOccurrence() {
        Bedside bedside = Bedside.ready(Bedside.started(), "70", "4", "8.8").every(STEP);
        bedside.pumpRuns("8.8").runs(STEP);
        bedside.does(CareEntries.overridden(bedside, Overridable.R12));

        bedside.pumpRuns("1.75").runs(STEP).pumpRuns("8.8").runs(STEP);

        assertThat(kinds(bedside)).contains(AlarmKind.DOSE_ABOVE_MAXIMUM);
    }

    @Test
    @Tag("R32")
    @Tag("fires")
    void aPromptBelowHighCanBeSetAsideWithAReasonAndAHighOneCannot() {
        Bedside bedside = infusing().observes(Charts.with("D2:U S1:2"));
        String look = AlarmKind.SECOND_LOOK.name();
        assertThat(bedside.engine().check(CareEntries.closed(bedside, "R15"))).isPresent();
        assertThat(bedside.engine().check(CareEntries.closed(bedside, look))).isEmpty();

        bedside.does(CareEntries.closed(bedside, look)).runs(STEP);

        assertThat(condition(bedside, AlarmKind.SECOND_LOOK).acknowledged().orElseThrow())
                .satisfies(seen -> assertThat(seen.reason()).isEqualTo("known to the team"))
                .satisfies(seen -> assertThat(seen.by()).isEqualTo(Bedside.NURSE));
    }
}
