package vigil.sound;

import java.io.Serial;

/** Nothing can be played; the message says why, in one line. */
public final class SoundException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public SoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
