package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.wire.Octets;

class BccSlotTest {
    @ParameterizedTest
    @CsvSource({"50111,50111", "50119,50119", "5011A,5011A", "501110,5011A", "5013O,5013O", "501324,5013O"})
    void addressIsReadInBothForms(String written, String address) {
        assertThat(BccSlot.address(BccSlot.read(Octets.of(written), 0, written.length())))
                .isEqualTo(address);
    }

    @Test
    void everySlotComesBackFromBothForms() {
        for (int pillar = 1; pillar <= 3; pillar++) {
            for (int place = 1; place <= 24; place++) {
                int slot = BccSlot.of(pillar, place);
                String five = BccSlot.address(slot);
                String six = BccSlot.longAddress(slot);
                assertThat(five).hasSize(5);
                assertThat(BccSlot.read(Octets.of(five), 0, 5)).isEqualTo(slot);
                assertThat(BccSlot.read(Octets.of(six), 0, six.length())).isEqualTo(slot);
            }
        }
    }

    @Test
    void generalAddressIsTheComDevice() {
        assertThat(BccSlot.read(Octets.of("50100"), 0, 5)).isEqualTo(BccSlot.GENERAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "501", "50110", "50101", "50141", "5011P", "501125", "60111", "5011111", "5011x0"})
    void anythingElseIsNoSlot(String text) {
        assertThat(BccSlot.read(Octets.of(text), 0, text.length())).isEqualTo(BccSlot.NONE);
    }
}
