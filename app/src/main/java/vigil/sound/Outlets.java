package vigil.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.BooleanControl;
import javax.sound.sampled.CompoundControl;
import javax.sound.sampled.Control;
import javax.sound.sampled.FloatControl;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.Port;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's outputs as its mixers show them: loudspeaker, headphones, line out. */
final class Outlets {
    private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);

    private Outlets() {}

    /** True when there are outputs with a volume or a mute switch, and none of them lets anything through. */
    static boolean areAllSilent() {
        List<Boolean> silent = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            Mixer mixer = AudioSystem.getMixer(info);
            for (Line.Info output : mixer.getTargetLineInfo()) {
                if (output instanceof Port.Info) {
                    isSilent(mixer, output).ifPresent(silent::add);
                }
            }
        }
        return !silent.isEmpty() && !silent.contains(false);
    }

    private static Optional<Boolean> isSilent(Mixer mixer, Line.Info output) {
        try (Line line = mixer.getLine(output)) {
            line.open();
            return isSilent(line.getControls());
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.debug("{} cannot be looked at", output, e);
            return Optional.empty();
        }
    }

    /** One switch that mutes, or one volume at its least, is enough; empty where there is neither switch nor volume. */
    static Optional<Boolean> isSilent(Control... controls) {
        List<Boolean> shut = flat(controls).flatMap(Outlets::isShut).toList();
        return shut.isEmpty() ? Optional.empty() : Optional.of(shut.contains(true));
    }

    private static Stream<Control> flat(Control... controls) {
        return Arrays.stream(controls)
                .flatMap(control -> control instanceof CompoundControl several
                        ? flat(several.getMemberControls())
                        : Stream.of(control));
    }

    private static Stream<Boolean> isShut(Control control) {
        return switch (control) {
            case BooleanControl mute when mute.getType().equals(BooleanControl.Type.MUTE) -> Stream.of(mute.getValue());
            case FloatControl volume
            when volume.getType().equals(FloatControl.Type.VOLUME) ->
                Stream.of(volume.getValue() <= volume.getMinimum());
            default -> Stream.empty();
        };
    }
}
