package vigil.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a journal from the first byte to the last without changing anything: the first half of {@code vigil verify}. */
public final class Verify {
    private Verify() {}

    /** What the check found. */
    public sealed interface Verdict {
        /** Every entry is whole, understood, in sequence, and continues the chain. */
        record Sound(Head head) implements Verdict {}

        /** All is sound up to {@code head}; the bytes after it are a write that was cut short, or a damaged last entry. */
        record Torn(Head head, long bytes, String reason) implements Verdict {}

        /** The first entry that is not as it was written. */
        record Damaged(long sequence, String reason) implements Verdict {}

        /** There is no journal here that this version can read. */
        record Unreadable(String reason) implements Verdict {}
    }

    /** Checks the journal in a data directory. A console that is writing at the same time may look torn at the end. */
    public static Verdict journal(Path directory) {
        Path file = directory.resolve(Journal.FILE_NAME);
        if (!Files.exists(file)) {
            return new Verdict.Unreadable("no journal in " + directory);
        }
        try (Walk walk = Walk.over(file)) {
            return walkThrough(file, walk);
        } catch (JournalException e) {
            return new Verdict.Unreadable(e.getMessage());
        } catch (IOException e) {
            return new Verdict.Unreadable("journal file %s cannot be read: %s".formatted(file, DataDirectory.cause(e)));
        }
    }

    private static Verdict walkThrough(Path file, Walk walk) throws IOException {
        Walk.Found found = walk.next();
        while (found instanceof Walk.Whole) {
            try {
                walk.entry();
            } catch (JournalException e) {
                return new Verdict.Damaged(walk.sequence(), e.getMessage());
            }
            found = walk.next();
        }
        return switch (found) {
            case Walk.Whole _ -> throw new IllegalStateException("the walk has not ended");
            case Walk.End _ -> new Verdict.Sound(walk.head());
            case Walk.Foreign(var reason) -> new Verdict.Damaged(walk.sequence() + 1, reason);
            case Walk.Broken(var reason) -> broken(file, walk, reason);
        };
    }

    private static Verdict broken(Path file, Walk walk, String reason) throws IOException {
        long missing = walk.sequence() + 1;
        boolean damaged =
                new TornTail(file, walk.offset(), missing).proofOfDamage().isPresent();
        return damaged
                ? new Verdict.Damaged(missing, reason)
                : new Verdict.Torn(walk.head(), Files.size(file) - walk.offset(), reason);
    }
}
