package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.WatchedLink;

/** A port whose driver never comes back from closing it. */
@Timeout(30)
class HangingCloseTest {
    private final Queue<PumpEvent> events = new ConcurrentLinkedQueue<>();
    private final CountDownLatch mended = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();

    @AfterEach
    void mend() {
        mended.countDown();
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    private LinkLoop loop(boolean gone) {
        LineSource source = () -> {
            opened.incrementAndGet();
            return new Hanging(gone);
        };
        return new LinkLoop(
                source, WatchedLink.of(PumpModel.BCC), HangingCloseTest::now, events::add, Thread::startVirtualThread);
    }

    @Test
    @Tag("B9")
    void lineThatHangsInClosingIsAbandonedToldAndOpenedAgain() throws InterruptedException {
        LinkLoop loop = loop(true);
        Thread thread = Thread.ofPlatform().start(loop);
        await().atMost(Duration.ofSeconds(10)).until(() -> opened.get() >= 2);
        assertThat(events)
                .contains(new PumpEvent.LinkChanged(
                        events.stream()
                                .filter(HangingCloseTest::isUnreachable)
                                .findFirst()
                                .orElseThrow()
                                .at(),
                        new LinkState.Unreachable("hanging: the device has gone; check the cable; the port does not"
                                + " close and was abandoned, unplug its adapter and plug it in again")));
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
    }

    private static boolean isUnreachable(PumpEvent event) {
        return event instanceof PumpEvent.LinkChanged changed && changed.state() instanceof LinkState.Unreachable;
    }

    @Test
    @Tag("B9")
    void stopEndsTheLoopAlthoughThePortHangsInClosing() throws InterruptedException {
        LinkLoop loop = loop(false);
        Thread thread = Thread.ofPlatform().start(loop);
        await().until(() -> opened.get() == 1);
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        PumpEvent.LinkChanged.class,
                        last -> assertThat(last.state()).isEqualTo(new LinkState.Closed()));
    }

    private final class Hanging implements Line {
        private final boolean gone;

        private Hanging(boolean gone) {
            this.gone = gone;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) {
            return gone ? -1 : 0;
        }

        @Override
        public void write(Query query) throws IOException {
            vigil.pump.bcc.PrintedQueries.verify(query.bytes());
        }

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void close() {
            try {
                mended.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
