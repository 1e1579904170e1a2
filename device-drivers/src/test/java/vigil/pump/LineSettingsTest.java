package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.LineSettings.Parity;

class LineSettingsTest {
    @ParameterizedTest
    @EnumSource
    void theFactorySettingsOfEveryPumpAreReadAsTheyAreWritten(PumpModel model) {
        assertThat(LineSettings.parse(model.lineSettings().toString())).isEqualTo(model.lineSettings());
    }

    @Test
    void everyPartIsRead() {
        assertThat(LineSettings.parse(" 115200 7O2 ")).isEqualTo(new LineSettings(115_200, 7, Parity.ODD, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9600", "8N1", "9600 8X1", "9600 8N3", "fast", "200 8N1"})
    void whatIsNoLineIsRefusedWithItsValue(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineSettings.parse(text))
                .withMessageContaining(text.split(" ")[0]);
    }
}
