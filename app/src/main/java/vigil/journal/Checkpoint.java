package vigil.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import vigil.keys.DeviceKey;

/**
 * A signed head: from here back nothing can be changed without the signing key. The content of a block of its kind:
 *
 * <pre>
 * number  blocks before this one that had not been forced to disk
 * u64     sequence of the entry before        32  its chain hash
 * i64     UTC of that entry, seconds          u32 nanoseconds
 * 64      Ed25519 signature over "vigil checkpoint 1", the id of the device key, and the 52 bytes before
 * </pre>
 */
final class Checkpoint {
    private static final byte[] PURPOSE = "vigil checkpoint 1".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNED = 52;
    private static final int SIGNATURE = 64;

    private final byte[] signed;
    private final byte[] signature;

    private Checkpoint(byte[] signed, byte[] signature) {
        this.signed = signed;
        this.signature = signature;
    }

    /** Makes the 64 bytes that stand for a signature: those of the device key everywhere but where courses are only simulated. */
    interface Signer {
        byte[] sign(byte[] message);
    }

    static Checkpoint of(Head head, Instant at, DeviceKey key, Signer signer) {
        ByteBuffer signed = ByteBuffer.allocate(SIGNED);
        signed.putLong(head.sequence())
                .put(head.hash())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano());
        return new Checkpoint(signed.array(), signer.sign(message(signed.array(), key)));
    }

    /** @throws IllegalArgumentException if the content of a block is no checkpoint */
    static Checkpoint read(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        Varint.read(in);
        if (in.remaining() != SIGNED + SIGNATURE) {
            throw new IllegalArgumentException("its length is not that of a checkpoint");
        }
        int end = in.position() + SIGNED;
        return new Checkpoint(
                Arrays.copyOfRange(content, in.position(), end), Arrays.copyOfRange(content, end, content.length));
    }

    byte[] content(int unforcedBlocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Varint.write(unforcedBlocks, out);
        out.writeBytes(signed);
        out.writeBytes(signature);
        return out.toByteArray();
    }

    Head head() {
        byte[] hash = Arrays.copyOfRange(signed, Long.BYTES, Long.BYTES + Entry.HASH_LENGTH);
        return Head.of(ByteBuffer.wrap(signed).getLong(), hash);
    }

    boolean isSignedBy(DeviceKey key) {
        return key.signed(message(signed, key), signature);
    }

    private static byte[] message(byte[] signed, DeviceKey key) {
        return ByteBuffer.allocate(PURPOSE.length + key.id().length + signed.length)
                .put(PURPOSE)
                .put(key.id())
                .put(signed)
                .array();
    }
}
