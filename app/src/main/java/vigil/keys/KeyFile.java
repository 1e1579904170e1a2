package vigil.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * {@code device.key}: the one home of a console's keys, in its data directory, readable by the owner only. A record cannot
 * be read without it, so it belongs in a safe place as well. Five lines of text:
 *
 * <pre>
 * vigil device key 1
 * secret HEX      32 bytes
 * signing HEX     Ed25519, PKCS #8
 * verifying HEX   Ed25519, X.509
 * check HEX       first 8 bytes of the SHA-256 over the lines before: a damaged file is told from a wrong key
 * </pre>
 */
public final class KeyFile {
    public static final String NAME = "device.key";
    private static final String TITLE = "vigil device key 1";
    private static final int CHECK_BYTES = 8;
    private static final int LINES = 5;

    private KeyFile() {}

    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    /** The keys of a directory; made now, and forced to the disk, if there are none. */
    public static DeviceKey in(Path directory) throws IOException {
        return isIn(directory) ? read(directory) : made(directory);
    }

    /**
     * The keys of a directory.
     *
     * @throws NoSuchFileException if there are none
     * @throws IOException one line that names the file, if it cannot be read or is damaged
     */
    public static DeviceKey read(Path directory) throws IOException {
        return readFile(directory.resolve(NAME));
    }

    /** Puts a copy of a key file that was kept elsewhere into a directory that has none; it was read before. */
    public static void copy(Path file, Path directory) throws IOException {
        write(directory, Files.readString(file, StandardCharsets.US_ASCII));
    }

    /** Like {@link #read}, of a file of any name. */
    public static DeviceKey readFile(Path file) throws IOException {
        String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n", -1);
        try {
            if (lines.length <= LINES - 1 || !lines[0].equals(TITLE) || !lines[4].equals(check(lines))) {
                throw new GeneralSecurityException("it is not what Vigil wrote");
            }
            return DeviceKey.of(part(lines[1], "secret "), part(lines[2], "signing "), part(lines[3], "verifying "));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "key file %s is damaged; put its copy back: without it the record cannot be read".formatted(file),
                    e);
        }
    }

    private static byte[] part(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(name + "is missing");
        }
        return HexFormat.of().parseHex(line, name.length(), line.length());
    }

    private static String check(String[] lines) {
        String text = String.join("\n", Arrays.copyOf(lines, LINES - 1));
        byte[] hash = DeviceKey.sha256(text.getBytes(StandardCharsets.US_ASCII));
        return "check " + HexFormat.of().formatHex(hash, 0, CHECK_BYTES);
    }

    private static DeviceKey made(Path directory) throws IOException {
        DeviceKey key = DeviceKey.random();
        HexFormat hex = HexFormat.of();
        String[] lines = {
            TITLE,
            "secret " + hex.formatHex(key.secret()),
            "signing " + hex.formatHex(key.signing().getEncoded()),
            "verifying " + hex.formatHex(key.verifying().getEncoded()),
            ""
        };
        lines[LINES - 1] = check(lines);
        write(directory, String.join("\n", lines) + "\n");
        return key;
    }

    /** Under another name first, so that half a key never exists; durable before anything is written with it. */
    private static void write(Path directory, String text) throws IOException {
        Path file = directory.resolve(NAME);
        Path fresh = directory.resolve(NAME + ".new");
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(posix))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        if (posix) {
            try (FileChannel names = FileChannel.open(directory)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(boolean posix) {
        Set<java.nio.file.attribute.PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)} : new FileAttribute<?>[0];
    }
}
