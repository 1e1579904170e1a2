package vigil.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A key file locked with a passphrase: AES-256-GCM over the plain one, the key from Argon2id (RFC 9106; 64 MiB, 3 passes, 1
 * lane: a fifth of a second a guess). Four lines of text:
 *
 * <pre>
 * vigil device key 2
 * argon2id m=65536,t=3,p=1 HEX   16 bytes of salt
 * sealed HEX                     12 bytes of nonce, then the plain key file, then 16 bytes of tag
 * check HEX                      first 8 bytes of the SHA-256 over the lines before
 * </pre>
 */
final class KeyLock {
    private static final String TITLE = "vigil device key 2";
    private static final String COST = "argon2id m=65536,t=3,p=1 ";
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int CHECK_BYTES = 8;
    private static final Pattern FORM = Pattern.compile(
            "(" + TITLE + "\n" + COST + "([0-9a-f]{32})\nsealed ([0-9a-f]{56,65536})\n)check ([0-9a-f]{16})\n");

    private KeyLock() {}

    static boolean isLocked(String file) {
        return file.startsWith(TITLE + "\n");
    }

    static String lock(String plain, Passphrase passphrase) throws GeneralSecurityException {
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce);
        byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.US_ASCII));
        HexFormat hex = HexFormat.of();
        String covered = "%s\n%s%s\nsealed %s%s\n"
                .formatted(TITLE, COST, hex.formatHex(salt), hex.formatHex(nonce), hex.formatHex(sealed));
        return covered + "check " + check(covered) + "\n";
    }

    /**
     * The plain key file.
     *
     * @return empty if the passphrase is not the one
     * @throws GeneralSecurityException if the file is damaged
     */
    static Optional<String> open(String file, Passphrase passphrase) throws GeneralSecurityException {
        Matcher form = FORM.matcher(file);
        if (!form.matches() || !form.group(4).equals(check(form.group(1)))) {
            throw new GeneralSecurityException("it is not what Vigil wrote");
        }
        byte[] salt = HexFormat.of().parseHex(form.group(2));
        byte[] sealed = HexFormat.of().parseHex(form.group(3));
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, passphrase, salt, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.US_ASCII));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String check(String covered) {
        byte[] hash = DeviceKey.sha256(covered.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, CHECK_BYTES);
    }

    private static Cipher cipher(int mode, Passphrase passphrase, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(passphrase.bytes(), key);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((TITLE + "\n" + COST + HexFormat.of().formatHex(salt)).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
