package vigil.export.mllp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vigil.export.ExportFile;
import vigil.export.ExportFile.IfPresent;

/**
 * Which messages a receiver has answered, by control id, in one encrypted file (AES-256-GCM). The messages themselves are not
 * kept: they are made again from the record. A file that is missing or damaged costs nothing but that messages are
 * sent again under the same control ids. Used by one thread at a time.
 */
public final class Answered {
    /** Refusals are kept for a person to see, also of courses that are not looked at any more; the newest of them. */
    private static final int MOST_REFUSED = 1_000;

    private static final String MAGIC = "VHL7A1\n";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String TAKEN = "";

    private final Path file;
    private final SecretKey key;
    /** Empty where it was taken, else the words of the refusal; oldest first. */
    private final Map<String, String> answers;

    private Answered(Path file, SecretKey key, Map<String, String> answers) {
        this.file = file;
        this.key = key;
        this.answers = answers;
    }

    /** What {@code file} holds, or nothing if it is not there or is not to be trusted. */
    public static Answered in(Path file, SecretKey key) throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        if (Files.exists(file)) {
            decrypted(Files.readAllBytes(file), key)
                    .ifPresent(text -> text.lines().forEach(line -> {
                        String[] idAndWords = line.split("\t", 2);
                        answers.put(idAndWords[0], idAndWords.length == 2 ? idAndWords[1] : TAKEN);
                    }));
        }
        return new Answered(file, key, answers);
    }

    boolean has(String id) {
        return answers.containsKey(id);
    }

    void taken(String id) {
        answers.put(id, TAKEN);
    }

    void refused(String id, String words) {
        answers.put(id, words.replaceAll("\\s+", " "));
    }

    /** The words of every refusal, oldest first. */
    public List<String> refusals() {
        return answers.values().stream().filter(words -> !words.isEmpty()).toList();
    }

    /** Forgets answers to messages that are not sent any more, so that the file does not grow with the years. */
    void keepOnly(Set<String> ids) {
        answers.entrySet().removeIf(answer -> answer.getValue().equals(TAKEN) && !ids.contains(answer.getKey()));
        List<String> old = new ArrayList<>();
        answers.forEach((id, words) -> {
            if (!words.isEmpty() && !ids.contains(id)) {
                old.add(id);
            }
        });
        old.stream().limit(Math.max(0, old.size() - MOST_REFUSED)).forEach(answers::remove);
    }

    /** Writes it beside its place, forces it, then moves it there. */
    void save() throws IOException {
        StringBuilder text = new StringBuilder();
        answers.forEach(
                (id, words) -> text.append(id).append('\t').append(words).append('\n'));
        byte[] encrypted = encrypted(text.toString());
        ExportFile.write(file, IfPresent.REPLACE, out -> out.write(encrypted));
    }

    private byte[] encrypted(String text) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(magic.length + nonce.length + secret.length)
                    .put(magic)
                    .put(nonce)
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IOException("the answers of the HL7 receiver cannot be encrypted: " + e.getMessage(), e);
        }
    }

    private static Optional<String> decrypted(byte[] bytes, SecretKey key) {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        int start = magic.length + NONCE_BYTES;
        if (bytes.length < start || !Arrays.equals(magic, Arrays.copyOf(bytes, magic.length))) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(bytes, magic.length, start));
            byte[] text = cipher.doFinal(bytes, start, bytes.length - start);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            // Damaged, or of another console: without it every message is sent again, which the receiver can tell.
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(MAGIC.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
