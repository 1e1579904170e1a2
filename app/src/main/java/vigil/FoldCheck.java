package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import vigil.engine.Step;
import vigil.journal.Head;
import vigil.journal.JournalEntry;
import vigil.journal.Verify;
import vigil.session.Event;
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
    private final Function<Event, Step> replay;
    private final EntryRelay relay = new EntryRelay();
    private boolean reached;

    /**
     * {@code stored}: as it is on the disk; {@code witness}: a head that the journal must still hold; {@code replay}: an
     * engine's, which has taken nothing yet.
     */
    FoldCheck(Path folder, Optional<Head> witness, SessionStore stored, Function<Event, Step> replay) {
        this.folder = folder;
        this.witness = witness;
        this.stored = stored;
        this.replay = replay;
    }

    /** What was found; {@code database} in one line, and it says something only where the journal is sound. */
    record Found(Verify.Verdict journal, boolean equal, String database) {}

    Found run() throws IOException {
        ForkJoinTask<Verify.Begun> reading = ForkJoinPool.commonPool().submit(this::read);
        try {
            StoreVerify.Verdict compared = compared();
            Verify.Verdict journal = reading.join().whole();
            return new Found(
                    journal, reached && compared instanceof StoreVerify.Verdict.Same, words(journal, compared));
        } catch (StoreException e) {
            // What is wrong with the database says nothing about the journal.
            return new Found(reading.join().whole(), false, String.valueOf(e.getMessage()));
        }
    }

    /** Whatever becomes of the comparison, all entries are taken: who reads them would wait for ever. */
    private StoreVerify.Verdict compared() throws IOException {
        try {
            return StoreVerify.compare(stored, folder, this::fold);
        } finally {
            relay.forEach(_ -> {});
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
        JournalHead last = stored.head();
        reached = last.sequence() == 0;
        relay.forEach((JournalEntry entry) -> {
            if (entry.sequence() <= last.sequence()) {
                empty.project(entry.sequence(), entry.chainHash(), replay.apply(entry.event()));
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
