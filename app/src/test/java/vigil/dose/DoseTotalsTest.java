package vigil.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoseTotalsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    @Tag("A22")
    void eachCalendarDayHasItsOwnTotal() {
        DoseTotals totals = DoseTotals.NONE
                .plus(DrugMass.ofMg("1.5"), MONDAY, Duration.ofHours(1))
                .plus(DrugMass.ofMg("2"), MONDAY, Duration.ofHours(2))
                .plus(DrugMass.ofMg("4"), MONDAY.plusDays(1), Duration.ofHours(20));

        assertThat(totals.on(MONDAY)).isEqualTo(DrugMass.ofMg("3.5"));
        assertThat(totals.on(MONDAY.plusDays(1))).isEqualTo(DrugMass.ofMg("4"));
        assertThat(totals.on(MONDAY.plusDays(2))).isEqualTo(DrugMass.ZERO);
        assertThat(totals.course()).isEqualTo(DrugMass.ofMg("7.5"));
    }

    @Test
    @Tag("A22")
    void massLeavesTheRollingDayAfterTwentyFourHours() {
        DoseTotals totals = DoseTotals.NONE
                .plus(DrugMass.ofMg("1"), MONDAY, Duration.ofHours(1))
                .plus(DrugMass.ofMg("2"), MONDAY, Duration.ofHours(2));

        assertThat(totals.last24h(Duration.ofHours(25))).isEqualTo(DrugMass.ofMg("3"));
        assertThat(totals.last24h(Duration.ofHours(25).plusMinutes(1))).isEqualTo(DrugMass.ofMg("2"));
        assertThat(totals.last24h(Duration.ofHours(26).plusMinutes(1))).isEqualTo(DrugMass.ZERO);
    }

    @Test
    void aWallClockSetBackCountsOnTheDayAlreadyBegun() {
        DoseTotals totals = DoseTotals.NONE
                .plus(DrugMass.ofMg("1"), MONDAY.plusDays(1), Duration.ofHours(1))
                .plus(DrugMass.ofMg("1"), MONDAY, Duration.ofHours(2));

        assertThat(totals.days()).containsExactly(new DoseTotals.DayMass(MONDAY.plusDays(1), DrugMass.ofMg("2")));
    }

    @Test
    void integralOfTheRateIsExactUntilItIsShown() {
        RateIntegral integral = RateIntegral.ZERO;
        for (int second = 0; second < 3600; second++) {
            integral = integral.plus(new BigDecimal("7"), Duration.ofSeconds(1));
        }

        assertThat(integral.mass()).isEqualTo(DrugMass.ofMg("7"));
    }

    @Test
    void aListThatGrewLeavesTheShorterOneAsItWas() {
        GrowingList<Integer> list = GrowingList.empty();
        List<GrowingList<Integer>> lengths = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            lengths.add(list);
            list = list.with(number);
        }

        for (int length = 0; length < 300; length++) {
            assertThat(lengths.get(length)).hasSize(length);
            assertThat(list.get(length)).isEqualTo(length);
        }
        assertThat(lengths.get(100).with(-1)).endsWith(99, -1);
        assertThat(list.get(100)).isEqualTo(100);
    }
}
