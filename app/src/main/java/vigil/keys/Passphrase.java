package vigil.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a key file may be locked with. It comes from a file, never from the command line, where every user of the machine
 * could read it. Its text form says nothing. Immutable.
 */
public final class Passphrase {
    private static final String FILE = "VIGIL_PASSPHRASE_FILE";
    /** A directory that systemd shows to this service only; what is in it may have been sealed by the machine's TPM. */
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private static final String CREDENTIAL = "vigil-passphrase";
    private static final int SHORTEST = 12;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * The first line of the file that {@code VIGIL_PASSPHRASE_FILE} names, else of the systemd credential
     * {@code vigil-passphrase}; empty if there is neither.
     *
     * @param environment of the process
     * @throws IOException if the file cannot be read or its first line has fewer than twelve characters
     */
    public static Optional<Passphrase> given(Map<String, String> environment) throws IOException {
        Optional<Path> file = file(environment);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String line = Files.readString(file.get(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        if (line.strip().length() < SHORTEST) {
            throw new IOException("the passphrase in %s has fewer than %d characters".formatted(file.get(), SHORTEST));
        }
        return Optional.of(new Passphrase(line.strip()));
    }

    private static Optional<Path> file(Map<String, String> environment) {
        String named = environment.getOrDefault(FILE, "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Optional.ofNullable(environment.get(CREDENTIALS))
                .map(folder -> Path.of(folder, CREDENTIAL))
                .filter(Files::exists);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
