package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Charts;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Due.What;

/** What is due once a day beside the review (clinical rules, section 8, row "Daily"; {@code lft.*} of section 15). */
class DailyCareTest {
    private static final Duration COARSE = Duration.ofMinutes(10);

    private static Bedside infusing(Bedside ready) {
        return ready.pumpRuns("1.75").runs(Duration.ofSeconds(1)).every(COARSE);
    }

    private static Bedside infusing() {
        return infusing(Bedside.ready("1.75"));
    }

    private static List<What> due(Bedside bedside) {
        return bedside.snapshot().due().stream()
                .map(Snapshot.Due::what)
                .filter(what -> what != What.OBSERVATION && what != What.DAILY_REVIEW && what != What.PUMP_CHECK)
                .toList();
    }

    private static Bedside done(Bedside bedside, DailyItem item) {
        return bedside.does(new Event.DailyItemDone(bedside.now(), item, "", Bedside.NURSE));
    }

    @Test
    void siteBowelsAndOpioidsAreDueADayAfterTheStart() {
        Bedside bedside = infusing().runs(Duration.ofDays(1).minus(COARSE));
        assertThat(due(bedside)).isEmpty();

        assertThat(due(bedside.runs(COARSE)))
                .containsExactly(What.SITE_ROTATED, What.BOWELS_AND_BLADDER, What.OPIOIDS_GIVEN);
    }

    @Test
    void whatIsDoneIsDueAgainADayLater() {
        Bedside bedside = done(infusing().runs(Duration.ofDays(1)), DailyItem.SITE_ROTATED);
        assertThat(due(bedside)).containsExactly(What.BOWELS_AND_BLADDER, What.OPIOIDS_GIVEN);

        assertThat(due(bedside.runs(Duration.ofDays(1)))).contains(What.SITE_ROTATED);
    }

    @Test
    void whatIsNotDoneIsOverdueAfterAQuarterOfADay() {
        Bedside bedside = infusing().runs(Duration.ofHours(30));
        assertThat(bedside.snapshot().due())
                .filteredOn(it -> it.what() == What.SITE_ROTATED)
                .extracting(Snapshot.Due::overdue)
                .containsExactly(false);

        bedside.runs(COARSE);
        assertThat(bedside.snapshot().due())
                .filteredOn(it -> it.what() == What.SITE_ROTATED)
                .extracting(Snapshot.Due::overdue)
                .containsExactly(true);
    }

    @Test
    void liverTestsAreDueEveryTwoDays() {
        Bedside bedside = infusing().runs(Duration.ofDays(2).minus(COARSE));
        assertThat(due(bedside)).doesNotContain(What.LIVER_TESTS);

        assertThat(due(bedside.runs(COARSE))).contains(What.LIVER_TESTS);
    }

    @Test
    void theSiteMayAskForLiverTestsMoreOften() {
        Bedside bedside = infusing(Bedside.ready("1.75").chooses(SiteSetting.LIVER_EVERY_H, "24"));

        assertThat(due(bedside.runs(Duration.ofDays(1)))).contains(What.LIVER_TESTS);
    }

    @Test
    void withoutTheReminderNobodyIsAskedForLiverTests() {
        Bedside bedside = infusing(Bedside.ready("1.75").chooses(SiteSetting.LIVER_REMINDER, "0"));
        bedside.observes(Charts.with("S14:1"));

        assertThat(due(bedside.runs(Duration.ofDays(3)))).doesNotContain(What.LIVER_TESTS);
    }

    @Test
    void itchRashOrFeverAskForLiverTestsAtOnceUntilTheyAreTaken() {
        Bedside bedside = infusing().runs(Duration.ofHours(1)).observes(Charts.with("S14:1"));
        assertThat(due(bedside)).containsExactly(What.LIVER_TESTS);

        assertThat(due(done(bedside, DailyItem.LIVER_TESTS))).isEmpty();
    }

    @Test
    void itchOfBeforeTheCourseDoesNot() {
        Bedside ready = Bedside.ready("1.75").observes(Charts.with("S14:1"));
        Bedside bedside = infusing(ready).observes(Charts.with("S14:1"));

        assertThat(due(bedside)).isEmpty();
    }

    @Test
    void nothingIsAskedAfterTheCourse() {
        Bedside bedside = infusing().runs(Duration.ofHours(30));
        bedside.pumpIs(vigil.pump.DeliveryStatus.NOT_DELIVERING).runs(COARSE).ceases(CessationReason.PLANNED);

        assertThat(due(bedside)).isEmpty();
    }

    @Test
    void beforeTheStartThereIsNoDay() {
        Bedside bedside = Bedside.ready("1.75");
        Event entry = new Event.DailyItemDone(bedside.now(), DailyItem.SITE_ROTATED, "", Bedside.NURSE);

        assertThat(bedside.engine().check(entry)).contains("the infusion has not started; there is no day of it yet");
    }
}
