package vigil;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;

/**
 * Tells this build of the program from every other by its code, whatever version it says it is. A jar is known by its directory,
 * which has size and checksum of every file in it: to read the files themselves took a twentieth of the main thread's start.
 */
final class OwnCode {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCode.class);

    private static final int END_MARK = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int END_SIZE = 12;
    private static final int END_PLACE = 16;

    private OwnCode() {}

    /**
     * 64 hexadecimal digits; empty where the program does not run from its jars but from classes that may change under it. Asked once, at
     * the start: an upgrade puts other jars in the place of those that run.
     */
    static Optional<String> fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((Version.NUMBER + "\n" + Runtime.version() + "\n").getBytes(StandardCharsets.UTF_8));
            for (Class<?> each : List.of(OwnCode.class, Moment.class)) {
                Optional<Path> jar = jar(each);
                if (jar.isEmpty()) {
                    return Optional.empty();
                }
                digest.update(directory(jar.get()));
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | URISyntaxException | GeneralSecurityException e) {
            LOG.warn("The program's own code cannot be read; each start replays the whole journal", e);
            return Optional.empty();
        }
    }

    /** The central directory of a jar (APPNOTE 4.3.12), or all of what is not laid out as the build lays jars out. */
    static byte[] directory(Path jar) throws IOException {
        try (FileChannel file = FileChannel.open(jar)) {
            ByteBuffer end = read(file, Math.max(0, file.size() - END_BYTES), END_BYTES);
            if (end.limit() < END_BYTES || end.getInt(0) != END_MARK) {
                return Files.readAllBytes(jar);
            }
            return read(file, Integer.toUnsignedLong(end.getInt(END_PLACE)), end.getInt(END_SIZE))
                    .array();
        }
    }

    private static ByteBuffer read(FileChannel file, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        int got = 0;
        while (bytes.hasRemaining() && got >= 0) {
            got = file.read(bytes, from + bytes.position());
        }
        return bytes.flip();
    }

    /**
     * By the class's own file: a class from the cache for a fast start gives the folder in which the cache was made as its code source,
     * which is another jar, or none, where the program was installed.
     */
    private static Optional<Path> jar(Class<?> type) throws IOException, URISyntaxException {
        URL file = type.getResource(type.getSimpleName() + ".class");
        return file != null && file.openConnection() instanceof JarURLConnection inJar
                ? Optional.of(Path.of(inJar.getJarFileURL().toURI())).filter(Files::isRegularFile)
                : Optional.empty();
    }
}
