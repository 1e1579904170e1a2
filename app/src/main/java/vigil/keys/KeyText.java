package vigil.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keys as the lines of their file:
 *
 * <pre>
 * vigil device key 1
 * secret HEX          32 bytes
 * signing HEX         Ed25519, PKCS #8
 * verifying HEX       Ed25519, X.509
 * earlier HEX HEX     secret and verifying key of one that was renewed, newest first; any number of such lines
 * check HEX           first 8 bytes of the SHA-256 over the lines before: a damaged file is told from a wrong key
 * </pre>
 *
 * What is left of a key that was renewed reads and proves what was written under it, and signs nothing.
 */
final class KeyText {
    private static final String TITLE = "vigil device key 1";
    private static final String EARLIER = "earlier ";
    private static final int CHECK_BYTES = 8;
    /** Title, three parts and the check. */
    private static final int LEAST_LINES = 5;

    private KeyText() {}

    static String of(DeviceKey key) {
        HexFormat hex = HexFormat.of();
        List<String> lines = new ArrayList<>(List.of(
                TITLE,
                "secret " + hex.formatHex(key.secret()),
                "signing " + hex.formatHex(key.signing().orElseThrow().getEncoded()),
                "verifying " + hex.formatHex(key.verifying().getEncoded())));
        for (DeviceKey earlier : key.earlier()) {
            lines.add(EARLIER
                    + hex.formatHex(earlier.secret())
                    + " "
                    + hex.formatHex(earlier.verifying().getEncoded()));
        }
        lines.add(check(lines));
        return String.join("\n", lines) + "\n";
    }

    /** @throws GeneralSecurityException if that is no key as {@link #of} writes it */
    static DeviceKey read(String text) throws GeneralSecurityException {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int last = lines.size() - 2;
        boolean whole = lines.size() > LEAST_LINES
                && lines.getLast().isEmpty()
                && lines.getFirst().equals(TITLE)
                && lines.get(last).equals(check(lines.subList(0, last)));
        if (!whole) {
            throw new GeneralSecurityException("it is not what Vigil wrote");
        }
        try {
            List<DeviceKey> earlier = new ArrayList<>();
            for (String line : lines.subList(LEAST_LINES - 1, last)) {
                earlier.add(earlier(line));
            }
            return DeviceKey.of(
                    part(lines.get(1), "secret "),
                    Optional.of(part(lines.get(2), "signing ")),
                    part(lines.get(3), "verifying "),
                    earlier);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("it is not what Vigil wrote", e);
        }
    }

    private static DeviceKey earlier(String line) throws GeneralSecurityException {
        int between = line.lastIndexOf(' ');
        byte[] secret = part(line.substring(0, between), EARLIER);
        return DeviceKey.of(secret, Optional.empty(), HexFormat.of().parseHex(line.substring(between + 1)), List.of());
    }

    private static byte[] part(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(name + "is missing");
        }
        return HexFormat.of().parseHex(line, name.length(), line.length());
    }

    private static String check(List<String> lines) {
        byte[] hash = DeviceKey.sha256(String.join("\n", lines).getBytes(StandardCharsets.US_ASCII));
        return "check " + HexFormat.of().formatHex(hash, 0, CHECK_BYTES);
    }
}
