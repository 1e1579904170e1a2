package vigil.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceKeyTest {
    private static final byte[] MESSAGE = "head 377115".getBytes(StandardCharsets.US_ASCII);
    private static final String X509 = "302a300506032b6570032100";
    private static final int SIGNATURE = 64;
    private static final int HALF = 32;
    /** The order of the group (RFC 8032, section 5.1). */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final DeviceKey key = DeviceKey.random();

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void whatAKeySignedIsKnownByItAndByItsPublicHalf() {
        byte[] signature = key.sign(MESSAGE);
        assertThat(signature).hasSize(SIGNATURE);
        assertThat(key.signed(MESSAGE, signature)).isTrue();
        assertThat(DeviceKey.signed(key.publicKey(), MESSAGE, signature)).isTrue();
    }

    @Test
    void theSignatureOfAnotherKeyIsNone() {
        assertThat(key.signed(MESSAGE, DeviceKey.random().sign(MESSAGE))).isFalse();
    }

    @Test
    void aRenewedKeyStillKnowsWhatItSigned() {
        byte[] signature = key.sign(MESSAGE);
        DeviceKey earlier = key.renewed().of(key.id()).orElseThrow();
        assertThat(earlier.signed(MESSAGE, signature)).isTrue();
    }

    /** RFC 8032, section 7.1. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theVectorsOfTheStandardAreSigned(String point, String message, String signature) {
        byte[] signed = bytes(signature);
        assertThat(DeviceKey.signed(bytes(X509 + point), bytes(message), signed))
                .isTrue();
        assertThat(DeviceKey.signed(bytes(X509 + point), bytes(message + "00"), signed))
                .isFalse();
    }

    @Test
    void noBitOfASignatureOrAMessageCanBeTurned() {
        byte[] signature = key.sign(MESSAGE);
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            assertThat(key.signed(MESSAGE, turned(signature, bit))).isFalse();
        }
        for (int bit = 0; bit < MESSAGE.length * Byte.SIZE; bit++) {
            assertThat(key.signed(turned(MESSAGE, bit), signature)).isFalse();
        }
    }

    private static byte[] turned(byte[] bytes, int bit) {
        byte[] turned = bytes.clone();
        turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return turned;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 128})
    void aSignatureOfAnotherLengthIsNone(int length) {
        assertThat(key.signed(MESSAGE, Arrays.copyOf(key.sign(MESSAGE), length)))
                .isFalse();
    }

    /** The same point with a number that is larger by the order: whoever has no key could make it of a good one. */
    @Test
    void aSecondFormOfASignatureIsNone() {
        byte[] signature = key.sign(MESSAGE);
        BigInteger larger = new BigInteger(1, reversed(Arrays.copyOfRange(signature, HALF, SIGNATURE))).add(ORDER);
        byte[] second = Arrays.copyOf(signature, SIGNATURE);
        byte[] number = reversed(larger.toByteArray());
        System.arraycopy(number, 0, second, HALF, Math.min(number.length, HALF));
        assertThat(key.signed(MESSAGE, second)).isFalse();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    @Test
    void whatIsNoKeyHasSignedNothing() {
        byte[] signature = key.sign(MESSAGE);
        assertThat(DeviceKey.signed(bytes(X509 + "02" + "00".repeat(31)), MESSAGE, signature))
                .isFalse();
        assertThat(DeviceKey.signed(bytes("00"), MESSAGE, signature)).isFalse();
    }

    /** The record can be checked without this program: the JDK's own way says the same. */
    @Test
    void theJdkKnowsTheSignatureToo() throws Exception {
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(key.verifying());
        jdk.update(MESSAGE);
        assertThat(jdk.verify(key.sign(MESSAGE))).isTrue();
    }
}
