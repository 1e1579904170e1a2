package vigil.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** The sound device that this machine uses by default. */
final class SystemSound implements SoundDevice {
    private static final int CHANNELS = 2;
    private static final int BYTES = 2;
    private static final AudioFormat FORMAT = new AudioFormat(Synthesis.RATE, BYTES * 8, CHANNELS, true, false);
    /** Room for more than the loudspeaker ever gives ahead. */
    private static final int BUFFER = Synthesis.frames(400) * CHANNELS * BYTES;

    @Override
    public SoundOutput open() throws SoundException {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER);
            line.start();
            return new LineOutput(line);
        } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException e) {
            // Without a card it is IllegalArgumentException.
            throw new SoundException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean isMuted() {
        return Outlets.areAllSilent();
    }

    /** An open line; takes no more than it has room for, so that it never waits. */
    private static final class LineOutput implements SoundOutput {
        private final SourceDataLine line;
        private long given;

        LineOutput(SourceDataLine line) {
            this.line = line;
        }

        @Override
        public int waiting() {
            return (line.getBufferSize() - line.available()) / (CHANNELS * BYTES);
        }

        @Override
        public long played() {
            return Math.min(line.getLongFramePosition(), given);
        }

        @Override
        public void play(short[] samples) {
            byte[] bytes = new byte[samples.length * CHANNELS * BYTES];
            for (int i = 0; i < bytes.length; i += BYTES) {
                short sample = samples[i / (CHANNELS * BYTES)];
                bytes[i] = (byte) sample;
                bytes[i + 1] = (byte) (sample >> Byte.SIZE);
            }
            int room = Math.min(bytes.length, line.available());
            given += line.write(bytes, 0, room - room % (CHANNELS * BYTES)) / (CHANNELS * BYTES);
        }

        @Override
        public void close() {
            line.flush();
            line.close();
        }
    }
}
