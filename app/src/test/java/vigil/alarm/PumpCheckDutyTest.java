package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.has;
import static vigil.alarm.Watched.priority;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.session.PumpCheck;

/** When the pump has to be checked: row C28. */
class PumpCheckDutyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    @Tag("C28")
    @Tag("fires")
    void aPumpCheckIsDueHourlyAndOverdueAQuarterLater() {
        Bedside bedside = Bedside.ready("1.75").leavesPumpUnchecked().pumpRuns("1.75");
        bedside.every(Duration.ofSeconds(5)).runs(Duration.ofSeconds(5)).runs(Duration.ofMinutes(75));
        assertThat(bedside.session()
                        .supervision()
                        .checks()
                        .overdue(bedside.session().elapsed()))
                .isEmpty();

        assertThat(priority(bedside.runs(Duration.ofSeconds(5)), AlarmKind.PUMP_CHECK_OVERDUE))
                .isEqualTo(AlarmPriority.LOW);
        bedside.runs(Duration.ofSeconds(5));
        assertThat(has(bedside.checks(PumpCheck.Occasion.HOURLY), AlarmKind.PUMP_CHECK_OVERDUE))
                .isFalse();
    }

    @Test
    @Tag("C28")
    @Tag("fires")
    void startRateChangeAndSyringeChangeEachAskForACheck() {
        Bedside bedside = Bedside.started()
                .leavesPumpUnchecked()
                .opens()
                .reads()
                .binds(Bedside.PUMP)
                .pumpRuns("1.75")
                .runs(SECOND);
        assertThat(occasions(bedside)).containsExactly(PumpCheck.Occasion.START, PumpCheck.Occasion.HOURLY);

        bedside.checks(PumpCheck.Occasion.START).pumpRuns("3.5").runs(SECOND);
        assertThat(occasions(bedside)).contains(PumpCheck.Occasion.RATE_CHANGE);

        bedside.checks(PumpCheck.Occasion.RATE_CHANGE)
                .runs(Duration.ofMinutes(1))
                .pumpCounts("0")
                .runs(SECOND.multipliedBy(2));
        assertThat(occasions(bedside)).contains(PumpCheck.Occasion.SYRINGE_CHANGE);
    }

    private static List<PumpCheck.Occasion> occasions(Bedside bedside) {
        return bedside.session().supervision().checks().open().stream()
                .map(duty -> duty.occasion())
                .toList();
    }
}
