package vigil.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a key file may be locked with. It comes from a file or from the desktop's store of secrets, never from the command
 * line, where every user of the machine could read it. Its text form says nothing. Immutable.
 */
public final class Passphrase {
    private static final String FILE = "VIGIL_PASSPHRASE_FILE";
    /** Names a store of the operating system instead; where it is given, nothing else is tried. */
    private static final String STORE = "VIGIL_PASSPHRASE_STORE";

    private static final String SECRET_SERVICE = "secret-service";
    /** A directory that systemd shows to this service only; what is in it may have been sealed by the machine's TPM. */
    private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private static final String CREDENTIAL = "vigil-passphrase";
    private static final int SHORTEST = 12;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * The first line of what the environment names: the store in {@code VIGIL_PASSPHRASE_STORE}, the file in
     * {@code VIGIL_PASSPHRASE_FILE}, else the systemd credential {@code vigil-passphrase}; empty if there is none of them.
     *
     * @param environment of the process
     * @throws IOException if both a store and a file are named, what is named cannot be read or its first line has fewer
     *     than twelve characters: one source never stands in for another
     */
    public static Optional<Passphrase> given(Map<String, String> environment) throws IOException {
        return given(environment, SecretService.USUAL);
    }

    static Optional<Passphrase> given(Map<String, String> environment, SecretService service) throws IOException {
        String store = environment.getOrDefault(STORE, "");
        if (!store.isBlank()) {
            refuse(store, environment);
            return Optional.of(of(service.passphrase(environment), "the Secret Service"));
        }
        Optional<Path> file = file(environment);
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(of(
                        Files.readString(file.get(), StandardCharsets.UTF_8),
                        file.get().toString()));
    }

    private static void refuse(String store, Map<String, String> environment) throws IOException {
        if (!store.equals(SECRET_SERVICE)) {
            throw new IOException(
                    "VIGIL_PASSPHRASE_STORE: there is no store '%s'; it may be %s".formatted(store, SECRET_SERVICE));
        }
        if (!environment.getOrDefault(FILE, "").isBlank()) {
            throw new IOException(
                    "both VIGIL_PASSPHRASE_STORE and VIGIL_PASSPHRASE_FILE are given; give the one that counts");
        }
    }

    private static Passphrase of(String text, String where) throws IOException {
        String line = text.lines().findFirst().orElse("").strip();
        if (line.length() < SHORTEST) {
            throw new IOException("the passphrase in %s has fewer than %d characters".formatted(where, SHORTEST));
        }
        return new Passphrase(line);
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
