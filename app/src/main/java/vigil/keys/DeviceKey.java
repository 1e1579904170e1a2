package vigil.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys of one console: 256 random bits from which every secret key is derived (HKDF-SHA256, RFC 5869), and an Ed25519
 * pair (RFC 8032) that signs. Immutable; safe for use by several threads.
 */
public final class DeviceKey {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final byte[] secret;
    private final KeyPair pair;
    private final byte[] id;

    private DeviceKey(byte[] secret, KeyPair pair) {
        this.secret = secret;
        this.pair = pair;
        this.id = Arrays.copyOf(sha256(pair.getPublic().getEncoded()), ID_BYTES);
    }

    /** New keys from the system's source of randomness. */
    public static DeviceKey random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            return new DeviceKey(secret, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /**
     * The keys from their stored parts.
     *
     * @throws GeneralSecurityException if the parts are no keys
     */
    static DeviceKey of(byte[] secret, byte[] signing, byte[] verifying) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return new DeviceKey(
                secret,
                new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(verifying)),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(signing))));
    }

    byte[] secret() {
        return secret.clone();
    }

    PrivateKey signing() {
        return pair.getPrivate();
    }

    PublicKey verifying() {
        return pair.getPublic();
    }

    /** Tells one console's keys from another's without giving any away: 16 bytes of the SHA-256 of the public key. */
    public byte[] id() {
        return id.clone();
    }

    /** An AES-256 key for one purpose. The same purpose and salt always give the same key. */
    public SecretKey secretFor(String purpose, byte[] salt) {
        HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .addSalt(salt)
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), SECRET_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** The password of a database that can be made anew: 64 hexadecimal digits. */
    public String databasePassword() {
        byte[] key = secretFor("vigil session database", new byte[0]).getEncoded();
        return HexFormat.of().formatHex(key);
    }

    /** 64 bytes; the same message always gives the same signature. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** Whether these keys made the signature of exactly this message. */
    public boolean signed(byte[] message, byte[] signed) {
        return signed(pair.getPublic(), message, signed);
    }

    /** The half that may be given away, so that others can check signatures: X.509. */
    public byte[] publicKey() {
        return pair.getPublic().getEncoded();
    }

    /** Whether the keys with this public half, as {@link #publicKey} gives it, signed exactly this message. */
    public static boolean signed(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey));
            return signed(key, message, signed);
        } catch (java.security.spec.InvalidKeySpecException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static boolean signed(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (java.security.SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** What {@link #id} gives for the keys with this public half. */
    public static byte[] idOf(byte[] publicKey) {
        return Arrays.copyOf(sha256(publicKey), ID_BYTES);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("JDK 25 has HKDF-SHA256, SHA-256 and Ed25519", e);
    }
}
