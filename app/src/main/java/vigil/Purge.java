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
import java.util.stream.Stream;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * Destroys the sessions whose time is over, with the key that they were written with. They are the beginning of a record,
 * since a console sees one patient after the other. What is newer is kept, entry by entry as it was, under a new key. A
 * certificate says what is gone (the head, as it was printed on sheets, and how many sessions), who asked, why, and where the
 * kept part begins: the last entry of the new record; where nothing was kept it stands at the beginning, behind those of earlier
 * purges. The users of the console go over; nothing about any patient whose session goes does.
 *
 * <p>Until the new record is complete, checked and compared with the old one, nothing of that is touched. A purge that was cut
 * short afterwards leaves no record that would open; run again, it is finished.
 */
public final class Purge {
    private static final String FRESH = "purge.new";
    private static final String SEGMENTS = "journal-[0-9]+\\.vj.*";
    private static final String RECORD =
            SEGMENTS + "|sessions\\..*|resume-[0-9]+\\.vc.*|hl7\\.answered.*|device\\.key\\.new";
    /** Who checked a backup may have left the key beside it. */
    private static final String BACKUP = SEGMENTS + "|backup\\.txt.*|device\\.key.*";

    private final Path folder;
    private final Path backup;
    private final Runnable step;

    /**
     * The record of a data directory and its backup.
     *
     * @throws IOException if the settings of the directory cannot be read
     */
    public Purge(Path folder) throws IOException {
        this(folder, () -> {});
    }

    /** {@code step}: run before each step on the disk. */
    Purge(Path folder, Runnable step) throws IOException {
        this.folder = folder;
        this.backup = Settings.in(folder).backupOf(folder);
        this.step = step;
    }

    /**
     * What is asked for.
     *
     * @param before sessions that were closed before go
     * @param by printed name of who asks, and why
     */
    public record Order(Instant before, String by, String reason) {}

    /**
     * Purges.
     *
     * @return the certificate
     * @throws IOException in one line: there is nothing to purge, or the record is not sound; then nothing was changed
     */
    public Event.RecordPurged run(Order order, Moment now) throws IOException {
        Path fresh = folder.resolve(FRESH);
        if (!Files.exists(folder.resolve(Journal.PURGING))) {
            refuse(order, now);
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

    /**
     * Makes a backup of what was kept, where the one lay that went.
     *
     * @throws JournalException in one line, if none could be made; the console makes one after its next start
     */
    public Backup.Note backUp(Moment now) throws JournalException {
        return new Backup(folder, backup).make(now.utc());
    }

    private void refuse(Order order, Moment now) throws IOException {
        if (order.before().isAfter(now.utc())) {
            throw new JournalException("%s lies in the future; nothing was purged".formatted(order.before()));
        }
        if (order.by().isBlank() || order.reason().isBlank()) {
            throw new JournalException("a purge stands in the record: say who asks, and why; nothing was purged");
        }
        if (files(folder, SEGMENTS).isEmpty()) {
            throw new JournalException("there is no record in %s; nothing was purged".formatted(folder));
        }
    }

    private void begin(Path fresh, Order order, Moment now) throws IOException {
        if (Files.exists(fresh)) {
            Verification.remove(fresh);
        }
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory)) {
            PurgeScan scan = new PurgeScan(order.before());
            journal.replay(scan::take);
            refuse(scan, order.before());
            step.run();
            PurgedRecord record = new PurgedRecord(directory.path(), fresh, scan, journal.head());
            write(record, order, now);
            step.run();
            commit();
        }
    }

    /** What could not be finished takes no room. */
    private void write(PurgedRecord record, Order order, Moment now) throws IOException {
        Path fresh = folder.resolve(FRESH);
        try {
            try (DataDirectory made = DataDirectory.open(fresh)) {
                KeyFile.makeLike(folder, made.path(), System.getenv());
            }
            step.run();
            record.write(order, now);
            DataDirectory.forceNames(fresh);
        } catch (IOException e) {
            Verification.remove(fresh);
            throw new JournalException(
                    "the new record could not be written: %s; nothing was purged".formatted(e.getMessage()), e);
        }
    }

    private void refuse(PurgeScan scan, Instant before) throws JournalException {
        if (scan.holdsNothingToPurge()) {
            throw new JournalException(
                    "there is no session in %s, nor anything else about a patient from before %s; nothing was purged"
                            .formatted(folder, before));
        }
        if (!scan.isWhole() && scan.cut().isEmpty()) {
            throw new JournalException(scan.tooLate()
                    .map(at -> "the oldest session in %s was closed at %s, which is not before %s; nothing was purged"
                            .formatted(folder, at, before))
                    .orElse("the only session in %s is open; nothing was purged".formatted(folder)));
        }
        if (scan.isBackedUp() && !Files.isDirectory(backup)) {
            throw new JournalException(
                    "the backup folder %s is not there, and what lies in it has to go as well; mount it, or change backup.folder; nothing was purged"
                            .formatted(backup));
        }
    }

    /** From here on the old record goes; while it is still held, so that no console takes it up in between. */
    private void commit() throws IOException {
        try (FileChannel mark = FileChannel.open(
                folder.resolve(Journal.PURGING), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            mark.force(true);
        }
        DataDirectory.forceNames(folder);
    }

    /** The record from its beginning on, so that no rest of it could be taken for a shorter one; then its backup. */
    private void destroy(Path directory) throws IOException {
        destroy(directory, RECORD);
        destroy(backup, BACKUP);
    }

    private void destroy(Path place, String names) throws IOException {
        List<Path> gone = files(place, names);
        for (Path file : gone) {
            step.run();
            Files.delete(file);
        }
        if (!gone.isEmpty()) {
            DataDirectory.forceNames(place);
        }
    }

    private static List<Path> files(Path place, String names) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> String.valueOf(file.getFileName()).matches(names))
                    .sorted()
                    .toList();
        }
    }

    /** The key first: from here on nothing that was written with the old one can be read again. */
    private void moveIn(Path fresh, Path directory) throws IOException {
        if (KeyFile.isIn(fresh)) {
            move(fresh, directory, KeyFile.NAME);
        }
        for (Path segment : files(fresh, SEGMENTS).reversed()) {
            move(fresh, directory, String.valueOf(segment.getFileName()));
        }
        DataDirectory.forceNames(directory);
        if (Files.isDirectory(fresh)) {
            step.run();
            Verification.remove(fresh);
        }
        step.run();
        Files.delete(directory.resolve(Journal.PURGING));
        DataDirectory.forceNames(directory);
    }

    private void move(Path from, Path to, String name) throws IOException {
        step.run();
        Files.move(
                from.resolve(name),
                to.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The newest one: those of earlier purges stand before it. */
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
        return found.getLast();
    }
}
