package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BccQueryTest {
    @Test
    void slotRequestsAreTheBytesOfThePage() {
        assertThat(BccQuery.slot("SpaceCOM", 1, 3, true).bytes()).isEqualTo(BccVector.SLOT_13.wire());
        assertThat(BccQuery.slot("SpaceCOM", 1, 1, true).bytes()).isEqualTo(BccVector.SLOT_11.wire());
    }

    @Test
    void everyQueryThereIsIsPermitted() {
        for (boolean stuffing : new boolean[] {true, false}) {
            assertThat(BccQuery.permits(BccQuery.alive(stuffing).bytes())).isTrue();
            assertThat(BccQuery.permits(BccQuery.version("E4", stuffing).bytes()))
                    .isTrue();
            assertThat(BccQuery.permits(BccQuery.everything("E4", stuffing).bytes()))
                    .isTrue();
            assertThat(IntStream.rangeClosed(1, 24))
                    .allMatch(place -> BccQuery.permits(
                            BccQuery.slot("E4", 3, place, stuffing).bytes()));
        }
        assertThat(BccQuery.permits(BccQuery.ACK.bytes())).isTrue();
        assertThat(BccQuery.permits(BccQuery.NAK.bytes())).isTrue();
    }

    @Test
    void everyOtherSingleByteIsRefused() {
        assertThat(IntStream.range(0, 256).filter(value -> BccQuery.permits(new byte[] {(byte) value})))
                .containsExactly(0x06, 0x15);
    }

    @Test
    void otherRequestsAndAnythingAddedAreRefused() {
        assertThat(BccQuery.permits(new BccFrame("1", "MEM:SET", true).bytes(true)))
                .isFalse();
        assertThat(BccQuery.permits(new BccFrame("1", "MEM:GETSLOT#40", true).bytes(true)))
                .isFalse();
        byte[] twice = BccFramerTest.glued(BccVector.ALIVE.wire(), BccVector.ALIVE.wire());
        assertThat(BccQuery.permits(twice)).isFalse();
        assertThat(BccQuery.permits(BccFramerTest.glued(BccVector.ALIVE.wire(), new byte[] {0})))
                .isFalse();
        assertThat(BccQuery.permits(new byte[0])).isFalse();
    }

    @Test
    void placeOutsideTheRackIsRefused() {
        assertThatThrownBy(() -> BccQuery.slot("1", 4, 1, true)).hasMessageContaining("pillar 4, slot 1");
        assertThatThrownBy(() -> BccQuery.slot("1", 1, 25, true)).hasMessageContaining("pillar 1, slot 25");
    }
}
