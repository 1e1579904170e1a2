package vigil.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code device.key}: the one home of a console's keys, in its data directory, readable by the owner only. A record cannot
 * be read without it, so it belongs in a safe place as well. It may be locked with a passphrase ({@link #lock}); then it is
 * what {@link KeyLock} says, otherwise what {@link KeyText} says.
 */
public final class KeyFile {
    public static final String NAME = "device.key";

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

    /**
     * Sees to it that a key file that was named is not left aside for another one that lies in a directory already.
     *
     * @throws IOException one line that names both, if they are the keys of two consoles; neither is changed
     */
    public static void refuseOther(Path directory, Path named) throws IOException {
        if (isIn(directory)
                && !Arrays.equals(read(directory).id(), readFile(named).id())) {
            throw new IOException(
                    "%s is another key than %s, which is never overwritten; move that one to a safe place, or name the key that belongs to it"
                            .formatted(named, directory.resolve(NAME)));
        }
    }

    /** Puts a copy of a key file that was kept elsewhere into a directory that has none; it was read before. */
    public static void copy(Path file, Path directory) throws IOException {
        write(directory, Files.readString(file, StandardCharsets.US_ASCII));
    }

    /** Like {@link #read}, of a file of any name. */
    public static DeviceKey readFile(Path file) throws IOException {
        return readFile(file, System.getenv());
    }

    static DeviceKey readFile(Path file, Map<String, String> environment) throws IOException {
        try {
            return KeyText.read(plain(file, environment));
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        }
    }

    private static IOException damaged(Path file, Exception e) {
        return new IOException(
                "key file %s is damaged; put its copy back: without it the record cannot be read".formatted(file), e);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (CharacterCodingException e) {
            throw damaged(file, e);
        }
    }

    private static String plain(Path file, Map<String, String> environment) throws IOException {
        String text = text(file);
        if (!KeyLock.isLocked(text)) {
            return text;
        }
        Passphrase passphrase = passphrase(file, environment);
        try {
            return KeyLock.open(text, passphrase)
                    .orElseThrow(() -> new IOException("key file %s: that is not its passphrase".formatted(file)));
        } catch (GeneralSecurityException e) {
            throw damaged(file, e);
        }
    }

    private static Passphrase passphrase(Path file, Map<String, String> environment) throws IOException {
        return Passphrase.given(environment)
                .orElseThrow(() -> new IOException(
                        "key file %s is locked with a passphrase, and none is given: name its file in VIGIL_PASSPHRASE_FILE or its store in VIGIL_PASSPHRASE_STORE, or give the service the credential vigil-passphrase"
                                .formatted(file)));
    }

    /** Locks the key file of a directory with the passphrase that the environment gives; what it locks opens. */
    public static void lock(Path directory, Map<String, String> environment) throws IOException {
        write(directory, locked(directory, plain(directory.resolve(NAME), environment), environment));
    }

    private static String locked(Path directory, String plain, Map<String, String> environment) throws IOException {
        Path file = directory.resolve(NAME);
        Passphrase passphrase = passphrase(file, environment);
        try {
            String locked = KeyLock.lock(plain, passphrase);
            if (!KeyLock.open(locked, passphrase).equals(Optional.of(plain))) {
                throw new IOException("key file %s could not be locked; it was left as it is".formatted(file));
            }
            return locked;
        } catch (GeneralSecurityException e) {
            throw new IOException("key file %s could not be locked; it was left as it is".formatted(file), e);
        }
    }

    /** Takes the lock off the key file of a directory again. */
    public static void unlock(Path directory, Map<String, String> environment) throws IOException {
        write(directory, plain(directory.resolve(NAME), environment));
    }

    private static DeviceKey made(Path directory) throws IOException {
        DeviceKey key = DeviceKey.random();
        write(directory, KeyText.of(key));
        return key;
    }

    /** Puts the successor of the keys of a directory in their place; a lock stays on the file. */
    public static void renew(Path directory, DeviceKey successor, Map<String, String> environment) throws IOException {
        write(directory, likeThoseIn(directory, successor, environment));
    }

    private static String likeThoseIn(Path directory, DeviceKey keys, Map<String, String> environment)
            throws IOException {
        boolean locked = KeyLock.isLocked(text(directory.resolve(NAME)));
        return locked ? locked(directory, KeyText.of(keys), environment) : KeyText.of(keys);
    }

    /** Puts new keys, which follow no others, into a directory that has none; locked like those of {@code other}. */
    public static void makeLike(Path other, Path directory, Map<String, String> environment) throws IOException {
        write(directory, likeThoseIn(other, DeviceKey.random(), environment));
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
