package vigil.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 hexadecimal digits, and how people read them: 8 groups of 8. */
final class Hashes {
    private static final int GROUP = 8;

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String ofUtf8(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String grouped(String hash) {
        return hash.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** First and last group with an ellipsis between, for a footer. */
    static String brief(String hash) {
        return hash.length() <= 2 * GROUP
                ? hash
                : hash.substring(0, GROUP) + " … " + hash.substring(hash.length() - GROUP);
    }
}
