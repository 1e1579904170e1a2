package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelnetDecoderTest implements TelnetDecoder.Listener {
    private final List<String> said = new ArrayList<>();
    private TelnetDecoder decoder = new TelnetDecoder(this);

    @Override
    public void option(int verb, int option) {
        said.add("%02x %d".formatted(verb, option));
    }

    @Override
    public void subnegotiation(byte[] content, int length) {
        said.add("sb " + HexFormat.of().formatHex(content, 0, length));
    }

    private String data(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return HexFormat.of().formatHex(bytes, 0, decoder.decode(bytes, bytes.length));
    }

    @Test
    void doubledFfIsOneByteOfData() {
        assertThat(data("01 ff ff 02")).isEqualTo("01ff02");
        assertThat(said).isEmpty();
    }

    @Test
    void optionsAndSettingsAreTakenOutAndTold() {
        assertThat(data("41 ff fd 2c 42 ff fa 2c 65 00 00 25 80 ff f0 43")).isEqualTo("414243");
        assertThat(said).containsExactly("fd 44", "sb 2c6500002580");
    }

    @Test
    void doubledFfInASubNegotiationIsOneByte() {
        data("ff fa 2c 65 00 00 ff ff 80 ff f0");
        assertThat(said).containsExactly("sb 2c650000ff80");
    }

    @Test
    void nulAfterCrIsDroppedUntilTheServerSendsBinary() {
        assertThat(data("0d 00 41 0d 0a 00")).isEqualTo("0d410d0a00");
        decoder.setBinary(true);
        assertThat(data("0d 00 41")).isEqualTo("0d0041");
    }

    @Test
    @Tag("A4")
    void nothingDependsOnWhereTheBytesAreCut() {
        String stream = "41fffd2c0d0042fffa2c65000000ffff80fff043ffff0d";
        String whole = data(stream);
        List<String> wholeSaid = List.copyOf(said);
        for (int cut = 0; cut <= stream.length(); cut += 2) {
            said.clear();
            decoder = new TelnetDecoder(this);
            assertThat(data(stream.substring(0, cut)) + data(stream.substring(cut)))
                    .isEqualTo(whole);
            assertThat(said).isEqualTo(wholeSaid);
        }
    }

    @Test
    void subNegotiationCutShortDoesNotSwallowTheNextCommand() {
        assertThat(data("ff fa 2c 65 00 ff fd 00 41")).isEqualTo("41");
        assertThat(said).containsExactly("fd 0");
    }

    @Test
    @Tag("A6")
    @Tag("A7")
    void endlessSubNegotiationIsBounded() {
        byte[] filler = new byte[1_000_000];
        Arrays.fill(filler, (byte) 'A');
        data("ff fa 2c");
        assertThat(decoder.decode(filler, filler.length)).isZero();
        assertThat(data("ff f0 42")).isEqualTo("42");
        assertThat(said).singleElement().satisfies(text -> assertThat(text).hasSize(3 + 2 * 64));
    }

    @Test
    void whateverTheServerSendsWithoutFfComesThrough() {
        Random random = new Random(4);
        decoder.setBinary(true);
        byte[] bytes = new byte[10_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(255);
        }
        byte[] decoded = bytes.clone();
        assertThat(decoder.decode(decoded, decoded.length)).isEqualTo(bytes.length);
        assertThat(decoded).isEqualTo(bytes);
    }
}
