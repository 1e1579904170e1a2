package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vigil.session.PinHash;

class Argon2Test {
    private static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1, 1);
    private static final byte[] SALT = bytes(16, 2);
    private static final Pin PIN = new Pin("493027");

    private static byte[] bytes(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 9106, section 5.3. */
    @Test
    void givesTheTagOfTheStandard() {
        byte[] tag = Argon2.tag(
                Argon2.parameters(SALT, new Argon2.Cost(32, 3, 4))
                        .withSecret(bytes(8, 3))
                        .withAdditional(bytes(12, 4))
                        .build(),
                bytes(32, 1),
                32);
        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void costVersionAndSaltStandBesideTheTag() {
        PinHash hash = Argon2.hash(PIN, SALT, Argon2.Cost.STANDARD);
        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=65536,t=3,p=1$AgICAgICAgICAgICAgICAg$");
    }

    @Test
    void onlyTheSamePinMatches() {
        PinHash hash = Argon2.hash(PIN, SALT, CHEAP);
        assertThat(Argon2.matches(PIN, hash)).isTrue();
        assertThat(Argon2.matches(new Pin("493028"), hash)).isFalse();
        assertThat(Argon2.matches(new Pin(""), hash)).isFalse();
    }

    @Test
    void aHashMadeAtAnotherCostStillMatches() {
        assertThat(Argon2.matches(PIN, Argon2.hash(PIN, SALT, new Argon2.Cost(128, 2, 2))))
                .isTrue();
    }

    @Test
    void oneSaltMoreIsAnotherHash() {
        assertThat(Argon2.hash(PIN, bytes(16, 9), CHEAP)).isNotEqualTo(Argon2.hash(PIN, SALT, CHEAP));
    }

    @Test
    void nothingMatchesADecoyOrADamagedHash() {
        assertThat(Argon2.matches(PIN, Argon2.decoy(SALT, CHEAP))).isFalse();
        assertThat(Argon2.matches(PIN, new PinHash("493027"))).isFalse();
        assertThat(Argon2.matches(PIN, new PinHash(""))).isFalse();
    }

    @Test
    void neitherPinNorHashCanBePrinted() {
        PinHash hash = Argon2.hash(PIN, SALT, CHEAP);
        Credentials given = new Credentials("ab12", PIN);
        assertThat("%s %s %s".formatted(hash, PIN, given))
                .doesNotContain("493027")
                .doesNotContain("argon2")
                .doesNotContain("$");
    }
}
