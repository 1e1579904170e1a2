package vigil.sound;

/**
 * An open sound device that plays what it is given: 48,000 samples a second, one channel. Never waits.
 * Belongs to one thread.
 */
public interface SoundOutput extends AutoCloseable {
    /** Samples given and not yet played, as far as the device tells. */
    int waiting();

    /** Samples that have left for the loudspeaker since it was opened; stands still when the device has stopped. */
    long played();

    /** Gives it samples; what it has no room for is lost, and it must not be asked for that. */
    void play(short[] samples);

    @Override
    void close();
}
