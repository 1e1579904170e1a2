package vigil.ui.history;

import java.io.IOException;

/** Where a long piece of work tells how far it is and learns that nobody wants it any more. */
@FunctionalInterface
public interface Steps {
    /**
     * Tells how far the work is.
     *
     * @param of 0 while the whole is not known
     * @throws GivenUpException if the work is to end here, leaving nothing behind
     */
    void reached(long done, long of) throws GivenUpException;

    /** The person who asked for the work has given it up. */
    final class GivenUpException extends IOException {
        private static final long serialVersionUID = 1;

        public GivenUpException() {
            super("given up");
        }
    }
}
