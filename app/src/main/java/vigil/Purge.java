package vigil;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalEntry;
import vigil.journal.JournalException;
import vigil.journal.Verify;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.Session;

/**
 * Destroys a record whose time is over, as a whole, with its key, and begins a new one under a new key. Its first entry is
 * the certificate: which record it was (its head, as it was printed on sheets), how much, who asked, and why. The people of
 * the console go over into the new record; nothing about any patient does.
 *
 * <p>Until the new record is complete and checked, nothing of the old one is touched. A purge that was cut short after that
 * leaves no record that would open; run again, it is finished.
 */
public final class Purge {
    private static final String FRESH = "purge.new";

    private final Path folder;
    private final Path backup;

    /**
     * The record of a data directory and its backup.
     *
     * @throws IOException if the settings of the directory cannot be read
     */
    public Purge(Path folder) throws IOException {
        this.folder = folder;
        this.backup = Settings.in(folder).backupOf(folder);
    }

    /**
     * What is asked for.
     *
     * @param before every session must have been closed before
     * @param by printed name of who asks, and why
     */
    public record Order(Instant before, String by, String reason) {}

    /** What is known of a record that is to go. */
    private static final class Contents {
        private final List<Event> people = new ArrayList<>();
        private Session session = Session.initial();
        private Optional<Instant> lastClosed = Optional.empty();
        private int sessions;

        void take(JournalEntry entry) {
            Event event = entry.event();
            boolean wasOpen = session.isOpen();
            session = session.apply(event);
            if (!wasOpen && session.isOpen()) {
                sessions++;
            }
            if (wasOpen && !session.isOpen()) {
                lastClosed = Optional.of(event.at().utc());
            }
            if (event instanceof PeopleEvent) {
                people.add(event);
            }
        }
    }

    /**
     * Purges.
     *
     * @return the certificate
     * @throws IOException in one line: a session is open or was closed too lately, or the record is not sound; then nothing
     *     was changed
     */
    public Event.RecordPurged run(Order order, Moment now) throws IOException {
        Path fresh = folder.resolve(FRESH);
        if (!Files.exists(folder.resolve(Journal.PURGING))) {
            begin(fresh, order, now);
        }
        try (DataDirectory directory = DataDirectory.open(folder)) {
            if (KeyFile.isIn(fresh)) {
                destroy(directory.path());
            }
            moveIn(fresh, directory.path());
        }
        return certificate();
    }

    private void begin(Path fresh, Order order, Moment now) throws IOException {
        if (Files.exists(fresh)) {
            Verification.remove(fresh);
        }
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory)) {
            Contents old = new Contents();
            journal.replay(old::take);
            refuse(old, order.before());
            Head head = journal.head();
            write(
                    fresh,
                    new Event.RecordPurged(
                            now, head.sequence(), head.chainHash(), old.sessions, order.by(), order.reason()),
                    old.people);
            commit();
        }
    }

    /** From here on the old record goes; while it is still held, so that no console takes it up in between. */
    private void commit() throws IOException {
        try (FileChannel mark = FileChannel.open(
                folder.resolve(Journal.PURGING), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            mark.force(true);
        }
    }

    private void refuse(Contents old, Instant before) throws JournalException {
        if (old.session.isOpen()) {
            throw new JournalException("a session is open in %s; close it before anything is purged".formatted(folder));
        }
        if (old.lastClosed.filter(at -> !at.isBefore(before)).isPresent()) {
            throw new JournalException("a session was closed at %s, which is not before %s; nothing was purged"
                    .formatted(old.lastClosed.get(), before));
        }
    }

    private static void write(Path fresh, Event certificate, List<Event> people) throws IOException {
        try (DataDirectory directory = DataDirectory.open(fresh);
                Journal journal = Journal.open(directory)) {
            Head head = journal.append(certificate);
            for (Event event : people) {
                head = journal.append(event);
            }
            journal.force();
            if (journal.forcedSequence() != head.sequence()) {
                throw new JournalException("the new record in %s is not on the disk".formatted(fresh));
            }
        }
        if (!(Verify.journal(fresh) instanceof Verify.Verdict.Sound)) {
            throw new JournalException("the new record in %s is not sound; nothing was purged".formatted(fresh));
        }
    }

    /** The record from its beginning on, so that no rest of it could be taken for a shorter one; then its backup. */
    private void destroy(Path directory) throws IOException {
        for (Path place : List.of(directory, backup)) {
            for (Path file : recordIn(place)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> recordIn(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName())
                            .matches("journal-[0-9]+\\.vj.*|sessions\\..*|resume-[0-9]+\\.vc.*|backup\\.txt.*"))
                    .sorted()
                    .toList();
        }
    }

    /** The key first: from here on nothing that was written with the old one can be read again. */
    private static void moveIn(Path fresh, Path directory) throws IOException {
        if (KeyFile.isIn(fresh)) {
            move(fresh, directory, KeyFile.NAME);
        }
        for (Path segment : Files.isDirectory(fresh) ? recordIn(fresh).reversed() : List.<Path>of()) {
            move(fresh, directory, String.valueOf(segment.getFileName()));
        }
        if (Files.isDirectory(fresh)) {
            Verification.remove(fresh);
        }
        Files.delete(directory.resolve(Journal.PURGING));
    }

    private static void move(Path from, Path to, String name) throws IOException {
        Files.move(
                from.resolve(name),
                to.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Event.RecordPurged certificate() throws IOException {
        List<Event.RecordPurged> found = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> {
                if (entry.event() instanceof Event.RecordPurged purged) {
                    found.add(purged);
                }
            });
        }
        if (found.isEmpty()) {
            throw new JournalException("the new record in %s holds no certificate".formatted(folder));
        }
        return found.getFirst();
    }
}
