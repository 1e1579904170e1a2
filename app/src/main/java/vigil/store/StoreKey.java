package vigil.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The password of the database file: 256 random bits in {@code store.key}, readable by the owner only. Losing it costs a
 * rebuild, never a record.
 */
final class StoreKey {
    private static final int BYTES = 32;
    private static final String FILE_NAME = "store.key";

    private StoreKey() {}

    /** The key of a directory as 64 hexadecimal digits; made now if there is none that could be one. */
    static String in(Path directory) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        if (Files.exists(file)) {
            String key = Files.readString(file).strip();
            if (key.matches("[0-9a-f]{64}")) {
                return key;
            }
        }
        return made(file);
    }

    private static String made(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = HexFormat.of().formatHex(random);
        Path fresh = file.resolveSibling(FILE_NAME + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly(file));
        Files.writeString(fresh, key);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return key;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
