package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sound.sampled.BooleanControl;
import javax.sound.sampled.CompoundControl;
import javax.sound.sampled.Control;
import javax.sound.sampled.FloatControl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When an output counts as silent, from its controls alone. */
@Tag("F6")
class OutletsTest {
    private static Control volume(float value) {
        return new FloatControl(FloatControl.Type.VOLUME, 0, 1, 0.01f, 1, value, "") {};
    }

    private static Control mute(boolean value) {
        return new BooleanControl(BooleanControl.Type.MUTE, value) {};
    }

    private static Control together(Control... members) {
        return new CompoundControl(new CompoundControl.Type("Master") {}, members) {};
    }

    @Test
    void aMutedOutputIsSilent() {
        assertThat(Outlets.isSilent(volume(0.8f), mute(true))).contains(true);
    }

    @Test
    void anOutputTurnedDownToNothingIsSilent() {
        assertThat(Outlets.isSilent(together(volume(0), mute(false)))).contains(true);
    }

    @Test
    void anOutputWithSomeVolumeIsNot() {
        assertThat(Outlets.isSilent(together(volume(0.2f), mute(false)))).contains(false);
    }

    @Test
    void ofAnOutputWithoutControlsNothingIsKnown() {
        Control balance = new FloatControl(FloatControl.Type.BALANCE, -1, 1, 0.1f, 1, 0, "") {};

        assertThat(Outlets.isSilent(balance)).isEmpty();
    }
}
