package vigil.keys;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The store of secrets of a Linux desktop (freedesktop.org Secret Service), asked through the program {@code secret-tool} of
 * libsecret. The secret comes over a pipe; in arguments and environment there is nothing but what it is filed under.
 * Immutable.
 *
 * @param patience how long the store may take; a locked one may ask the person at the desktop first
 */
record SecretService(Duration patience) {
    static final SecretService USUAL = new SecretService(Duration.ofSeconds(30));

    private static final String PROGRAM = "secret-tool";
    private static final int MOST_BYTES = 4_096;

    /**
     * What the store has for this program.
     *
     * @param environment of the process; {@code PATH} in it finds the program
     * @throws IOException one line: the program is not installed, or the store has nothing, is locked or does not answer
     */
    String passphrase(Map<String, String> environment) throws IOException {
        Path program = program(environment.getOrDefault("PATH", ""));
        Process asked = new ProcessBuilder(program.toString(), "lookup", "application", "vigil")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream answer = asked.getInputStream()) {
            asked.getOutputStream().close();
            if (!asked.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "the Secret Service has not answered for %d s; unlock it at the desktop and start again"
                                .formatted(patience.toSeconds()));
            }
            String secret = new String(answer.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            if (asked.exitValue() != 0 || secret.isBlank()) {
                throw new IOException(
                        "the Secret Service has no passphrase for Vigil, or is locked: sign in at the desktop, or file one with 'secret-tool store --label=Vigil application vigil'");
            }
            return secret;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("asking the Secret Service was interrupted", e);
        } finally {
            asked.destroyForcibly();
        }
    }

    private static Path program(String path) throws IOException {
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            Path program = Path.of(folder, PROGRAM);
            if (program.isAbsolute() && Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IOException(
                "VIGIL_PASSPHRASE_STORE names the Secret Service, but the program secret-tool is not installed (package libsecret-tools)");
    }
}
