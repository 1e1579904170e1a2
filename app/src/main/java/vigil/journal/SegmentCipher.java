package vigil.journal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import vigil.keys.DeviceKey;

/**
 * AES-256-GCM for one segment. Its key comes from the device key and the segment's own random salt; the nonce is the number
 * of the block. A segment is written by one program from block 1 up and never taken up again, so no nonce is used twice
 * with one key; what must be written once more goes into a new segment. Used by one thread.
 */
final class SegmentCipher {
    static final int TAG_LENGTH = 16;
    static final int SALT_LENGTH = 16;
    private static final int NONCE_LENGTH = 12;
    private static final int NUMBER_AT = 8;

    private final SecretKey key;
    private final Cipher cipher;

    SegmentCipher(DeviceKey device, byte[] salt) {
        this.key = device.secretFor("vigil journal segment", salt);
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The encrypted bytes with their tag, which also covers {@code header}. */
    byte[] seal(int number, byte[] header, byte[] plain) {
        try {
            return run(Cipher.ENCRYPT_MODE, number, header, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt block " + number, e);
        }
    }

    /** The plain bytes; empty if these are not the bytes that were sealed under this number and header. */
    Optional<byte[]> open(int number, byte[] header, byte[] sealed) {
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, number, header, sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to decrypt block " + number, e);
        }
    }

    private byte[] run(int mode, int number, byte[] header, byte[] bytes) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_LENGTH).putInt(NUMBER_AT, number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        return cipher.doFinal(bytes);
    }
}
