package vigil.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.keys.DeviceKey;

/**
 * A record written anew from copies of its entries: the same entries with the same chain, sealed and signed with a device
 * key. What comes out is a {@link Backup}, to be put in place by {@link Restore}. Used by one thread.
 */
public final class Transcript {
    private static final int BATCH = 1_000;

    private final FolderDisk disk;
    private final Scribe scribe;
    private final List<Entry> waiting = new ArrayList<>();
    private Head head = Head.of(0, Entry.chainStart());

    /**
     * Begins one.
     *
     * @param folder empty; made if it is not there
     */
    public Transcript(Path folder, DeviceKey key) throws IOException {
        Backup.created(folder);
        disk = new FolderDisk(folder);
        scribe = new Scribe(disk, key, head, Limits.USUAL, key::sign);
    }

    /**
     * Adds the next entry.
     *
     * @throws JournalException if it does not continue the chain
     */
    public void add(EntryCopy copy) throws IOException {
        if (!copy.continues(head)) {
            throw new JournalException("the copy does not continue the chain at entry %d".formatted(copy.sequence()));
        }
        waiting.add(copy.entry());
        head = copy.head();
        if (waiting.size() >= BATCH) {
            write();
        }
    }

    private void write() throws IOException {
        if (!waiting.isEmpty()) {
            scribe.write(waiting, head);
            waiting.clear();
        }
    }

    /**
     * Writes what waits, signs the end and notes that it is whole.
     *
     * @param at the time noted in it
     * @return what it reaches
     */
    public Head finish(Instant at) throws IOException {
        write();
        scribe.close();
        if (disk.names().contains(Reserve.NAME)) {
            disk.delete(Reserve.NAME);
        }
        Backup.write(disk, Backup.NOTE, new Backup.Note(at, head).text().getBytes(StandardCharsets.US_ASCII));
        return head;
    }
}
