package vigil.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.session.Event;

/**
 * The record of truth: encrypted, authenticated, hash-chained entries in append-only segments.
 *
 * <p>{@link #append} puts an event in its place, in memory; {@link #force} returns when it and all before it are on the
 * disk. What must be forced at once and what may wait a second says {@link Durability}; the caller keeps to it, and
 * acknowledges nothing before. A process that is killed loses at most what was not forced.
 *
 * <p>Failures. An {@code append} that throws has recorded nothing. A {@code force} that throws has lost nothing: entries
 * wait in memory, bounded, and each later {@code force} writes them anew into a new segment, because what a disk holds after
 * it failed is unknown. While many wait or space is short, readings and ticks are refused first ({@link #append}).
 *
 * <p>One thread owns it. Writing is done on that thread, or on the one that runs {@link #writer}: then {@code force} waits
 * for it only a moment. Neither thread must ever be interrupted, because an interrupt closes the file under it.
 */
public final class Journal implements AutoCloseable {
    /** Stands in a data directory from the moment a purge cannot be taken back until it is finished. */
    public static final String PURGING = "purge.unfinished";

    /** Longer than a hard disk that works needs; half of what an alarm may take to the screen under any fault. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration CLOSING = Duration.ofSeconds(4);

    private final Disk disk;
    private final DeviceKey key;
    private final Recovery recovery;
    private final Scribe scribe;
    private final Waiting waiting;
    private final Thinning thinning = new Thinning();
    private Head head;
    private boolean hasWriter;

    private Journal(Disk disk, Shelf shelf, Limits limits, Checkpoint.Signer signer, Found found) {
        this.disk = disk;
        this.key = shelf.key();
        this.recovery = found.recovery();
        this.head = found.head();
        this.scribe = new Scribe(disk, key, head, limits, signer);
        this.waiting = new Waiting(limits.waitingBytes(), head);
    }

    private record Found(Head head, Recovery recovery) {}

    /**
     * Opens the journal of a data directory; the first entry makes its first segment. The last segment is checked, and the
     * rest of a write that was cut short is moved aside ({@link #recovery}); {@link #replay} checks the others.
     *
     * @throws JournalException if an entry is damaged (names its sequence; nothing is changed), if the files are of another
     *     version or another device, if the key is missing, or if they cannot be read or written
     */
    public static Journal open(DataDirectory directory) throws JournalException {
        refuseUnfinishedPurge(directory.path());
        return open(new FolderDisk(directory.path()), key(directory.path()), Limits.USUAL);
    }

    /**
     * Whether there is a record in a directory, sound or not; one whose purge was cut short counts as well.
     *
     * @throws IOException if the directory cannot be listed
     */
    public static boolean isIn(Path directory) throws IOException {
        return Files.exists(directory.resolve(PURGING))
                || !Shelf.numbers(new FolderDisk(directory)).isEmpty();
    }

    /**
     * Looks whether what stands in a directory is a record at all.
     *
     * @throws JournalException if a purge of it was cut short: what stands there is neither the old record nor the new one
     */
    public static void refuseUnfinishedPurge(Path directory) throws JournalException {
        if (Files.exists(directory.resolve(PURGING))) {
            throw new JournalException(
                    "a purge of %s was cut short; run the same 'vigil rebuild --purge-before' again to finish it"
                            .formatted(directory));
        }
    }

