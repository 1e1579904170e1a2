package vigil.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * A short, soft tone, played once and waited for, to see whether this machine can be heard at all. Not an alarm signal. Waits
 * as long as the device takes, which with a broken one is for ever: its caller has to limit that.
 */
public final class ShortTone {
    private static final float RATE = 44_100;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 2, true, false);
    private static final int FRAMES = (int) (RATE * 3 / 10);
    private static final double HERTZ = 660;
    private static final int LOUDNESS = 6_000;

    private ShortTone() {}

    /** Whether every output of the machine is known to be muted or turned down to nothing. */
    public static boolean isMuted() {
        return Outlets.areAllSilent();
    }

    /**
     * Plays the tone.
     *
     * @return whether the device took all of it
     * @throws SoundException if there is no device, or it is another program's alone
     */
    public static boolean play() throws SoundException {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            byte[] tone = samples();
            int taken = line.write(tone, 0, tone.length);
            line.drain();
            return taken == tone.length;
        } catch (LineUnavailableException | IllegalArgumentException e) {
            // Without a card it is IllegalArgumentException.
            throw new SoundException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Fades in and out, so that it does not click. */
    static byte[] samples() {
        byte[] bytes = new byte[FRAMES * FORMAT.getFrameSize()];
        for (int frame = 0; frame < FRAMES; frame++) {
            double loud = LOUDNESS * Math.sin(Math.PI * frame / FRAMES);
            int sample = (int) Math.round(loud * Math.sin(2 * Math.PI * HERTZ * frame / RATE));
            for (int at = frame * 4; at < frame * 4 + 4; at += 2) {
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> Byte.SIZE);
            }
        }
        return bytes;
    }
}
