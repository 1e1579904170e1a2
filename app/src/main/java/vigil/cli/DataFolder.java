package vigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vigil.Bedside;
import vigil.journal.Journal;

/** Opens what is there. Commands that only read must not leave a new, empty record behind, nor a key or a lock. */
final class DataFolder {
    private DataFolder() {}

    static Bedside openExisting(Path folder) throws IOException {
        return Bedside.open(withRecord(folder));
    }

    /** The folder, of which nothing but the names of its files was read. */
    static Path withRecord(Path folder) throws IOException {
        if (!Journal.isIn(existing(folder))) {
            throw new CommandFailed(
                    "%s: there is no record in this folder; give the right one with --data".formatted(folder));
        }
        return folder;
    }

    static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(
                    "%s: there is no such data directory; give the right one with --data".formatted(folder));
        }
        return folder;
    }
}
