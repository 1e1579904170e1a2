package vigil.selftest;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import vigil.sound.Outlets;

/** Plays a short, soft tone. That the device took and played it is found; that a person can hear it is not. */
public final class SoundCheck implements Check {
    private static final float RATE = 44_100;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 2, true, false);
    private static final int FRAMES = (int) (RATE * 3 / 10);
    private static final double HERTZ = 660;
    private static final int LOUDNESS = 6_000;

    @Override
    public Finding look() {
        return Outlets.areAllSilent()
                ? Finding.failed("every output is muted or turned down; alarms would be seen only")
                : played();
    }

    private static Finding played() {
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            byte[] tone = tone();
            int taken = line.write(tone, 0, tone.length);
            line.drain();
            return judged(taken, tone.length);
        } catch (LineUnavailableException | IllegalArgumentException e) {
            // Where there is no card at all, Java throws IllegalArgumentException.
            return Finding.failed("no sound device can be opened; alarms would be seen only");
        }
    }

    static Finding judged(int taken, int offered) {
        return taken == offered
                ? Finding.ok("a tone of 0.3 s was played; listen whether it was heard")
                : Finding.failed("the sound device stopped taking sound; alarms would be seen only");
    }

    /** Fades in and out, so that it does not click. */
    static byte[] tone() {
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
