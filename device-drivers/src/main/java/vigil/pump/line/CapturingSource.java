package vigil.pump.line;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vigil.pump.Moment;

/**
 * Opens lines whose wire is kept in a capture, begun when a line is opened for the first time. A capture that cannot be
 * begun or written is told once, and the pump is read all the same. Used by one thread; closed by whoever knows that this
 * thread has ended.
 */
public final class CapturingSource implements LineSource, Closeable {
    private final LineSource source;
    private final Path file;
    private final String pump;
    private final Supplier<Moment> clock;
    private final Consumer<String> problems;
    private @Nullable CaptureWriter writer;
    private boolean failed;

    /**
     * Keeps what passes over the lines of {@code source}.
     *
     * @param file of the capture; its directory is made if there is none, for this user only
     * @param pump the model's name on the command line
     * @param problems told in one sentence when nothing is kept any more
     */
    public CapturingSource(
            LineSource source, Path file, String pump, Supplier<Moment> clock, Consumer<String> problems) {
        this.source = source;
        this.file = file;
        this.pump = pump;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    public Line open() throws IOException {
        Line line = source.open();
        CaptureWriter keeps = begun();
        return keeps == null ? line : new CapturedLine(line, keeps, clock, problems);
    }

    private @Nullable CaptureWriter begun() {
        if (writer == null && !failed) {
            try {
                makeDirectory();
                writer = CaptureWriter.begin(file, CaptureWriter.Limits.USUAL, pump, clock.get());
            } catch (IOException denied) {
                failed = true;
                problems.accept("the wire is not kept: " + denied.getMessage());
            }
        }
        return writer;
    }

    private void makeDirectory() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Ends the capture whole. */
    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
