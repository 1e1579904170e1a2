package vigil.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.session.Event;

/**
 * A record written anew without its beginning, under the keys of its new folder. First stands what the console keeps of the
 * beginning, as a short chain of its own whose first entry names the place of the cut; then every entry behind the cut, with
 * the number and the chain hash that it always had; last the certificate. The record it comes from is only read. Used by one
 * thread.
 */
public final class ShortenedRecord {
    private static final int BATCH = 1_000;
    /** So that no segment becomes much longer than usual. */
    private static final int BATCH_BYTES = 64 * 1024;

    private final Path from;
    private final Path into;
    private final DeviceKey key;
    private final FolderDisk disk;

    /** {@code into}: a folder with new keys and nothing else. */
    public ShortenedRecord(Path from, Path into) throws IOException {
        this.from = from;
        this.into = into;
        this.key = KeyFile.read(into);
        this.disk = new FolderDisk(into);
    }

    /**
     * Writes the record, checks it from the first byte to the last and compares it entry by entry with the one it comes from.
     *
     * @param beginning its first entry
     * @param console what stands between the first entry and the kept ones
     * @param old head of the record it comes from
     * @param certificate its last entry
     * @throws JournalException if it is not whole, or not equal
     */
    public void write(Event.RecordShortened beginning, List<Event> console, Head old, Event.RecordPurged certificate)
            throws IOException {
        Head purged = new Head(beginning.lastEntry(), beginning.chainHash());
        writeBeginning(beginning, console);
        writeKept(purged, old, certificate);
        if (disk.names().contains(Reserve.NAME)) {
            disk.delete(Reserve.NAME);
        }
        disk.forceNames();
        if (!(Verify.journal(into, Optional.of(old)) instanceof Verify.Verdict.Sound)) {
            throw new JournalException("the new record in %s is not sound".formatted(into));
        }
        compare(purged, old);
    }

    private void writeBeginning(Event.RecordShortened beginning, List<Event> console) throws IOException {
        Writing writing = new Writing(new Scribe(disk, key, Head.start(), Limits.USUAL), Head.start());
        writing.add(beginning);
        for (Event event : console) {
            writing.add(event);
        }
        writing.finish();
    }

    private void writeKept(Head purged, Head old, Event certificate) throws IOException {
        Writing writing = new Writing(Scribe.afterPurge(disk, key, purged, Limits.USUAL), purged);
        JournalReader.in(from).copy(purged.sequence() + 1, old.sequence(), copy -> {
            writing.add(copy.entry());
            return true;
        });
        writing.add(certificate);
        writing.finish();
    }

    /** Entries on their way to the disk, some at a time. */
    private static final class Writing {
        private final Scribe scribe;
        private final List<Entry> waiting = new ArrayList<>();
        private Head head;
        private int bytes;

        Writing(Scribe scribe, Head head) {
            this.scribe = scribe;
            this.head = head;
        }

        void add(Event event) throws IOException {
            add(Entry.of(head.sequence() + 1, event));
        }

        void add(Entry entry) throws IOException {
            waiting.add(entry);
            head = Head.of(entry.sequence(), entry.chainHash(head.hash()));
            bytes += entry.payload().length;
            if (waiting.size() >= BATCH || bytes >= BATCH_BYTES) {
                write();
            }
        }

        private void write() throws IOException {
            if (!waiting.isEmpty()) {
                scribe.write(waiting, head);
                waiting.clear();
                bytes = 0;
            }
        }

        void finish() throws IOException {
            write();
            scribe.close();
        }
    }

    private void compare(Head purged, Head old) throws IOException {
        Shelf before = Shelf.of(new FolderDisk(from), KeyFile.read(from));
        Shelf after = Shelf.of(disk, key);
        try (Walk was = Walk.near(before, purged.sequence() + 1);
                Walk is = Walk.near(after, purged.sequence() + 1)) {
            while (was.sequence() < purged.sequence()) {
                Journal.step(before, was);
            }
            if (!was.head().equals(purged) || !is.head().equals(purged)) {
                throw unequal(purged.sequence());
            }
            while (was.sequence() < old.sequence()) {
                Journal.step(before, was);
                Journal.step(after, is);
                compare(was.copy(), is.copy());
            }
        }
    }

    private void compare(EntryCopy was, EntryCopy is) throws JournalException {
        if (!was.isSameAs(is)) {
            throw unequal(was.sequence());
        }
    }

    private JournalException unequal(long sequence) {
        return new JournalException("entry %d of the new record in %s is not the old one".formatted(sequence, into));
    }
}
