package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vigil.pump.LineSettings.Parity;

class PumpModelTest {
    @Test
    void modelIsFoundByItsNameOnTheCommandLine() {
        assertThat(PumpModel.named("bcc")).isEqualTo(PumpModel.BCC);
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PumpModel.named("agilia"))
                .withMessageStartingWith("no pump model is called \"agilia\"; known are: bcc");
    }

    @Test
    void namesAreDistinct() {
        assertThat(Arrays.stream(PumpModel.values()).map(PumpModel::wireName)).doesNotHaveDuplicates();
    }

    @Test
    void lineSettingsOfBccAre9600EightNoneOne() {
        assertThat(PumpModel.BCC.lineSettings()).isEqualTo(new LineSettings(9_600, 8, Parity.NONE, 1));
        assertThat(PumpModel.BCC.confidence()).isEqualTo(PumpModel.Confidence.OFFICIAL);
    }

    @Test
    void lineSettingsOfAlarisAre38400EightNoneOne() {
        assertThat(PumpModel.ALARIS.lineSettings()).isEqualTo(new LineSettings(38_400, 8, Parity.NONE, 1));
        assertThat(PumpModel.ALARIS.confidence()).isEqualTo(PumpModel.Confidence.IMPLEMENTATION);
    }

    @Test
    void newEraIs19200EightNoneOneAndSaysThatItIsForTheBenchOnly() {
        assertThat(PumpModel.NEW_ERA.lineSettings()).isEqualTo(new LineSettings(19_200, 8, Parity.NONE, 1));
        assertThat(PumpModel.NEW_ERA.humanName()).contains("bench only");
    }

    @Test
    void lineSettingsOfFreseniusAre19200SevenEvenOne() {
        assertThat(PumpModel.FRESENIUS.lineSettings()).isEqualTo(new LineSettings(19_200, 7, Parity.EVEN, 1));
        assertThat(PumpModel.FRESENIUS.confidence()).isEqualTo(PumpModel.Confidence.PARTIAL);
    }
}
