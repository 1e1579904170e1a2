package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vigil.keys.DeviceKey;
import vigil.session.Event;

/** A disk that takes seconds to confirm holds up its own thread and nobody else. */
@Timeout(60)
class LateDiskTest {
    private static final DeviceKey KEY = DeviceKey.random();
    private static final Limits LIMITS = new Limits(100_000, Duration.ofHours(1), 100, 1 << 20);

    private final SimulatedDisk disk = new SimulatedDisk();
    private final CountDownLatch confirms = new CountDownLatch(1);
    private volatile boolean late;

    /** The disk, which while {@link #late} confirms nothing before {@link #confirms} is released. */
    private final class LateDisk extends Passing {
        LateDisk() {
            super(disk);
        }

        @Override
        DiskFile passing(DiskFile file) {
            return new PassingFile(file) {
                @Override
                public void force() throws IOException {
                    if (late) {
                        join();
                    }
                    super.force();
                }
            };
        }

        private void join() {
            try {
                confirms.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    @Tag("E9")
    void anEntryThatTheDiskDoesNotConfirmIsSaidToWaitAndHoldsNothingUp() throws Exception {
        List<Event> events = new ArrayList<>();
        Journal journal = Journal.open(new LateDisk(), KEY, LIMITS);
        Thread.ofPlatform().daemon().start(journal.writer());
        events.add(JournalTest.note("confirmed"));
        journal.append(events.getFirst());
        await().untilAsserted(journal::force);

        late = true;
        for (int i = 0; i < 100; i++) {
            Event event = JournalTest.note("late " + i);
            events.add(event);
            journal.append(event);
            assertThatThrownBy(journal::force)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContainingAll("has not confirmed entries 2 to", "wait in memory");
        }
        assertThat(journal.forcedSequence()).isEqualTo(1);

        confirms.countDown();
        await().untilAsserted(journal::force);
        assertThat(journal.forcedSequence()).isEqualTo(101);
        journal.close();
        List<Event> found = new ArrayList<>();
        Journal.open(disk, KEY, LIMITS).replay(entry -> found.add(entry.event()));
        assertThat(found).isEqualTo(events);
    }

    /** Hands everything on. */
    private abstract static class Passing implements Disk {
        private final Disk real;

        Passing(Disk real) {
            this.real = real;
        }

        abstract DiskFile passing(DiskFile file);

        @Override
        public List<String> names() throws IOException {
            return real.names();
        }

        @Override
        public long size(String name) throws IOException {
            return real.size(name);
        }

        @Override
        public InputStream read(String name) throws IOException {
            return real.read(name);
        }

        @Override
        public DiskFile create(String name) throws IOException {
            return passing(real.create(name));
        }

        @Override
        public DiskFile open(String name) throws IOException {
            return passing(real.open(name));
        }

        @Override
        public void rename(String from, String to) throws IOException {
            real.rename(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
            real.delete(name);
        }

        @Override
        public void forceNames() throws IOException {
            real.forceNames();
        }

        @Override
        public String place(String name) {
            return real.place(name);
        }
    }

    private static class PassingFile implements DiskFile {
        private final DiskFile real;

        PassingFile(DiskFile real) {
            this.real = real;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            real.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
            real.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            real.truncate(length);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
