package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.WatchedLink;

/** A hub that loses its power again and again: the port is there for a moment, and is gone (fault B13). */
@Tag("B13")
@Timeout(60)
class HubPowerTest {
    private static final int FLAPS = 20;

    private final Queue<PumpEvent> events = new ConcurrentLinkedQueue<>();
    private final Queue<Long> openedAt = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> closers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    /** Says a byte, and has gone. */
    private final class Flap implements Line {
        private boolean said;

        Flap() {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            boolean first = !said;
            said = true;
            return first ? 1 : -1;
        }

        @Override
        public void write(Query query) {
            assertThat(PumpModel.BCC.permits(query.bytes())).isTrue();
        }

        @Override
        public String name() {
            return "hub";
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }

    private void runUntilOpened(LineSource source, int times) throws InterruptedException {
        LineSource counted = () -> {
            openedAt.add(System.nanoTime());
            return source.open();
        };
        LinkLoop loop = new LinkLoop(
                counted,
                WatchedLink.of(PumpModel.BCC),
                HubPowerTest::now,
                events::add,
                closing -> closers.add(Thread.ofPlatform().start(closing)));
        Thread thread = Thread.ofPlatform().start(loop);
        await().atMost(Duration.ofSeconds(50)).until(() -> openedAt.size() >= times);
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
    }

    @Test
    void everyLineIsClosedOneIsOpenAtATimeAndNoThreadIsLeftBehind() throws InterruptedException {
        runUntilOpened(Flap::new, FLAPS);

        assertThat(open).hasValue(0);
        assertThat(mostOpen).hasValue(1);
        for (Thread closer : closers) {
            assertThat(closer.join(Duration.ofSeconds(8))).isTrue();
        }
        assertThat(closers).hasSizeLessThanOrEqualTo(openedAt.size());
    }

    @Test
    void theSameLossIsToldOnceAndNotAtEachFlap() throws InterruptedException {
        runUntilOpened(
                () -> {
                    throw new IOException("hub: there is no such port");
                },
                3);

        assertThat(events.stream()
                        .filter(PumpEvent.LinkChanged.class::isInstance)
                        .map(event -> ((PumpEvent.LinkChanged) event).state())
                        .filter(LinkState.Unreachable.class::isInstance))
                .hasSize(1);
    }

    @Test
    void aPortThatDoesNotComeBackIsTriedLessAndLessOften() throws InterruptedException {
        runUntilOpened(
                () -> {
                    throw new IOException("hub: there is no such port");
                },
                4);

        List<Long> at = List.copyOf(openedAt);
        assertThat(at.get(1) - at.get(0)).isGreaterThan(900_000_000L);
        assertThat(at.get(2) - at.get(1)).isGreaterThan(1_900_000_000L);
        assertThat(at.get(3) - at.get(2)).isGreaterThan(3_900_000_000L);
    }
}
