package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.session.ObservationDuty.Asks;

/** What is asked for when: the sets of each phase, and the closer watch (clinical rules, section 8). */
class CloserWatchTest {
    private static final Duration COARSE = Duration.ofSeconds(9);

    private static Bedside infusing() {
        return Bedside.ready("1.75").every(COARSE).pumpRuns("1.75").runs(COARSE);
    }

    /** Minutes from now until each open duty, those between the rows marked. */
    private static List<String> ahead(Bedside bedside) {
        Duration now = bedside.session().elapsed();
        return bedside.session().care().schedule().open().stream()
                .filter(duty -> duty.due().compareTo(now) > 0)
                .map(duty -> duty.due().minus(now).toMinutes() + (duty.isTightened() ? "!" : ""))
                .toList();
    }

    /** In the hourly phase, with a set just charted. */
    private static Bedside hourly() {
        return infusing().runs(Duration.ofHours(5)).observes(Charts.with(""));
    }

    @ParameterizedTest
    @CsvSource({"sedation:2, 15!", "D1:U, 15!", "D1:Y, 15!", "sedation:3, 10!"})
    void aRemarkableSetBringsTheNextOneForward(String remarkable, String first) {
        Bedside bedside = hourly().observes(Charts.with(remarkable));

        assertThat(ahead(bedside)).first().isEqualTo(first);
    }

    @Test
    @Tag("C01")
    void aConcernBringsTheNextSetForwardAndItsEndTakesThatBack() {
        Bedside bedside = hourly();
        bedside.does(CareEntries.concern(bedside));
        assertThat(ahead(bedside)).first().isEqualTo("10!");

        bedside.does(CareEntries.concernOver(bedside));
        assertThat(ahead(bedside)).noneMatch(duty -> duty.endsWith("!"));
    }

    @Test
    void aRowThatIsDueAsSoonByItselfIsEnough() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(20)).observes(Charts.with("sedation:2"));

        assertThat(ahead(bedside)).first().isEqualTo("10");
        assertThat(ahead(bedside)).noneMatch(duty -> duty.endsWith("!"));
    }

    @Test
    void aRowAFewSecondsLaterIsEnoughToo() {
        Bedside bedside = infusing().runs(Duration.ofMinutes(15).minus(COARSE)).observes(Charts.with("sedation:2"));

        assertThat(ahead(bedside)).first().isEqualTo("15");
        assertThat(ahead(bedside)).noneMatch(duty -> duty.endsWith("!"));
    }

    @Test
    void theCloserWatchGoesOnUntilASetIsUnremarkable() {
        Bedside bedside = hourly().observes(Charts.with("sedation:2")).runs(Duration.ofMinutes(15));
        bedside.observes(Charts.with("sedation:2"));
        assertThat(ahead(bedside)).first().isEqualTo("15!");

        bedside.observes(Charts.with(""));
        assertThat(ahead(bedside)).noneMatch(duty -> duty.endsWith("!"));
    }

    @Test
    void aCloserSetThatNobodyChartsIsOverdueAfterFiveMinutes() {
        Bedside bedside = hourly().observes(Charts.with("sedation:2")).runs(Duration.ofMinutes(20));
        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .isEmpty();

        bedside.runs(COARSE);
        assertThat(bedside.session().care().schedule().overdue(bedside.session().elapsed()))
                .extracting(ObservationDuty::isTightened)
                .containsExactly(true);
    }

    @Test
    void aPauseKeepsTheCloserWatch() {
        Bedside bedside = hourly();
        bedside.does(CareEntries.concern(bedside)).explains(StopReason.SIDE_EFFECT_PAUSE);
        bedside.pumpIs(vigil.pump.DeliveryStatus.STANDBY).runs(COARSE);

        assertThat(ahead(bedside)).contains("9!");
    }

    @Test
    void theHourlySetMayLeaveOutTheCirculationEveryOtherTimeAfterTwelveHours() {
        Bedside bedside = infusing();
        assertThat(asksAt(bedside, Duration.ofHours(9))).isEqualTo(Asks.CORE_EFFECTS_AWAKE);
        assertThat(asksAt(bedside, Duration.ofHours(10))).isEqualTo(Asks.CORE);
        assertThat(asksAt(bedside, Duration.ofHours(13))).isEqualTo(Asks.CORE_EFFECTS_AWAKE);
        assertThat(asksAt(bedside, Duration.ofHours(14))).isEqualTo(Asks.CORE_BRIEF);
    }

    @Test
    void theTwoHourlySetAsksForTheTemperatureEveryFourHours() {
        Bedside bedside = infusing();
        assertThat(asksAt(bedside, Duration.ofHours(26))).isEqualTo(Asks.CORE_EFFECTS_AWAKE);
        assertThat(asksAt(bedside, Duration.ofHours(28))).isEqualTo(Asks.CORE_EFFECTS_TEMPERATURE);
        assertThat(asksAt(bedside, Duration.ofHours(30))).isEqualTo(Asks.CORE_EFFECTS_AWAKE);
    }

    /** What the duty due {@code sinceStart} asks for; the bedside runs there. */
    private static Asks asksAt(Bedside bedside, Duration sinceStart) {
        Duration start =
                bedside.session().progress().course().startedAt().orElseThrow().elapsed();
        Duration due = start.plus(sinceStart);
        bedside.runs(due.minus(bedside.session().elapsed()));
        Optional<ObservationDuty> found = bedside.session().care().schedule().open().stream()
                .filter(duty -> duty.due().equals(due))
                .findFirst();
        return found.orElseThrow().asks();
    }
}
