package vigil.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.Arrays;
import vigil.session.PinHash;

/**
 * Argon2id (RFC 9106) for PINs. Takes a fifth of a second and 64 MiB on purpose, so it never runs on the thread of the
 * session or of the screen. Stateless.
 */
public final class Argon2 {
    private static final int TAG_BYTES = 32;
    private static final int MOST_KIB = 1 << 20;
    private static final int MOST_PASSES = 100;
    private static final int MOST_LANES = 16;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private Argon2() {}

    /**
     * What a guess costs.
     *
     * @param memoryKib 1 KiB blocks of memory
     */
    public record Cost(int memoryKib, int passes, int lanes) {
        /** 64 MiB, three passes, one lane (reliability page, section 4). */
        public static final Cost STANDARD = new Cost(64 * 1024, 3, 1);
    }

    /** {@code salt}: at least eight bytes that no other PIN has. */
    public static PinHash hash(Pin pin, byte[] salt, Cost cost) {
        return form(salt, tag(parameters(salt, cost).build(), bytes(pin), TAG_BYTES), cost);
    }

    private static PinHash form(byte[] salt, byte[] tag, Cost cost) {
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return new PinHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.passes(),
                        cost.lanes(),
                        text.encodeToString(salt),
                        text.encodeToString(tag)));
    }

    /** What no PIN matches, at the same cost. */
    public static PinHash decoy(byte[] salt, Cost cost) {
        return form(salt, new byte[TAG_BYTES], cost);
    }

    /** True when {@code hash} was made from this PIN, at whatever cost; takes as long for a wrong one. */
    public static boolean matches(Pin pin, PinHash hash) {
        Matcher form = FORM.matcher(hash.encoded());
        if (!form.matches()) {
            return false;
        }
        Cost cost = new Cost(number(form, 1, MOST_KIB), number(form, 2, MOST_PASSES), number(form, 3, MOST_LANES));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] tag = tag(parameters(salt, cost).build(), bytes(pin), expected.length);
        return Arrays.constantTimeAreEqual(expected, tag);
    }

    /** A damaged hash must not ask for all memory there is. */
    private static int number(Matcher form, int group, int most) {
        return Math.clamp(Long.parseLong(form.group(group)), 1, most);
    }

    private static byte[] bytes(Pin pin) {
        return pin.digits().getBytes(StandardCharsets.UTF_8);
    }

    static Argon2Parameters.Builder parameters(byte[] salt, Cost cost) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt);
    }

    static byte[] tag(Argon2Parameters parameters, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }
}
