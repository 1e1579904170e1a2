package vigil.pump.line;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.LineSettings;

/**
 * The serial ports of this machine. Thread-safe.
 *
 * <p>jSerialComm unpacks a native library and loads it. Its own choice is a directory in the temporary folder that every
 * user can write to; so a private one must be named here before the first port is touched.
 */
public final class SerialPorts {
    private static final Logger LOG = LoggerFactory.getLogger(SerialPorts.class);
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private final PortNames names = new PortNames();

    /**
     * One port.
     *
     * @param path what {@code --port} takes
     * @param description what the system knows of it
     * @param permitted whether this user may read and write it
     * @param holders programs that hold it open, as far as can be seen
     */
    public record Port(String path, String description, boolean permitted, List<String> holders) {
        public Port {
            holders = List.copyOf(holders);
        }

        /** What mends a missing permission. */
        public String remedy() {
            return SerialPorts.advice(Path.of(path));
        }

        /** That ModemManager may write to it, and what mends that; empty when it may not, or does not run. */
        public Optional<String> modemProbing() {
            return ModemProbing.warning(Path.of(path));
        }
    }

    /**
     * Ports whose native library lives in {@code nativeDirectory}.
     *
     * @throws IOException if the directory cannot be made, belongs to others or can be written by them
     */
    public SerialPorts(Path nativeDirectory) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            makePrivate(nativeDirectory);
        } else {
            Files.createDirectories(nativeDirectory);
        }
        System.setProperty(
                "jSerialComm.library.path", nativeDirectory.toAbsolutePath().toString());
    }

    /**
     * Ports whose native library was put into {@code directory} when the program was installed.
     *
     * @throws IOException if it is not there, or if others than its owner could exchange it
     */
    public static SerialPorts installed(Path directory) throws IOException {
        return new SerialPorts(Unpacked.in(directory));
    }

    private SerialPorts(Unpacked library) {
        System.setProperty("jSerialComm.library.path", library.directory().toString());
    }

    /** A directory that holds a library which nobody but its owner can exchange. */
    private record Unpacked(Path directory) {
        static Unpacked in(Path directory) throws IOException {
            Path real = directory.toRealPath();
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> rights = Files.getPosixFilePermissions(real);
                if (rights.contains(PosixFilePermission.GROUP_WRITE)
                        || rights.contains(PosixFilePermission.OTHERS_WRITE)) {
                    throw new IOException(
                            real + ": others can write to the directory of the serial library; install Vigil again");
                }
            }
            return new Unpacked(real);
        }
    }

    /** What is wrong with a port that this user may not use, and what mends it: the group that the system gives it. */
    public static String advice(Path device) {
        return "no permission for %s: %s and sign in again".formatted(device, PortAccess.remedy(device));
    }

    /** Directories above it that have to be made are private too: one of them is where patient data will lie. */
    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PRIVATE));
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(directory + ": the directory of the serial library must not be a link");
        }
        Files.setPosixFilePermissions(directory, PRIVATE);
    }

    /**
     * Opens a port or says in one sentence what is wrong with it and what mends it. A port that was opened before is found
     * again where its adapter is now, under whatever name.
     */
    public Line open(String path, LineSettings settings) throws IOException {
        String now = names.now(path);
        Line line = SerialLine.open(now, settings);
        names.remember(path, now);
        ModemProbing.warning(Path.of(now)).ifPresent(LOG::warn);
        return line;
    }

    /**
     * The ports that the system lists. Call it on request and not in a loop: scanning can crash some USB drivers.
     *
     * @throws IOException if the serial library cannot be loaded (fault B8)
     */
    public List<Port> list() throws IOException {
        return SerialLine.listed().stream().map(SerialPorts::described).toList();
    }

    private static Port described(SerialLine.Listed listed) {
        Path device = Path.of(listed.path());
        boolean permitted = Files.isReadable(device) && Files.isWritable(device);
        return new Port(listed.path(), listed.description(), permitted, PortHolders.of(device));
    }
}
