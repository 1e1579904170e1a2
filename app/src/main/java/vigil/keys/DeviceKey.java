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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The keys of one console: 256 random bits from which every secret key is derived (HKDF-SHA256, RFC 5869), and an Ed25519
 * pair (RFC 8032) that signs. Immutable; safe for use by several threads.
 */
public final class DeviceKey {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final byte[] secret;
    private final Optional<PrivateKey> signing;
    private final PublicKey verifying;
    private final List<DeviceKey> earlier;
    private final byte[] id;

    private DeviceKey(byte[] secret, Optional<PrivateKey> signing, PublicKey verifying, List<DeviceKey> earlier) {
        this.secret = secret;
        this.signing = signing;
        this.verifying = verifying;
        this.earlier = List.copyOf(earlier);
        this.id = Arrays.copyOf(sha256(verifying.getEncoded()), ID_BYTES);
    }

    /** New keys from the system's source of randomness. */
    public static DeviceKey random() {
        return random(List.of());
    }

    private static DeviceKey random(List<DeviceKey> earlier) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new DeviceKey(secret, Optional.of(pair.getPrivate()), pair.getPublic(), earlier);
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** New keys for what is written from now on, with what is needed of these to read and prove what was written before. */
    public DeviceKey renewed() {
        List<DeviceKey> before = new ArrayList<>();
        before.add(new DeviceKey(secret, Optional.empty(), verifying, List.of()));
        before.addAll(earlier);
        return random(before);
    }

    /** The keys that these have followed, newest first. */
    List<DeviceKey> earlier() {
        return earlier;
    }

    /** The keys of that id, these or earlier ones. */
    public Optional<DeviceKey> of(byte[] wanted) {
        return Stream.concat(Stream.of(this), earlier.stream())
                .filter(key -> Arrays.equals(key.id, wanted))
                .findFirst();
    }

    /** How often the keys of that id have been renewed since: 0 for these; empty if they are none of this console's. */
    public Optional<Integer> renewalsSince(byte[] wanted) {
        return of(wanted).map(key -> Arrays.equals(key.id, id) ? 0 : earlier.indexOf(key) + 1);
    }

    /**
     * The keys from their stored parts.
     *
     * @throws GeneralSecurityException if the parts are no keys
     */
    static DeviceKey of(byte[] secret, Optional<byte[]> signing, byte[] verifying, List<DeviceKey> earlier)
            throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        Optional<PrivateKey> signer = signing.isPresent()
                ? Optional.of(factory.generatePrivate(new PKCS8EncodedKeySpec(signing.get())))
                : Optional.empty();
        return new DeviceKey(secret, signer, factory.generatePublic(new X509EncodedKeySpec(verifying)), earlier);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Empty once the keys have been renewed. */
    Optional<PrivateKey> signing() {
        return signing;
    }

    PublicKey verifying() {
        return verifying;
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
            signature.initSign(
                    signing.orElseThrow(() -> new IllegalStateException("keys that were renewed sign nothing")));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /** Whether these keys made the signature of exactly this message. */
    public boolean signed(byte[] message, byte[] signed) {
        return signed(verifying, message, signed);
    }

    /** The half that may be given away, so that others can check signatures: X.509. */
    public byte[] publicKey() {
        return verifying.getEncoded();
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

    /**
     * A record of five days has seven thousand signatures, and Bouncy Castle, which is here for PINs, takes a quarter of the
     * JDK's time for one. Nothing secret goes through it: who signs is the JDK.
     */
    private static boolean signed(PublicKey key, byte[] message, byte[] signed) {
        byte[] x509 = key.getEncoded();
        byte[] point = Arrays.copyOfRange(x509, x509.length - Ed25519.PUBLIC_KEY_SIZE, x509.length);
        return signed.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signed, 0, point, 0, message, 0, message.length);
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
