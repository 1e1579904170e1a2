package vigil.ward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.journal.Head;
import vigil.journal.Restore;
import vigil.journal.Transcript;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.ward.WardException.Kind;

/**
 * Brings a bedside's record back from the ward into a data directory that has none: the same entries with the same chain,
 * sealed with the device key that is at hand, or with a new one. Entries that never reached the ward are lost with the disk.
 */
public final class WardRestore {
    private static final String FOLDER = "ward-restore.tmp";

    private final WardAddress address;
    private final Path data;
    private final Optional<Path> keyFile;

    /**
     * What to restore.
     *
     * @param keyFile a copy of {@code device.key}; not needed where the key lies in the data directory, or is lost
     */
    public WardRestore(WardAddress address, Path data, Optional<Path> keyFile) {
        this.address = address;
        this.data = data;
        this.keyFile = keyFile;
    }

    /**
     * Reads, checks and writes the record; the session database is then to be made anew.
     *
     * @param room which one, where the certificate may read several
     * @param at now
     * @throws IOException one line: the ward's record is not whole, or the directory holds another one; then nothing was changed
     */
    public Head run(Optional<String> room, Instant at) throws IOException {
        Path folder = data.resolve(FOLDER);
        remove(folder);
        Files.createDirectories(data);
        try (WardReader reader = WardReader.open(address)) {
            written(reader, chosen(reader.extents(), room), folder, at);
            return new Restore(folder, data, keyFile).run();
        } finally {
            remove(folder);
        }
    }

    private WardReader.Extent chosen(List<WardReader.Extent> extents, Optional<String> room) throws WardException {
        List<WardReader.Extent> meant = extents.stream()
                .filter(it -> room.isEmpty() || room.get().equals(it.room()))
                .toList();
        if (meant.size() != 1) {
            throw new WardException(
                    Kind.FOREIGN,
                    meant.isEmpty()
                            ? "ward %s holds no such room for this certificate".formatted(address)
                            : "this certificate reads %d rooms; say which one with --room".formatted(meant.size()));
        }
        WardReader.Extent extent = meant.getFirst();
        if (extent.cut().sequence() > 0 || extent.head().sequence() == 0) {
            throw new WardException(
                    Kind.FOREIGN,
                    extent.head().sequence() == 0
                            ? "ward %s holds no entry of room %s".formatted(address, extent.room())
                            : "ward %s has dropped the entries of room %s up to %d: what is left cannot be continued"
                                    .formatted(
                                            address, extent.room(), extent.cut().sequence()));
        }
        return extent;
    }

    private void written(WardReader reader, WardReader.Extent extent, Path folder, Instant at) throws IOException {
        Transcript transcript = new Transcript(folder, key(folder));
        reader.copies(extent.room(), 1, extent.head().sequence(), copy -> {
            transcript.add(copy);
            return true;
        });
        Head head = transcript.finish(at);
        if (!head.equals(extent.head())) {
            throw new WardException(
                    Kind.FOREIGN,
                    "ward %s: the entries of room %s end at %d instead of %d; check with 'vigil verify --ward'"
                            .formatted(
                                    address,
                                    extent.room(),
                                    head.sequence(),
                                    extent.head().sequence()));
        }
    }

    private DeviceKey key(Path folder) throws IOException {
        if (keyFile.isPresent()) {
            KeyFile.refuseOther(data, keyFile.get());
            return KeyFile.readFile(keyFile.get());
        }
        if (KeyFile.isIn(data)) {
            return KeyFile.read(data);
        }
        Files.createDirectories(folder);
        return KeyFile.in(folder);
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
