package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vigil.journal.DataDirectory;

/** The folder in which a demo keeps its made-up record: made anew each time, and never one that holds anything else. */
final class DemoFolder {
    private static final String MARK = "SIMULATED";

    private DemoFolder() {}

    /**
     * An empty folder {@code data} below {@code out}.
     *
     * @throws IOException if there is one that no demo made, or one that a running demo uses
     */
    static Path fresh(Path out) throws IOException {
        Path folder = data(out);
        if (Files.exists(folder)) {
            clear(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "Made up by vigil demo. No patient is recorded here.\n");
        return folder;
    }

    static Path data(Path out) {
        return out.resolve("data");
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(MARK))) {
            throw new IOException(
                    "%s holds something that no demo made; choose another folder with --out".formatted(folder));
        }
        // Taking hold of it first: another demo may be running on it.
        DataDirectory.open(folder).close();
        Verification.remove(folder);
    }
}
