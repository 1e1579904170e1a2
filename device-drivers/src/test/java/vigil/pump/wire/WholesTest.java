package vigil.pump.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholesTest {
    private final byte[] buffer = {'!', 'a', 'b', 'c'};
    private final Wholes<Octets> wholes = new Wholes<>(buffer, 1, text -> text);

    @Test
    void frameLiesOverTheBufferFromItsBeginning() {
        assertThat(wholes.upTo(3).frame()).hasToString("ab");
        assertThat(wholes.upTo(4).frame()).hasToString("abc");
    }

    @Test
    void framesOfOneLengthAreOneObjectThatSaysWhatIsThereNow() {
        Framed.Whole<Octets> before = wholes.upTo(3);
        buffer[1] = 'x';
        assertThat(wholes.upTo(3)).isSameAs(before);
        assertThat(before.frame()).hasToString("xb");
    }
}
