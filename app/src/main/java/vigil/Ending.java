package vigil;

/** What has to be stopped when the window is closed or the program is told to end, whichever runs then. Thread-safe. */
final class Ending {
    private Runnable stop = () -> {};
    private boolean ended;

    /** From now on {@code next} is what stops; at once if the end has come already. It may be called twice. */
    synchronized void stops(Runnable next) {
        stop = next;
        if (ended) {
            next.run();
        }
    }

    /** The end has come. */
    synchronized void now() {
        ended = true;
        stop.run();
    }

    synchronized boolean hasCome() {
        return ended;
    }
}
