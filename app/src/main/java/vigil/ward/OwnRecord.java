package vigil.ward;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.journal.JournalReader;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;

/**
 * The record of this bedside as its outbox reads it: from the files, beside the console that writes them, and only what is
 * on the disk. Nothing waits in memory, so an outage of days costs none. Used by one thread at a time.
 */
public final class OwnRecord {
    private final JournalReader journal;
    private final DeviceKey key;
    private final LongSupplier onDisk;
    /** The last entry that was purged here; no purge is made while a console runs. */
    private final Optional<Head> purged;

    private OwnRecord(JournalReader journal, DeviceKey key, LongSupplier onDisk, Optional<Head> purged) {
        this.journal = journal;
        this.key = key;
        this.onDisk = onDisk;
        this.purged = purged;
    }

    /**
     * The record in {@code folder}.
     *
     * @param onDisk sequence of the last entry that is on the disk; safe from any thread
     */
    public static OwnRecord in(Path folder, LongSupplier onDisk) throws IOException {
        JournalReader journal = JournalReader.in(folder);
        return new OwnRecord(journal, KeyFile.read(folder), onDisk, journal.purged());
    }

    long reached() {
        return onDisk.getAsLong();
    }

    /** Whether what a ward holds is the beginning of this record. */
    boolean holds(Head there) throws IOException {
        if (there.sequence() == 0) {
            return there.equals(Head.start());
        }
        if (there.sequence() > reached()) {
            return false;
        }
        if (purged.equals(Optional.of(there))) {
            return true;
        }
        AtomicReference<Optional<Head>> here = new AtomicReference<>(Optional.empty());
        journal.copy(there.sequence(), there.sequence(), copy -> {
            here.set(Optional.of(copy.head()));
            return false;
        });
        return here.get().equals(Optional.of(there));
    }

    /** Where it begins again behind what was purged, if a ward holds something of it up to there and not yet what follows. */
    boolean goesOnBehindPurge(Head there) throws IOException {
        return purged.filter(it -> there.sequence() < it.sequence()).isPresent()
                && after(there, 1, 1).isEmpty();
    }

    /**
     * At most so many entries after {@code head}, and not many more than so many bytes; none where what follows it was
     * purged.
     */
    List<EntryCopy> after(Head head, int most, int bytes) throws IOException {
        List<EntryCopy> batch = new ArrayList<>();
        int[] size = new int[1];
        long last = Math.min(reached(), head.sequence() + most);
        journal.copy(head.sequence() + 1, last, copy -> {
            boolean follows = copy.sequence() == head.sequence() + 1 + batch.size();
            if (follows) {
                batch.add(copy);
                size[0] += copy.payload().length;
            }
            return follows && size[0] < bytes;
        });
        return batch;
    }

    /** The last entry that was purged at the bedside; empty where nothing was. */
    Optional<Head> purged() {
        return purged;
    }

    SignedHead signed(Head head) {
        return SignedHead.by(key, head);
    }
}
