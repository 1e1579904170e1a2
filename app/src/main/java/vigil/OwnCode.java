package vigil;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
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

/** Tells this build of the program from every other by the bytes of its code, whatever version it says it is. */
final class OwnCode {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCode.class);

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
                digest.update(Files.readAllBytes(jar.get()));
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | URISyntaxException | GeneralSecurityException e) {
            LOG.warn("The program's own code cannot be read; each start replays the whole journal", e);
            return Optional.empty();
        }
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
