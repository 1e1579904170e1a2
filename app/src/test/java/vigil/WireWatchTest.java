package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.pump.LinkCounters;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.ui.wire.WireSight;
import vigil.ui.wire.WireSight.Kind;

class WireWatchTest {
    private static final Moment START = new Moment(Instant.parse("2026-03-01T22:00:00Z"), 0, 0);

    private final List<WireSight> told = new ArrayList<>();
    private final WireWatch watch = new WireWatch(
            new WireSight.Connection(PumpModel.BCC, "/dev/ttyS0", Optional.empty()),
            () -> LinkCounters.NONE,
            told::add,
            Duration.ofSeconds(1));

    private static Moment at(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }

    private List<WireSight.Row> rows() {
        watch.received(new byte[] {'!'}, at(3_600_000));
        return told.getLast().rows();
    }

    @Test
    void itTellsAtMostOnceASecond() {
        for (int i = 0; i <= 30; i++) {
            watch.received(new byte[] {'A'}, at(i * 100L));
        }
        assertThat(told).hasSize(4);
    }

    @Test
    void whatCameLastIsToldEvenWhenNothingFollows() {
        watch.received(new byte[] {'A'}, at(0));
        watch.received(new byte[] {'B'}, at(500));
        watch.idle(at(1_100));
        assertThat(told.getLast().rows().getLast().text()).isEqualTo("B");
    }

    @Test
    void onlyTheLastFiveHundredRowsAreKept() {
        for (int i = 0; i < 700; i++) {
            watch.received(new byte[] {(byte) 0x80}, at(i * 200L));
        }
        assertThat(rows()).hasSize(WireWatch.MOST_ROWS);
    }

    @Test
    void blocksOfOneAnswerAreOneRow() {
        watch.received(new byte[] {2, '1'}, at(0));
        watch.received(new byte[] {'2', 3}, at(20));
        WireSight.Row row = rows().getFirst();
        assertThat(row.hex()).isEqualTo("02 31 32 03");
        assertThat(row.text()).isEqualTo("·12·");
    }

    @Test
    void rejectedBytesAreARowWithTheirReasonAndAreCountedByIt() {
        List<PumpEvent> passed = new ArrayList<>();
        PumpEvent rejected = new PumpEvent.Rejected(at(0), "check sum 61 where 9A belongs", "0241", 2);
        watch.watching(passed::add).accept(rejected);
        watch.watching(passed::add).accept(rejected);
        WireSight.Row row = rows().getFirst();
        assertThat(row.kind()).isEqualTo(Kind.REJECTED);
        assertThat(row.name()).isEqualTo("check sum 61 where 9A belongs");
        assertThat(told.getLast().rejections())
                .containsExactly(new WireSight.Rejection("check sum 61 where 9A belongs", 2));
        assertThat(passed).containsExactly(rejected, rejected);
    }

    @Test
    void reasonsWithoutEndAreCountedTogether() {
        for (int i = 0; i < 100; i++) {
            watch.watching(said -> {}).accept(new PumpEvent.Rejected(at(i), "value " + i, "00", 1));
        }
        rows();
        assertThat(told.getLast().rejections()).hasSizeLessThanOrEqualTo(17);
        assertThat(told.getLast().rejections().stream()
                        .mapToLong(WireSight.Rejection::count)
                        .sum())
                .isEqualTo(100);
    }
}
