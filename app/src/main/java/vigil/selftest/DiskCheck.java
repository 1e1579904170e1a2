package vigil.selftest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;
import vigil.journal.DataDirectory;
import vigil.pump.Moment;

/**
 * Whether the data directory, or the place where it would be made, is a local disk with room for a course, that can be
 * written, and how long one entry takes until it is on the disk. Makes one small file and takes it away again.
 */
public final class DiskCheck implements Check {
    private static final long MIB = 1L << 20;
    /** Under it the record of one course may not fit with its captures; five days of journal are 25 MB. */
    private static final long LITTLE = 1_024 * MIB;

    private static final long TOO_LITTLE = 64 * MIB;
    /** An alarm entry is to be durable within 50 ms on a hard disk ({@code reliability.md}, budgets); five times that. */
    private static final Duration SLOW = Duration.ofMillis(250);

    private static final int ENTRY = 4_096;

    private final Path folder;
    private final Supplier<Moment> clocks;

    public DiskCheck(Path folder, Supplier<Moment> clocks) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clocks = clocks;
    }

    @Override
    public Finding look() throws IOException {
        Path place = nearest(folder);
        DataDirectory.refuseNetwork(place);
        try {
            return judged(Files.getFileStore(place).getUsableSpace(), forced(place));
        } catch (AccessDeniedException e) {
            return Finding.failed("%s: no permission to write; give this user the right or choose another with --data"
                    .formatted(place));
        }
    }

    /** The directory itself, or the nearest one above it that exists. */
    private static Path nearest(Path folder) {
        Path place = folder;
        while (!Files.isDirectory(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    Finding judged(long freeBytes, Duration forced) {
        String found = "%s: %d MB free, an entry is on the disk after %d ms"
                .formatted(folder, freeBytes / MIB, forced.toMillis());
        if (freeBytes < TOO_LITTLE) {
            return Finding.failed(found + "; make room");
        }
        if (freeBytes < LITTLE) {
            return Finding.warning(found + "; a course with its captures may need more");
        }
        return forced.compareTo(SLOW) > 0
                ? Finding.warning(found + "; that is slow, see what else uses this disk")
                : Finding.ok(found);
    }

    private Duration forced(Path place) throws IOException {
        Path file = Files.createTempFile(place, ".vigil-self-test", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Moment before = clocks.get();
            channel.write(ByteBuffer.allocate(ENTRY));
            channel.force(false);
            return Duration.ofNanos(clocks.get().monotonicNanos() - before.monotonicNanos());
        } finally {
            Files.delete(file);
        }
    }
}
