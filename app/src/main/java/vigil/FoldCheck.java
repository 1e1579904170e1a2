package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import vigil.engine.Engine;
import vigil.journal.Head;
import vigil.journal.JournalEntry;
import vigil.journal.Verify;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.SessionStore;
import vigil.store.StoreException;
import vigil.store.StoreVerify;

/**
 * Checks journal and database in one pass: one processor reads the entries and checks each, another folds what passed and
 * compares it with the database. One use, one thread.
 */
final class FoldCheck {
    private final Path folder;
    private final Optional<Head> witness;
    private final SessionStore stored;
    private final EntryRelay relay = new EntryRelay();
    private boolean reached;

    /** {@code stored}: as it is on the disk; {@code witness}: a head that the journal must still hold. */
    FoldCheck(Path folder, Optional<Head> witness, SessionStore stored) {
        this.folder = folder;
        this.witness = witness;
        this.stored = stored;
    }

    /** What was found; {@code database} in one line, and it says something only where the journal is sound. */
    record Found(Verify.Verdict journal, boolean equal, String database) {}

    Found run() throws IOException {
        ForkJoinTask<Verify.Begun> reading = ForkJoinPool.commonPool().submit(this::read);
        try {
            StoreVerify.Verdict compared = StoreVerify.compare(stored, folder, this::fold);
            Verify.Verdict journal = reading.join().whole();
            return new Found(
                    journal, reached && compared instanceof StoreVerify.Verdict.Same, words(journal, compared));
        } catch (StoreException e) {
            // What is wrong with the database says nothing about the journal.
            relay.forEach(_ -> {});
            return new Found(reading.join().whole(), false, String.valueOf(e.getMessage()));
        }
    }

    private Verify.Begun read() throws IOException {
        try {
            return Verify.begin(folder, witness, relay::take);
        } finally {
            relay.end();
        }
    }

    private void fold(SessionStore empty) throws IOException {
        Engine engine = new Engine();
        JournalHead last = stored.head();
        reached = last.sequence() == 0;
        relay.forEach((JournalEntry entry) -> {
            if (entry.sequence() <= last.sequence()) {
                empty.project(entry.sequence(), entry.chainHash(), engine.replay(entry.event()));
                reached = reached || last.equals(new JournalHead(entry.sequence(), entry.chainHash()));
            }
        });
    }

    private String words(Verify.Verdict journal, StoreVerify.Verdict compared) {
        long seen = stored.projectedSequence();
        if (journal instanceof Verify.Verdict.Sound(var head, int _, int _) && head.sequence() < seen) {
            return "the journal ends at entry %d, but the database has seen entry %d: the journal's end is missing"
                    .formatted(head.sequence(), seen);
        }
        return reached ? words(compared) : "the database is not of this journal; the next start makes it anew";
    }

    private String words(StoreVerify.Verdict compared) {
        return switch (compared) {
            case StoreVerify.Verdict.Same() ->
                "database equals its fold up to entry %d".formatted(stored.projectedSequence());
            case StoreVerify.Verdict.Different different ->
                "database differs in table %s, row %d, column %s; 'vigil rebuild' makes it anew"
                        .formatted(different.table(), different.row(), different.column());
        };
    }
}
