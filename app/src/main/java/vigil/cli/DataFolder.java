package vigil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vigil.Bedside;

/** Opens what is there. Commands that only read must not leave a new, empty record behind. */
final class DataFolder {
    private DataFolder() {}

    static Bedside openExisting(Path folder) throws IOException {
        return Bedside.open(existing(folder));
    }

    static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(
                    "%s: there is no such data directory; give the right one with --data".formatted(folder));
        }
        return folder;
    }
}
