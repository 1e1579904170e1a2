package vigil.ward;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vigil.journal.Head;
import vigil.keys.DeviceKey;

/**
 * A head of a room's record with the signature of its bedside: Ed25519 over "vigil ward head 1", the sequence (8 bytes,
 * big-endian) and the chain hash. Immutable.
 */
final class SignedHead {
    private static final byte[] PURPOSE = "vigil ward head 1".getBytes(StandardCharsets.US_ASCII);

    private final Head head;
    private final byte[] publicKey;
    private final byte[] signature;

    SignedHead(Head head, byte[] publicKey, byte[] signature) {
        this.head = head;
        this.publicKey = publicKey.clone();
        this.signature = signature.clone();
    }

    static SignedHead by(DeviceKey key, Head head) {
        return new SignedHead(head, key.publicKey(), key.sign(message(head)));
    }

    /** Whether the keys that the signature names have made it. */
    boolean isGenuine() {
        return DeviceKey.signed(publicKey, message(head), signature);
    }

    private static byte[] message(Head head) {
        byte[] hash = head.hash();
        return ByteBuffer.allocate(PURPOSE.length + Long.BYTES + hash.length)
                .put(PURPOSE)
                .putLong(head.sequence())
                .put(hash)
                .array();
    }

    Head head() {
        return head;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] signature() {
        return signature.clone();
    }
}
