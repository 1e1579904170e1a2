package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.DeliveryStatus;

/** The rates over a course, as the plasma estimate takes them. */
class SupplyHistoryTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(MINUTE);
    }

    private static SupplyHistory supply(Bedside bedside) {
        return bedside.session().dosage().supply();
    }

    private static List<BigDecimal> rates(Bedside bedside) {
        return supply(bedside).all().stream().map(Supply::mgPerH).toList();
    }

    /** Between the last sample that stood and the first that ran the pump is taken at its earlier word. */
    @Test
    void aConstantRateIsOneStretchHoweverManySamples() {
        assertThat(rates(infusing().runs(Duration.ofHours(1))))
                .containsExactly(BigDecimal.ZERO, new BigDecimal("7.00"));
    }

    @Test
    void eachRateIsAStretchOfItsOwnAndAStopIsZero() {
        Bedside bedside = infusing()
                .pumpRuns("3.5")
                .runs(MINUTE)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(MINUTE);
        assertThat(rates(bedside).stream().map(BigDecimal::stripTrailingZeros))
                .containsExactly(BigDecimal.ZERO, new BigDecimal("7"), new BigDecimal("14"), BigDecimal.ZERO);
    }

    @Test
    void stretchesFollowEachOtherWithoutAHole() {
        List<Supply> all = supply(infusing().pumpRuns("3.5").runs(MINUTE)).all();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from().elapsed())
                    .isEqualTo(all.get(i - 1).to().elapsed());
        }
    }

    @Test
    void aGapIsFilledWithTheMeanOfTheCounterAndMarked() {
        Bedside bedside =
                infusing().loses().runs(Duration.ofHours(1)).reconnects().runs(MINUTE);
        Supply gap = supply(bedside).all().stream()
                .filter(Supply::reconciled)
                .findFirst()
                .orElseThrow();

        assertThat(gap.mgPerH().doubleValue()).isCloseTo(7, org.assertj.core.api.Assertions.within(0.01));
        assertThat(supply(bedside).whole()).isTrue();
    }

    @Test
    void aCounterThatFellWithinAGapLeavesThePartUnknown() {
        Bedside bedside = infusing()
                .loses()
                .runs(Duration.ofHours(1))
                .pumpCounts("0.001")
                .reconnects()
                .runs(MINUTE);
        assertThat(supply(bedside).whole()).isFalse();
    }

    @Test
    void aPumpThatDoesNotSayWhetherItRunsIsTakenByItsCounterOverAMinute() {
        Bedside bedside = infusing().pumpIs(DeliveryStatus.UNKNOWN).runs(Duration.ofSeconds(1));
        for (int second = 1; second <= 600; second++) {
            BigDecimal ml = new BigDecimal("1").add(BigDecimal.valueOf(second, 3));
            bedside.pumpCounts(ml.toPlainString()).runs(Duration.ofSeconds(1));
        }
        Supply last = supply(bedside).all().getLast();

        // 0.001 mL a second of 4 mg/mL
        assertThat(last.mgPerH()).isEqualByComparingTo("14.4");
        assertThat(last.to().since(last.from())).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void aNewWeightBeginsANewStretch() {
        List<Supply> all = supply(infusing().weighs("73").runs(MINUTE)).all();
        assertThat(all.getLast().weight().kg()).isEqualByComparingTo("73");
        assertThat(all.get(all.size() - 2).weight().kg()).isEqualByComparingTo("70");
    }
}
