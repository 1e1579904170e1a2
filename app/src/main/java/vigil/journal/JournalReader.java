package vigil.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;

/**
 * Reads the journal of a data directory beside the console that writes it: only what is on the disk already, and without
 * touching anything. Each entry is checked as in every replay. Used by one thread at a time.
 */
public final class JournalReader {
    private final Disk disk;
    private final DeviceKey key;

    private JournalReader(Disk disk, DeviceKey key) {
        this.disk = disk;
        this.key = key;
    }

    /**
     * The journal in {@code directory}.
     *
     * @throws IOException if its key cannot be read
     */
    public static JournalReader in(Path directory) throws IOException {
        return new JournalReader(new FolderDisk(directory), KeyFile.read(directory));
    }

    /** The last entry that was purged, behind which the record goes on; empty where nothing is missing. */
    public Optional<Head> purged() throws JournalException {
        return Shelf.of(disk, key).purged();
    }

    /** Takes the entries of a reading, one at a time. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one entry.
         *
         * @return whether the next one is wanted
         */
        boolean take(JournalEntry entry) throws IOException;
    }

    /** Takes copies of entries, one at a time. */
    @FunctionalInterface
    public interface CopyTaker {
        /**
         * Takes one copy.
         *
         * @return whether the next one is wanted
         */
        boolean take(EntryCopy copy) throws IOException;
    }

    /** Like {@link #read}, but as the chain goes over them: an entry of an unknown type is no failure here. */
    public void copy(long from, long to, CopyTaker taker) throws IOException {
        walk(from, to, walk -> taker.take(walk.copy()));
    }

    /**
     * Gives the entries {@code from} to {@code to}, both inclusive, in order, holding one segment at a time; ends early
     * when no more are wanted. Costs a part of a segment more than what is asked for.
     *
     * @param to on the disk already ({@link Journal#forcedSequence})
     * @throws JournalException if an entry is damaged or missing, or of a type this version does not know
     * @throws IOException what the taker throws ends the reading
     */
    public void read(long from, long to, Taker taker) throws IOException {
        walk(from, to, walk -> taker.take(walk.entry()));
    }

    /** Looks at the entry the walk has just passed. */
    @FunctionalInterface
    private interface Look {
        boolean wantsMore(Walk walk) throws IOException;
    }

    private void walk(long from, long to, Look look) throws IOException {
        if (from > to) {
            return;
        }
        Shelf shelf = Shelf.near(disk, key, from);
        try (Walk walk = Walk.near(shelf, from)) {
            boolean wanted = true;
            while (wanted && walk.sequence() < to) {
                Journal.step(shelf, walk);
                // Where the beginning was purged, the walk may have gone past the end of what is asked for.
                wanted = walk.sequence() < from || (walk.sequence() <= to && look.wantsMore(walk));
            }
        }
    }
}