    private static DeviceKey key(Path directory) throws JournalException {
        try {
            if (!KeyFile.isIn(directory)) {
                refuseKeyless(new FolderDisk(directory), directory);
            }
            return KeyFile.in(directory);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "the keys in %s cannot be used: %s".formatted(directory, DataDirectory.cause(e)), e);
        }
    }

    /** A new key is never made beside a journal that another one was used for. */
    static void refuseKeyless(Disk disk, Path directory) throws IOException {
        for (int number : Shelf.numbers(disk)) {
            Optional<String> plain = Shelf.header(disk, Shelf.name(number)).plainJournal();
            throw new JournalException(plain.map(
                            fault -> "journal file %s %s".formatted(disk.place(Shelf.name(number)), fault))
                    .orElse("key file %s is missing; put its copy back: without it the journal cannot be read"
                            .formatted(directory.resolve(KeyFile.NAME))));
        }
    }

    static Journal open(Disk disk, DeviceKey key, Limits limits) throws JournalException {
        return open(disk, key, limits, key::sign);
    }

    static Journal open(Disk disk, DeviceKey key, Limits limits, Checkpoint.Signer signer) throws JournalException {
        Shelf shelf = Shelf.of(disk, key);
        try (Walk walk = Walk.overLast(shelf)) {
            Recovery recovery = recover(disk, shelf, walk);
            return new Journal(disk, shelf, limits, signer, new Found(walk.head(), recovery));
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException(
                    "the journal cannot be opened: %s; check its permissions and the disk"
                            .formatted(DataDirectory.cause(e)),
                    e);
        }
    }

    /**
     * The journal of a directory that cannot be written: {@link #replay} gives what stands there, if anything does; what is
     * appended waits in memory, and each {@link #force} says why.
     *
     * @throws JournalException if what stands there is damaged or was written with another key; nothing is changed
     */
    public static Journal unwritable(Path directory, NotWritableException cause) throws JournalException {
        Disk disk = new ReadableDisk(directory, cause.getMessage());
        try {
            DeviceKey key = KeyFile.isIn(directory) ? KeyFile.read(directory) : DeviceKey.random();
            Shelf shelf = Shelf.of(disk, key);
            try (Walk walk = Walk.overLast(shelf)) {
                Found found = new Found(lastWhole(shelf, walk), new Recovery.Clean());
                return new Journal(disk, shelf, Limits.USUAL, key::sign, found);
            }
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw new JournalException("%s; nor can it be read: %s".formatted(cause.getMessage(), e.getMessage()), e);
        }
    }

    private static Head lastWhole(Shelf shelf, Walk walk) throws JournalException {
        Walk.Found found = walk.next();
        while (found instanceof Walk.Whole) {
            found = walk.next();
        }
        boolean damaged = found instanceof Walk.Broken
                && walk.reader().map(SegmentReader::isProvenDamage).orElse(false);
        if (damaged || found instanceof Walk.Foreign) {
            throw shelf.damaged(walk, "it is not as it was written");
        }
        return walk.head();
    }

    private static Recovery recover(Disk disk, Shelf shelf, Walk walk) throws IOException {
        Walk.Found found = walk.next();
        while (found instanceof Walk.Whole) {
            found = walk.next();
        }
        Optional<SegmentReader> read = walk.reader();
        return switch (found) {
            case Walk.Whole _ -> throw new IllegalStateException("the walk has not ended");
            case Walk.Foreign(var reason) -> throw shelf.damaged(walk, reason);
            case Walk.End _ -> {
                if (read.isPresent()) {
                    new TornTail(disk, walk.segmentName()).settle(read.get());
                }
                yield new Recovery.Clean();
            }
            case Walk.Broken(var reason) -> {
                if (read.orElseThrow().isProvenDamage()) {
                    throw shelf.damaged(walk, reason);
                }
                yield new TornTail(disk, walk.segmentName()).moveAside(read.orElseThrow(), walk.sequence());
            }
        };
    }

    /** A key of its own for something kept beside the journal, from the same keys. */
    public SecretKey secretFor(String purpose) {
        return key.secretFor(purpose, new byte[0]);
    }

    /** What {@link #open} found. */
    public Recovery recovery() {
        return recovery;
    }

    /** The last appended entry, forced or not. */
    public Head head() {
        return head;
    }

    /** Sequence of the last entry known to be on the disk. */
    public long forcedSequence() {
        return waiting.forcedSequence();
    }

    /** Why the record is in danger although it is whole: the disk failed a moment ago, or is nearly full. */
    public Optional<String> trouble() {
        return scribe.trouble();
    }

    /**
     * Adds an event after all others.
     *
     * @return the head with it
     * @throws JournalException if it could not be taken in; then nothing was recorded. While the disk refuses, or is
     *     nearly full, of what comes by the second only one in ten seconds is taken, and none once half the memory is used
     */
    public Head append(Event event) throws JournalException {
        boolean spared = Durability.of(event) == Durability.GROUPED;
        if (spared && isPressed() && !thinning.keeps(event.at())) {
            throw new JournalException("a reading was left out: %s"
                    .formatted(trouble().orElse("the disk takes no entries and few can wait in memory")));
        }
        Entry entry = Entry.of(head.sequence() + 1, event);
        if (entry.payload().length > Entry.MOST_PAYLOAD) {
            throw new JournalException("an entry of %d bytes is longer than the journal takes (%d); shorten the text"
                    .formatted(entry.payload().length, Entry.MOST_PAYLOAD));
        }
        if (!waiting.hasRoom(entry, spared)) {
            force();
        }
        head = Head.of(entry.sequence(), entry.chainHash(head.hash()));
        waiting.add(entry, head);
        return head;
    }

    private boolean isPressed() {
        return scribe.isShortOfSpace() || waiting.isRefused();
    }

    /**
     * Returns when every appended entry is on the disk.
     *
     * @throws JournalException if that is not so, or with a {@link #writer} not so yet; see the class comment
     */
    public void force() throws JournalException {
        if (!hasWriter) {
            deliver();
        }
        Optional<JournalException> failure = hasWriter ? waiting.await(PATIENCE) : waiting.failure();
        if (failure.isPresent()) {
            throw new JournalException(failure.get().getMessage(), failure.get());
        }
    }

    private void deliver() {
        Waiting.Batch batch = waiting.batch();
        if (batch.entries().isEmpty()) {
            return;
        }
        try {
            scribe.write(batch.entries(), batch.end());
            waiting.forced(batch.end());
        } catch (IOException e) {
            waiting.failed(new JournalException(
                    "the journal in %s cannot be written: %s; make room on the disk or mend it; entries wait in memory"
                            .formatted(disk.place(""), DataDirectory.cause(e)),
                    e));
        }
    }

    /** The writing, for a thread of its own; from now on {@link #force} leaves it to that thread. Ends with the journal. */
    public Runnable writer() {
        hasWriter = true;
        return () -> {
            while (waiting.awaitWork()) {
                deliver();
            }
            waiting.ended();
        };
    }

    /** Takes the entries of a replay, one at a time. */
    public interface EntryReader<X extends Exception> {
        void read(JournalEntry entry) throws X;
    }

    /**
     * Gives every entry in order to {@code reader}, holding one segment at a time.
     *
     * @throws JournalException if an entry is damaged, cannot be read or is of a type this version does not know; names it
     * @throws X what the reader throws ends the replay
     */
    public <X extends Exception> void replay(EntryReader<X> reader) throws JournalException, X {
        replay(0, reader);
    }

    /** Like {@link #replay(EntryReader)}: checks every entry from the first one on, but gives only those after {@code known}. */
    public <X extends Exception> void replay(long known, EntryReader<X> reader) throws JournalException, X {
        force();
        Shelf shelf = Shelf.of(disk, key);
        try (Walk walk = Walk.over(shelf)) {
            while (walk.sequence() < head.sequence()) {
                step(shelf, walk);
                if (walk.sequence() > known) {
                    reader.read(walk.entry());
                }
            }
        }
    }

    /** Whether the entry {@code sequence} has this chain hash, as {@link Head} writes it. */
    public boolean holds(long sequence, String chainHash) throws JournalException {
        force();
        if (sequence < 1 || sequence > head.sequence()) {
            return false;
        }
        Shelf shelf = Shelf.of(disk, key);
        try (Walk walk = Walk.near(shelf, sequence)) {
            while (walk.sequence() < sequence) {
                step(shelf, walk);
            }
            return walk.head().equals(new Head(sequence, chainHash));
        }
    }

    static void step(Shelf shelf, Walk walk) throws JournalException {
        switch (walk.next()) {
            case Walk.Whole _ -> {}
            case Walk.End _ -> throw shelf.damaged(walk, "it is no longer there");
            case Walk.Broken(var reason) -> throw shelf.damaged(walk, reason);
            case Walk.Foreign(var reason) -> throw shelf.damaged(walk, reason);
        }
    }

    /** Forces what waits, signs the end and closes the segment. */
    @Override
    public void close() throws JournalException {
        Optional<JournalException> unforced = forcedOrWhy();
        if (hasWriter && !waiting.stop(CLOSING)) {
            throw new JournalException(
                    "the journal in %s could not be closed: the disk does not answer".formatted(disk.place("")));
        }
        try {
            scribe.close();
        } catch (IOException e) {
            throw new JournalException(
                    "the journal in %s could not be closed: %s".formatted(disk.place(""), DataDirectory.cause(e)), e);
        }
        if (unforced.isPresent()) {
            throw unforced.get();
        }
    }

    private Optional<JournalException> forcedOrWhy() {
        try {
            force();
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e);
        }
    }
}
