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
 * Checks journal and database in one pass, on up to three processors: one reads the entries and checks each, the next folds
 * what passed, and the calling thread compares what comes of it with the database. One use.
 */
final class FoldCheck {
    private final Path folder;
    private final Optional<Head> witness;
    private final SessionStore stored;
    private final JournalHead last;
    private final Function<Event, Step> replay;
    private final Relay<JournalEntry> entries = new Relay<>();
    private final Relay<Folded> steps = new Relay<>();
    private JournalHead folded = new JournalHead(0, "");

    /**
     * {@code stored}: as it is on the disk; {@code witness}: a head that the journal must still hold; {@code replay}: an
     * engine's, which has taken nothing yet.
     */
    FoldCheck(Path folder, Optional<Head> witness, SessionStore stored, Function<Event, Step> replay) {
        this.folder = folder;
        this.witness = witness;
        this.stored = stored;
        this.last = stored.head();
        this.replay = replay;
    }

    /** What was found; {@code database} in one line, and it says something only where the journal is sound. */
    record Found(Verify.Verdict journal, boolean equal, String database) {}

    /** A step and the entry that led to it. */
    private record Folded(JournalHead head, Step step) {}

    Found run() throws IOException {
        ForkJoinTask<Verify.Begun> reading = ForkJoinPool.commonPool().submit(this::read);
        ForkJoinTask<Boolean> folding = ForkJoinPool.commonPool().submit(this::foldAll);
        try {
            StoreVerify.Verdict compared = compared();
            boolean reached = folding.join();
            Verify.Verdict journal = reading.join().whole();
            boolean same = compared instanceof StoreVerify.Verdict.Same;
            return new Found(journal, reached && same, words(journal, reached, compared));
        } catch (StoreException e) {
            // What is wrong with the database says nothing about the journal.
            return new Found(reading.join().whole(), false, String.valueOf(e.getMessage()));
        }
    }

    private Verify.Begun read() throws IOException {
        try {
            return Verify.begin(folder, witness, entries::take);
        } finally {
            entries.end();
        }
    }

    /**
     * Whether the last entry that the database has seen is one of this journal. Whatever becomes of the fold, all entries are
     * taken: who reads them would wait for ever.
     */
    private boolean foldAll() throws IOException {
        try {
            entries.forEach(this::fold);
            return last.sequence() == 0 || last.equals(folded);
        } finally {
            entries.forEach(_ -> {});
            steps.end();
        }
    }

    private void fold(JournalEntry entry) {
        if (entry.sequence() <= last.sequence()) {
            folded = new JournalHead(entry.sequence(), entry.chainHash());
            steps.take(new Folded(folded, replay.apply(entry.event())));
        }
    }

    /** Whatever becomes of the comparison, all steps are taken: who folds would wait for ever. */
    private StoreVerify.Verdict compared() throws IOException {
        try {
            return StoreVerify.compare(stored, folder, this::project);
        } finally {
            steps.forEach(_ -> {});
        }
    }

    private void project(SessionStore empty) throws IOException {
        steps.forEach(it -> empty.project(it.head().sequence(), it.head().chainHash(), it.step()));
    }

    private String words(Verify.Verdict journal, boolean reached, StoreVerify.Verdict compared) {
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
