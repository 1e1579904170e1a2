package vigil.ward;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.session.Event;

/** A bedside of a test: a journal on disk, and the outbox of it on a thread of its own. */
public final class Room implements AutoCloseable {
    private static final Moment START = new Moment(Instant.parse("2026-03-01T22:00:00Z"), 0, 0);

    private final Path folder;
    private final DataDirectory directory;
    private final Journal journal;
    private final List<Outbox> outboxes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    /** What the outbox has said, oldest first. */
    final List<WardStatus> told = new CopyOnWriteArrayList<>();

    private Room(Path folder, DataDirectory directory, Journal journal) {
        this.folder = folder;
        this.directory = directory;
        this.journal = journal;
    }

    public static Room at(Path folder) throws IOException {
        DataDirectory directory = DataDirectory.open(folder);
        return new Room(folder, directory, Journal.open(directory));
    }

    /** So many entries more, a second apart, on the disk. */
    public Room records(int entries) throws IOException {
        for (int i = 0; i < entries; i++) {
            long at = journal.head().sequence();
            Moment moment = START.plus(Duration.ofSeconds(at));
            journal.append(
                    at == 0
                            ? new Event.ConsoleStarted(moment, "boot-" + folder.getFileName(), "1", true)
                            : new Event.Tick(moment));
        }
        journal.force();
        return this;
    }

    /** What happened at a bedside, on the disk. */
    public Room records(List<Event> events) throws IOException {
        for (Event event : events) {
            journal.append(event);
        }
        journal.force();
        return this;
    }

    public Head head() {
        return journal.head();
    }

    OwnRecord record() throws IOException {
        return OwnRecord.in(folder, journal::forcedSequence);
    }

    /** Connects to that address; may be called again for a second sender. */
    public Outbox sendsTo(String url) throws IOException {
        Outbox outbox = new Outbox(WardAddress.parse(url), record(), new vigil.Ticker(), told::add);
        Thread thread = new Thread(outbox, "ward");
        thread.setDaemon(true);
        thread.start();
        outboxes.add(outbox);
        threads.add(thread);
        return outbox;
    }

    WardStatus latest() {
        return told.isEmpty() ? new WardStatus.Off() : told.getLast();
    }

    /** Ends the outboxes and waits until they have. */
    public void stopsSending() {
        outboxes.forEach(Outbox::stop);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        outboxes.clear();
        threads.clear();
    }

    @Override
    public void close() throws IOException {
        stopsSending();
        journal.close();
        directory.close();
    }
}
