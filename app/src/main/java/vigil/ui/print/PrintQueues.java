package vigil.ui.print;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.export.print.Outcome;
import vigil.export.print.Queues;

/**
 * The printers of this machine. Called on the JavaFX thread; every call returns at once, and its answer comes later, once,
 * within {@link vigil.export.print.Printer#PATIENCE}.
 */
public interface PrintQueues {
    /** A console that does not print: a picture. */
    PrintQueues NONE = new PrintQueues() {
        @Override
        public boolean isOffered() {
            return false;
        }

        @Override
        public Optional<String> chosen() {
            return Optional.empty();
        }

        @Override
        public void list(Consumer<Queues> answer) {
            throw new IllegalStateException("nothing is printed here");
        }

        @Override
        public void choose(Optional<String> queue, Consumer<Optional<String>> answer) {
            throw new IllegalStateException("nothing is printed here");
        }

        @Override
        public void print(Path pdf, String title, Consumer<Outcome> answer) {
            throw new IllegalStateException("nothing is printed here");
        }
    };

    boolean isOffered();

    /** The queue this console prints on; empty: the machine's default one. */
    Optional<String> chosen();

    /** Asks which queues there are. */
    void list(Consumer<Queues> answer);

    /** Prints on {@code queue} from now on, also after a restart; the answer is why that could not be kept, or nothing. */
    void choose(Optional<String> queue, Consumer<Optional<String>> answer);

    /**
     * Prints a PDF on the chosen queue; the file stays.
     *
     * @param title what the job is called in the queue; no patient data
     */
    void print(Path pdf, String title, Consumer<Outcome> answer);
}
