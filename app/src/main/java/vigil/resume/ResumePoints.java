package vigil.resume;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vigil.journal.Head;

/**
 * The newest {@value #KEPT} points of a data directory from which a start can go on, {@code resume-1.vc} and so on:
 *
 * <pre>
 * 7   "VRES01\n"
 * i64 sequence of the last entry taken in   32 the chain hash there
 * 32  what tells the build that wrote it from every other
 * 12  nonce, then the state, deflated, AES-256-GCM; everything before the nonce is authenticated with it
 * </pre>
 *
 * <p>A cache and nothing more: whoever uses a point has asked the journal whether it holds its head. Each file is written
 * beside its place, forced and moved, so that a cut leaves the older ones. Used by one thread at a time.
 */
public final class ResumePoints {
    public static final int KEPT = 3;

    /** What the key is derived for. */
    public static final String PURPOSE = "vigil resume point 1";

    private static final byte[] MAGIC = "VRES01\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 32;
    private static final int HEADER_BYTES = MAGIC.length + Long.BYTES + HASH_BYTES + FINGERPRINT_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecretKey key;
    private final byte[] fingerprint;

    /**
     * {@code key} of purpose {@value #PURPOSE}.
     *
     * @param fingerprint 64 hexadecimal digits that no other build of the program has
     */
    public ResumePoints(Path folder, SecretKey key, String fingerprint) {
        this.folder = folder;
        this.key = key;
        this.fingerprint = HexFormat.of().parseHex(fingerprint);
    }

    /** A file of a point and what its header says, which nothing has proven yet. */
    public record Found(Path file, Head head) {}

    /** Files of this build, newest first. What is no such file is left out. */
    public List<Found> newestFirst() {
        List<Found> found = new ArrayList<>();
        for (int number = 1; number <= KEPT; number++) {
            Path file = file(number);
            byte[] header = header(file);
            if (Arrays.equals(header, header(head(header)))) {
                found.add(new Found(file, head(header)));
            }
        }
        found.sort(
                Comparator.comparingLong((Found each) -> each.head().sequence()).reversed());
        return found;
    }

    private Path file(int number) {
        return folder.resolve("resume-%d.vc".formatted(number));
    }

    /** Zeros for what cannot be read: no header looks like that. */
    private static byte[] header(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Arrays.copyOf(in.readNBytes(HEADER_BYTES), HEADER_BYTES);
        } catch (IOException e) {
            return new byte[HEADER_BYTES];
        }
    }

    private static Head head(byte[] header) {
        ByteBuffer in = ByteBuffer.wrap(header, MAGIC.length, Long.BYTES + HASH_BYTES);
        long sequence = in.getLong();
        byte[] hash = new byte[HASH_BYTES];
        in.get(hash);
        return Head.of(sequence, hash);
    }

    private byte[] header(Head head) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .putLong(head.sequence())
                .put(head.hash())
                .put(fingerprint)
                .array();
    }

    /**
     * The state of a point.
     *
     * @throws IOException if it is damaged, was written under another key, or by a program whose classes differ
     */
    public Object read(Found found) throws IOException {
        byte[] bytes = Files.readAllBytes(found.file());
        int start = HEADER_BYTES + NONCE_BYTES;
        if (bytes.length < start) {
            throw new IOException("it is cut short");
        }
        byte[] nonce = Arrays.copyOfRange(bytes, HEADER_BYTES, start);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, header(found.head()), nonce)
                    .doFinal(bytes, start, bytes.length - start);
            return new StateReader(new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(plain))))
                    .read();
        } catch (GeneralSecurityException e) {
            throw new IOException("it is damaged or was written with another key", e);
        }
    }

    /**
     * Writes a point in the place of the oldest.
     *
     * @param head of the journal when it stood so
     * @param state immutable; of records and enums of this program
     * @throws IOException if it cannot be written; then the others are as they were
     */
    public void write(Head head, Record state) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(plain, true))) {
            new StateWriter(out).write(state);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        byte[] header = header(head);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, header, nonce).doFinal(plain.toByteArray());
            replace(
                    oldest(),
                    ByteBuffer.allocate(header.length + nonce.length + secret.length)
                            .put(header)
                            .put(nonce)
                            .put(secret)
                            .flip());
        } catch (GeneralSecurityException e) {
            throw new IOException("a resume point cannot be encrypted: " + e.getMessage(), e);
        }
    }

    /** A place where nothing of this build stands, if there is one. */
    private Path oldest() {
        List<Found> used = newestFirst();
        for (int number = 1; number <= KEPT; number++) {
            Path file = file(number);
            if (used.stream().noneMatch(each -> each.file().equals(file))) {
                return file;
            }
        }
        return used.getLast().file();
    }

    private void replace(Path file, ByteBuffer bytes) throws IOException {
        Path fresh = folder.resolve(file.getFileName() + ".new");
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(posix))) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (posix) {
            try (FileChannel names = FileChannel.open(folder)) {
                names.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(boolean posix) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Cipher cipher(int mode, byte[] header, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
