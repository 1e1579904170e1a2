package vigil.sound;

/** Where sound can go. Belongs to one thread. */
public interface SoundDevice {
    /**
     * Opens the device and starts it.
     *
     * @throws SoundException why nothing can be played, in one line
     */
    SoundOutput open() throws SoundException;

    /** True when every output of the machine is known to be muted or turned down to nothing. */
    boolean isMuted();
}
