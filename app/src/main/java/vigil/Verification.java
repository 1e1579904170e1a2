package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.engine.Engine;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.journal.JournalReader;
import vigil.journal.Verify;
import vigil.store.SessionStore;

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

    /** Reads everything and changes nothing. */
    public Result run() throws IOException {
        try {
            Journal.refuseUnfinishedPurge(folder);
        } catch (JournalException e) {
            return new Result(false, List.of(e.getMessage()));
        }
        Optional<Backup.Note> note = Backup.noted(folder);
        if (note.isPresent()) {
            Verify.Verdict journal = Verify.journal(folder, checkpoint.or(() -> note.map(Backup.Note::head)));
            return result(journal, true, "backup of %s".formatted(note.get().at()));
        }
        DataDirectory directory;
        try {
            directory = DataDirectory.open(folder);
        } catch (JournalException e) {
            return journalOnly(e);
        }
        try (directory) {
            return held(directory.path());
        }
    }

    /** The journal can be read whoever holds the directory; that the database cannot be checked is said where that is all. */
    private Result journalOnly(JournalException reason) throws IOException {
        Verify.Verdict journal = Verify.journal(folder, checkpoint);
        if (journal instanceof Verify.Verdict.Sound) {
            throw reason;
        }
        return result(journal, false, "");
    }

    private Result held(Path path) throws IOException {
        Optional<SessionStore> database = SessionStore.toCheck(path);
        if (database.isEmpty()) {
            boolean there = SessionStore.isIn(path);
            String words = there
                    ? "database in doubt: damaged, incomplete or of another version; the next start makes it anew"
                    : "there is no database; the next start makes it";
            return result(Verify.journal(folder, checkpoint), !there, words);
        }
        try (SessionStore stored = database.get()) {
            FoldCheck.Found found = new FoldCheck(folder, checkpoint, stored, new Engine()::replay).run();
            return result(found.journal(), found.equal(), found.database());
        }
    }

    /** {@code rest}: what there is to be said beside the journal, if that is sound. */
    private Result result(Verify.Verdict verdict, boolean restIsSound, String rest) throws IOException {
        return switch (verdict) {
            case Verify.Verdict.Sound sound -> new Result(restIsSound, List.of(words(sound), rest));
            case Verify.Verdict.Torn torn -> new Result(false, words(torn));
            case Verify.Verdict.Damaged(long sequence, String reason) ->
                new Result(false, List.of("first bad entry: %d: %s".formatted(sequence, reason)));
            case Verify.Verdict.Contradicted(var head, var witness) ->
                new Result(false, List.of(contradiction(head, witness, purged())));
            case Verify.Verdict.Unreadable(String reason) -> new Result(false, List.of(reason));
        };
    }

    private String words(Verify.Verdict.Sound sound) throws IOException {
        Head head = sound.head();
        String kept = purged().map(it -> ", kept from entry %d".formatted(it.sequence() + 1))
                .orElse("");
        return "journal sound: %d entries%s in %d files, %d signed checkpoints, head %s"
                .formatted(head.sequence(), kept, sound.segments(), sound.checkpoints(), head.chainHash());
    }

    /** What a power cut leaves and what an end that was cut off inside an entry leaves look the same but for a checkpoint. */
    private List<String> words(Verify.Verdict.Torn torn) throws IOException {
        Head head = torn.head();
        Optional<Backup.Note> note = Backup.noted(folder);
        Optional<Head> witness = checkpoint.or(() -> note.map(Backup.Note::head));
        String sound = witness.filter(seen -> seen.sequence() > head.sequence())
                .map(seen -> cutOff(head, seen))
                .orElse("journal sound up to entry %d, head %s".formatted(head.sequence(), head.chainHash()));
        String rest = "entry %d is not whole: %s (%d bytes); the next start sets them aside"
                .formatted(head.sequence() + 1, torn.reason(), torn.bytes());
        return List.of(sound, rest);
    }

    private Optional<Head> purged() throws IOException {
        return JournalReader.in(folder).purged();
    }

    private static String contradiction(Head head, Head witness, Optional<Head> purged) {
        if (purged.filter(it -> witness.sequence() <= it.sequence()).isPresent()) {
            return "journal sound in itself, but entry %d, which the checkpoint saw, was purged: the record goes on from entry %d"
                    .formatted(witness.sequence(), purged.get().sequence() + 1);
        }
        return head.sequence() < witness.sequence()
                ? cutOff(head, witness)
                : "journal sound in itself, but entry %d is not the one that the checkpoint saw"
                        .formatted(witness.sequence());
    }

    private static String cutOff(Head head, Head witness) {
        return "journal sound up to entry %d, but entries %d to %d, which the checkpoint saw, are missing: its end was cut off"
                .formatted(head.sequence(), head.sequence() + 1, witness.sequence());
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
