package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding.BasisLine;
import vigil.session.CessationReason;
import vigil.session.Event;

/** The daily review (R7) and the stay on the ward (R10). */
class WardRulesTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    private static Optional<Finding> finding(Bedside bedside, Rule rule) {
        return bedside.step().findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst();
    }

    /** Infusing since 09:00 in Sydney. */
    private static Bedside infusing() {
        return Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(STEP);
    }

    @Test
    @Tag("R7")
    @Tag("fires")
    @Tag("silent")
    void reviewIsOverdueMoreThanTwentyFourHoursAfterTheLast() {
        Bedside bedside = infusing().until("10:00").reviews().runs(Duration.ofHours(24));
        assertThat(finding(bedside, Rule.R07)).isEmpty();

        bedside.runs(STEP);
        assertThat(finding(bedside, Rule.R07).orElseThrow().basis())
                .containsExactly(
                        new BasisLine("basis.without-review", "", "24:00:05"),
                        new BasisLine("basis.limit", "", "24:00:00"));

        bedside.reviews();
        assertThat(finding(bedside, Rule.R07)).isEmpty();
    }

    @Test
    @Tag("R7")
    @Tag("fires")
    @Tag("silent")
    void theCalendarDayOfTheStartNeedsItsOwnReview() {
        Bedside bedside = infusing().until("00:00");
        assertThat(finding(bedside, Rule.R07)).isEmpty();

        bedside.runs(STEP);
        assertThat(finding(bedside, Rule.R07).orElseThrow().basis())
                .containsExactly(new BasisLine("basis.day-without-review", "", "2026-03-02"));
    }

    @Test
    @Tag("R7")
    @Tag("silent")
    void aReviewOnTheDayOfTheStartButBeforeItCountsForThatDay() {
        Bedside bedside = Bedside.ready("1.75").reviews().every(STEP).runs(Duration.ofHours(1));
        bedside.pumpRuns("1.75").runs(STEP).until("00:00").runs(STEP);

        assertThat(finding(bedside, Rule.R07)).isEmpty();
    }

    @Test
    @Tag("R7")
    @Tag("A23")
    void theDayThatTheClocksMakeShorterEndsAtItsMidnight() {
        // 4 October 2026 has 23 hours in Sydney: a review at 23:30 on the 3rd leaves the 4th without one after 23:30 h.
        Bedside bedside = Bedside.ready(Bedside.startedAt(Instant.parse("2026-10-03T13:29:00Z")), "70", "4", "1.75")
                .every(Duration.ofSeconds(9))
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(1))
                .reviews();

        bedside.runs(Duration.ofHours(23).plusMinutes(29));
        assertThat(finding(bedside, Rule.R07)).isEmpty();
        bedside.runs(Duration.ofMinutes(1));
        assertThat(finding(bedside, Rule.R07)).isPresent();
    }

    @Test
    @Tag("R7")
    void onlyAPhysicianReviewsUnlessTheSiteAllowsADelegate() {
        Bedside bedside = infusing();

        assertThat(bedside.engine().check(new Event.ReviewDone(bedside.now(), Bedside.NURSE)))
                .isPresent();
        assertThat(bedside.engine().check(new Event.ReviewDone(bedside.now(), Bedside.PHYSICIAN)))
                .isEmpty();
    }

    @Test
    @Tag("R10")
    @Tag("fires")
    void aPatientWhoIsAwayWithThePumpIsHighUntilBack() {
        Bedside bedside = infusing();
        bedside.does(CareEntries.away(bedside)).runs(STEP);
        assertThat(finding(bedside, Rule.R10).orElseThrow().level()).isEqualTo(Finding.Level.HIGH);

        bedside.does(CareEntries.back(bedside));
        assertThat(finding(bedside, Rule.R10)).isEmpty();
    }

    @Test
    @Tag("R10")
    @Tag("fires")
    void aLostLinkAsksWhetherThePatientLeaves() {
        Bedside bedside = infusing().loses().runs(Duration.ofSeconds(15));

        assertThat(finding(bedside, Rule.R10).orElseThrow().level()).isEqualTo(Finding.Level.ADVISORY);
    }

    @Test
    @Tag("R10")
    @Tag("silent")
    void aPatientWithoutARunningPumpMayGo() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(STEP);
        assertThat(finding(bedside, Rule.R10)).isEmpty();

        bedside.does(CareEntries.away(bedside)).ceases(CessationReason.PLANNED);
        assertThat(finding(bedside, Rule.R10)).isEmpty();
        assertThat(bedside.engine().check(CareEntries.away(bedside))).isPresent();
    }

    @Test
    @Tag("R7")
    @Tag("fires")
    void theDayWithoutAReviewIsNamedUntilMoreThanTwentyFourHoursHavePassed() {
        Bedside bedside = infusing();
        Duration started =
                bedside.session().progress().course().startedAt().orElseThrow().elapsed();
        bedside.runs(started.plusHours(24).minus(bedside.session().elapsed()));
        assertThat(finding(bedside, Rule.R07).orElseThrow().basis())
                .containsExactly(new BasisLine("basis.day-without-review", "", "2026-03-02"));

        assertThat(finding(bedside.runs(STEP), Rule.R07).orElseThrow().basis())
                .contains(new BasisLine("basis.without-review", "", "24:00:05"));
    }
}
