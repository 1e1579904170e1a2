package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;

@Tag("A1")
@Tag("A19")
class RejectionSumsTest {
    private final List<PumpEvent> told = new ArrayList<>();
    private final RejectionSums sums = new RejectionSums(told::add);

    private static Moment at(long millis) {
        return new Moment(Instant.ofEpochMilli(millis), millis * 1_000_000, millis * 1_000_000);
    }

    private static PumpEvent.Rejected rejected(long millis) {
        return new PumpEvent.Rejected(at(millis), "no frame " + millis, "ff", 3);
    }

    private long frames() {
        return told.stream()
                .map(PumpEvent.Rejected.class::cast)
                .mapToLong(PumpEvent.Rejected::frameCount)
                .sum();
    }

    @Test
    void aFewRejectionsAreToldOneByOneAtOnce() {
        for (int i = 0; i < RejectionSums.EACH; i++) {
            sums.accept(rejected(i));
            assertThat(told).hasSize(i + 1).last().isEqualTo(rejected(i));
        }
    }

    @Test
    void moreOfThemInASecondAreToldAsOneWhenItIsOver() {
        for (int i = 0; i < 300; i++) {
            sums.accept(rejected(i));
        }
        assertThat(told).hasSize(RejectionSums.EACH);
        sums.tellOlderThanASecond(at(1_000));
        assertThat(told)
                .hasSize(RejectionSums.EACH + 1)
                .last()
                .isEqualTo(new PumpEvent.Rejected(at(299), "no frame 299", "ff", 3 * 295, 295));
    }

    @Test
    void babbleForAMinuteIsSixASecondAtMostAndEveryFrameIsCounted() {
        for (int i = 0; i < 60_000; i++) {
            sums.accept(rejected(i));
        }
        sums.tell();
        assertThat(told).hasSizeLessThanOrEqualTo(60 * (RejectionSums.EACH + 1));
        assertThat(frames()).isEqualTo(60_000);
    }

    @Test
    void whatElseIsSaidDoesNotWait() {
        for (int i = 0; i < 20; i++) {
            sums.accept(rejected(i));
        }
        PumpEvent silent = new PumpEvent.LinkChanged(at(30), new LinkState.Closed());
        sums.accept(silent);
        assertThat(told).last().isEqualTo(silent);
    }
}
