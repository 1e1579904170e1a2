package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import vigil.engine.Engine;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalEntry;
import vigil.journal.Verify;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.SessionStore;
import vigil.store.StoreVerify;

/** Checks a record that no console is using: every entry of the journal, then that the database equals its fold. */
public final class Verification {
    /** What was found, in lines for a person. */
    public record Result(boolean sound, List<String> lines) {}

    private final Path folder;
    private final Optional<Head> checkpoint;

    public Verification(Path folder) {
        this(folder, Optional.empty());
    }

    /**
     * Checks the record in {@code folder}.
     *
     * @param checkpoint a head as it was printed on a sheet, against which an end that was cut off is noticed
     */
    public Verification(Path folder, Optional<Head> checkpoint) {
        this.folder = folder;
        this.checkpoint = checkpoint;
    }

    /** Reads everything and changes nothing, unless the database is in doubt: then that one is thrown away. */
    public Result run() throws IOException {
        Optional<Backup.Note> note = Backup.noted(folder);
        Verify.Begun begun = Verify.begin(folder, checkpoint.or(() -> note.map(Backup.Note::head)));
        Result entries = result(begun.entries(), note);
        Verify.Verdict whole = begun.whole();
        return whole.equals(begun.entries()) ? entries : result(whole, note);
    }

    private Result result(Verify.Verdict verdict, Optional<Backup.Note> note) throws IOException {
        return switch (verdict) {
            case Verify.Verdict.Sound(var head, int segments, int checkpoints) -> {
                String line = "journal sound: %d entries in %d files, %d signed checkpoints, head %s"
                        .formatted(head.sequence(), segments, checkpoints, head.chainHash());
                yield note.isPresent() ? backup(line, note.get()) : database(line);
            }
            case Verify.Verdict.Torn(var head, long bytes, String reason) ->
                new Result(
                        false,
                        List.of(
                                "journal sound up to entry %d, head %s".formatted(head.sequence(), head.chainHash()),
                                "entry %d is not whole: %s (%d bytes); the next start sets them aside"
                                        .formatted(head.sequence() + 1, reason, bytes)));
            case Verify.Verdict.Damaged(long sequence, String reason) ->
                new Result(false, List.of("first bad entry: %d: %s".formatted(sequence, reason)));
            case Verify.Verdict.Contradicted(var head, var witness) ->
                new Result(false, List.of(contradiction(head, witness)));
            case Verify.Verdict.Unreadable(String reason) -> new Result(false, List.of(reason));
        };
    }

    /** There is no database in a backup. */
    private static Result backup(String journalLine, Backup.Note note) {
        return new Result(true, List.of(journalLine, "backup of %s".formatted(note.at())));
    }

    private static String contradiction(Head head, Head witness) {
        return head.sequence() < witness.sequence()
                ? "journal sound up to entry %d, but entries %d to %d, which the checkpoint saw, are missing: its end was cut off"
                        .formatted(head.sequence(), head.sequence() + 1, witness.sequence())
                : "journal sound in itself, but entry %d is not the one that the checkpoint saw"
                        .formatted(witness.sequence());
    }

    private Result database(String journalLine) throws IOException {
        AtomicReference<Optional<JournalHead>> seen = new AtomicReference<>(Optional.empty());
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory);
                SessionStore stored = SessionStore.open(directory.path(), head -> {
                    seen.set(Optional.of(head));
                    return Bedside.holds(journal, head);
                })) {
            if (stored.beginning() instanceof SessionStore.Beginning.Discarded(String reason)) {
                return new Result(false, List.of(journalLine, doubt(journal, seen.get(), reason)));
            }
            StoreVerify.Verdict verdict = compared(journal, stored);
            return new Result(
                    verdict instanceof StoreVerify.Verdict.Same, List.of(journalLine, words(verdict, stored)));
        }
    }

    /** A database that is ahead of the journal is a witness that the journal's end was cut off. */
    private static String doubt(Journal journal, Optional<JournalHead> seen, String reason) {
        return seen.filter(head -> head.sequence() > journal.head().sequence())
                .map(head ->
                        "the journal ends at entry %d, but the database has seen entry %d: the journal's end is missing"
                                .formatted(journal.head().sequence(), head.sequence()))
                .orElse("database in doubt and thrown away: %s; the next start makes it anew".formatted(reason));
    }

    private StoreVerify.Verdict compared(Journal journal, SessionStore stored) throws IOException {
        return StoreVerify.compare(stored, folder, empty -> {
            Engine engine = new Engine();
            journal.replay((JournalEntry entry) -> {
                if (entry.sequence() <= stored.projectedSequence()) {
                    empty.project(entry.sequence(), entry.chainHash(), engine.replay(entry.event()));
                }
            });
        });
    }

    private static String words(StoreVerify.Verdict verdict, SessionStore stored) {
        return switch (verdict) {
            case StoreVerify.Verdict.Same() ->
                "database equals its fold up to entry %d".formatted(stored.projectedSequence());
            case StoreVerify.Verdict.Different different ->
                "database differs in table %s, row %d, column %s; 'vigil rebuild' makes it anew"
                        .formatted(different.table(), different.row(), different.column());
        };
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
