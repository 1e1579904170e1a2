package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding;
import vigil.rules.Rule;
import vigil.session.ObservationDuty.Asks;

/** Where a site has made the pause, the four hours or the time between the questions longer (clinical rules, section 15). */
class SiteLengthsTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private static Bedside infusing(SiteSetting setting, String value) {
        return Bedside.ready("1.75")
                .chooses(setting, value)
                .every(STEP)
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(10));
    }

    private static Bedside paused(String minutes) {
        return infusing(SiteSetting.PAUSE_MIN, minutes)
                .observes(Charts.with("S1:2"))
                .explains(StopReason.SIDE_EFFECT_PAUSE)
                .pumpIs(DeliveryStatus.STANDBY)
                .runs(STEP);
    }

    private static Bedside ceased(String minutes) {
        return infusing(SiteSetting.OBSERVE_MIN, minutes)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(STEP)
                .ceases(CessationReason.PLANNED);
    }

    private static boolean has(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream().map(Finding::rule).anyMatch(rule::equals);
    }

    private static List<Long> minutesOf(Bedside bedside, String phase, Duration from) {
        ObservationSchedule schedule = bedside.session().care().schedule();
        return Stream.concat(schedule.settled().stream(), schedule.open().stream())
                .filter(duty -> duty.phase().equals(phase))
                .map(duty -> duty.due().minus(from).toMinutes())
                .sorted()
                .toList();
    }

    @Test
    @Tag("R15")
    void aPauseOfNinetyMinutesIsAssessedAfterNinety() {
        Bedside bedside = paused("90").runs(Duration.ofMinutes(89));
        assertThat(has(bedside, Rule.R15)).isFalse();
        assertThat(bedside.engine().check(CareEntries.assessed(bedside, true)))
                .contains("the pause is not over: 1 min left");

        assertThat(has(bedside.runs(Duration.ofMinutes(1)), Rule.R15)).isTrue();
    }

    @Test
    @Tag("R15")
    void aLongerPauseIsObservedToItsEnd() {
        Bedside bedside = paused("150");
        Duration from = bedside.session()
                .care()
                .effects()
                .running()
                .orElseThrow()
                .from()
                .elapsed();

        assertThat(minutesOf(bedside, "P4", from)).containsExactly(0L, 15L, 30L, 45L, 60L, 120L, 150L);
    }

    @Test
    @Tag("R15")
    void aPauseThatHasBegunKeepsItsLength() {
        Bedside bedside = paused("90").chooses(SiteSetting.PAUSE_MIN, "60").runs(Duration.ofMinutes(89));

        assertThat(has(bedside, Rule.R15)).isFalse();
    }

    @Test
    @Tag("R14")
    @Tag("A25")
    void fiveHoursOfObservationShutTheGateForFive() {
        Bedside bedside = ceased("300")
                .every(Duration.ofMinutes(1))
                .runs(Duration.ofHours(4))
                .observes(Bedside.fullSet());
        assertThat(bedside.session().gate().isMet()).isFalse();
        assertThat(has(bedside, Rule.R14)).isTrue();

        bedside.runs(Duration.ofHours(1)).observes(Bedside.fullSet());
        assertThat(bedside.session().gate().isMet()).isTrue();
        assertThat(has(bedside, Rule.R14)).isFalse();
    }

    @Test
    @Tag("R14")
    void theRowsGoOnHourlyToTheEndOfALongerObservation() {
        Bedside bedside = ceased("330");
        Duration t0 = bedside.session().progress().t0().orElseThrow().elapsed();

        assertThat(minutesOf(bedside, "P6", t0))
                .containsExactly(0L, 15L, 30L, 45L, 60L, 90L, 120L, 180L, 240L, 300L, 330L);
        assertThat(bedside.session().care().schedule().open().getLast().asks()).isEqualTo(Asks.FULL);
    }

    @Test
    @Tag("R14")
    void anObservationThatHasBegunIsNotShortened() {
        Bedside bedside = ceased("300")
                .chooses(SiteSetting.OBSERVE_MIN, "240")
                .every(Duration.ofMinutes(1))
                .runs(Duration.ofHours(4))
                .observes(Bedside.fullSet());

        assertThat(bedside.session().gate().isMet()).isFalse();
    }

    /** Hours since the start; P2 begins three hours after it. */
    @ParameterizedTest
    @CsvSource({
        "2, 4, CORE", "2, 5, CORE_EFFECTS_AWAKE", "1, 4, CORE_EFFECTS_AWAKE", "1, 5, CORE_EFFECTS_AWAKE",
        "3, 5, CORE", "3, 6, CORE_EFFECTS_AWAKE", "6, 9, CORE_EFFECTS_AWAKE", "6, 8, CORE"
    })
    void anAwakePatientIsAskedAsOftenAsTheSiteHasChosen(String everyH, int atHour, Asks asks) {
        assertThat(asksAt(everyH, atHour)).isEqualTo(asks);
    }

    /** P3 begins after 24 hours, with two hours between its rows and a temperature at every second one. */
    @ParameterizedTest
    @CsvSource({
        "2, 26, CORE_EFFECTS_AWAKE",
        "2, 28, CORE_EFFECTS_TEMPERATURE",
        "6, 26, CORE",
        "6, 28, CORE_TEMPERATURE",
        "6, 30, CORE_EFFECTS_AWAKE"
    })
    void theTemperatureIsTakenWhetherTheQuestionsAreDueOrNot(String everyH, int atHour, Asks asks) {
        assertThat(asksAt(everyH, atHour)).isEqualTo(asks);
    }

    private static Asks asksAt(String everyH, int atHour) {
        Bedside bedside = Bedside.ready("1.75")
                .chooses(SiteSetting.PROMPTS_AWAKE_H, everyH)
                .pumpRuns("1.75")
                .runs(Duration.ofSeconds(1))
                .every(Duration.ofMinutes(1));
        Duration due = bedside.session()
                .progress()
                .course()
                .startedAt()
                .orElseThrow()
                .elapsed()
                .plus(Duration.ofHours(atHour));
        bedside.runs(due.minus(bedside.session().elapsed()));
        Optional<ObservationDuty> duty = bedside.session().care().schedule().open().stream()
                .filter(it -> it.due().equals(due))
                .findFirst();
        return duty.orElseThrow().asks();
    }

    @ParameterizedTest
    @CsvSource({"PAUSE_MIN, 90.5, r15.pause_min", "OBSERVE_MIN, 250.5, r14.observe_min"})
    void rowsAreCountedInWholeMinutes(SiteSetting setting, BigDecimal value, String key) {
        assertThatThrownBy(() -> new SiteSettings(Map.of(setting, value)))
                .hasMessage("%s %s is not a whole number of minutes".formatted(key, value));
    }
}
