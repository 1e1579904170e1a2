package vigil.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;

/** Checks a journal from the first byte to the last without changing anything: the first half of {@code vigil verify}. */
public final class Verify {
    private final Shelf shelf;
    private final Optional<Head> witness;
    private final Watch watch;
    /** A signature costs more than everything else about an entry, so the other processors check them meanwhile. */
    private final List<ForkJoinTask<Optional<Verdict>>> signatures = new ArrayList<>();

    private Optional<Head> atWitness = Optional.empty();

    private Verify(Shelf shelf, Optional<Head> witness, Watch watch) {
        this.shelf = shelf;
        this.witness = witness;
        this.watch = watch;
    }

    /** A check whose entries have been gone through; signatures may still be under way. */
    public static final class Begun {
        private final Verdict entries;
        private final List<ForkJoinTask<Optional<Verdict>>> signatures;

        private Begun(Verdict entries, List<ForkJoinTask<Optional<Verdict>>> signatures) {
            this.entries = entries;
            this.signatures = List.copyOf(signatures);
        }

        /** What was found of the entries. */
        public Verdict entries() {
            return entries;
        }

        /** Waits for the signatures: a false one stands before everything else that was found. */
        public Verdict whole() {
            return signatures.stream()
                    .flatMap(signature -> signature.join().stream())
                    .findFirst()
                    .orElse(entries);
        }
    }

    /** Told of every entry that passed; what it throws ends the check. */
    @FunctionalInterface
    public interface Watch {
        void passed(JournalEntry entry) throws IOException;
    }

    /** What the check found. */
    public sealed interface Verdict {
        /** Every entry is whole, understood, in sequence, and continues the chain; every checkpoint is signed. */
        record Sound(Head head, int segments, int checkpoints) implements Verdict {}

        /** All is sound up to {@code head}; the bytes after it are a write that was cut short, or a damaged last entry. */
        record Torn(Head head, long bytes, String reason) implements Verdict {}

        /** The first entry that is not as it was written. */
        record Damaged(long sequence, String reason) implements Verdict {}

        /** Sound in itself up to {@code head}, but not what the witness saw: entries were cut off or the record was made anew. */
        record Contradicted(Head head, Head witness) implements Verdict {}

        /** There is no journal here that this version can read. */
        record Unreadable(String reason) implements Verdict {}
    }

    /** Checks the journal in a data directory. A console that is writing at the same time may look torn at the end. */
    public static Verdict journal(Path directory) {
        return journal(directory, Optional.empty());
    }

    /**
     * Checks the journal in a data directory, and that it still holds what a witness saw.
     *
     * @param witness a head that was printed or copied to another place while the journal was whole
     */
    public static Verdict journal(Path directory, Optional<Head> witness) {
        try {
            return journal(directory, witness, _ -> {});
        } catch (IOException e) {
            throw new IllegalStateException("nobody watches", e);
        }
    }

    /**
     * The same check, with somebody who watches it.
     *
     * @throws IOException what {@code watch} throws, and nothing else
     */
    public static Verdict journal(Path directory, Optional<Head> witness, Watch watch) throws IOException {
        return begin(directory, witness, watch).whole();
    }

    /**
     * The same check, which returns when all entries have been gone through.
     *
     * @throws IOException what {@code watch} throws, and nothing else
     */
    public static Begun begin(Path directory, Optional<Head> witness, Watch watch) throws IOException {
        Verify check;
        FolderDisk disk = new FolderDisk(directory);
        try {
            if (!Files.isDirectory(directory) || Shelf.numbers(disk).isEmpty()) {
                return unreadable("no journal in " + directory);
            }
            if (!KeyFile.isIn(directory)) {
                Journal.refuseKeyless(disk, directory);
            }
            check = new Verify(Shelf.of(disk, KeyFile.read(directory)), witness, watch);
        } catch (IOException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
        return check.outcome();
    }

    private static Begun unreadable(String reason) {
        return new Begun(new Verdict.Unreadable(reason), List.of());
    }

    private Begun outcome() throws IOException {
        try {
            return run();
        } catch (JournalException e) {
            return unreadable(e.getMessage());
        }
    }

    static Verdict journal(Disk disk, DeviceKey key, Optional<Head> witness) {
        try {
            return new Verify(Shelf.of(disk, key), witness, _ -> {}).run().whole();
        } catch (IOException e) {
            return new Verdict.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Begun run() throws IOException {
        try (Walk walk = Walk.over(shelf, this::check)) {
            return new Begun(walkThrough(walk), signatures);
        }
    }

    private void check(Checkpoint checkpoint, DeviceKey key) {
        signatures.add(ForkJoinPool.commonPool().submit(() -> fault(checkpoint, key)));
    }

    private static Optional<Verdict> fault(Checkpoint checkpoint, DeviceKey key) {
        return checkpoint.isSignedBy(key)
                ? Optional.empty()
                : Optional.of(new Verdict.Damaged(
                        checkpoint.head().sequence(), "the checkpoint after it is not signed by this device"));
    }

    private Verdict walkThrough(Walk walk) throws IOException {
        Walk.Found found = walk.next();
        while (found instanceof Walk.Whole) {
            JournalEntry entry;
            try {
                entry = walk.entry();
            } catch (JournalException e) {
                return new Verdict.Damaged(walk.sequence(), e.getMessage());
            }
            see(entry);
            watch.passed(entry);
            found = walk.next();
        }
        return switch (found) {
            case Walk.Whole _ -> throw new IllegalStateException("the walk has not ended");
            case Walk.End _ -> ended(walk.head());
            case Walk.Foreign(var reason) -> new Verdict.Damaged(walk.sequence() + 1, reason);
            case Walk.Broken(var reason) -> broken(walk, reason);
        };
    }

    private void see(JournalEntry entry) {
        if (witness.isPresent() && entry.sequence() == witness.get().sequence()) {
            atWitness = Optional.of(new Head(entry.sequence(), entry.chainHash()));
        }
    }

    private Verdict ended(Head head) {
        return contradicted(head)
                .orElseGet(() -> new Verdict.Sound(head, shelf.segments().size(), signatures.size()));
    }

    private Optional<Verdict> contradicted(Head head) {
        return witness.filter(_ -> !atWitness.equals(witness) && !shelf.purged().equals(witness))
                .map(seen -> new Verdict.Contradicted(head, seen));
    }

    private Verdict broken(Walk walk, String reason) {
        SegmentReader reader = walk.reader().orElseThrow();
        Head head = walk.head();
        if (reader.isProvenDamage()) {
            return new Verdict.Damaged(walk.sequence() + 1, reason);
        }
        boolean isBehind =
                witness.filter(seen -> seen.sequence() <= head.sequence()).isPresent();
        return (isBehind ? contradicted(head) : Optional.<Verdict>empty())
                .orElseGet(() -> new Verdict.Torn(head, reader.rest().length, reason));
    }
}
