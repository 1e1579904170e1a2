package vigil.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.export.print.Queues;
import vigil.ui.print.PrintQueues;

/** Which printer this console prints on, and which there are. Outlives a layout. Belongs to the JavaFX thread. */
public final class PrinterDesk {
    private final PrintQueues printers;
    private Said said = new Said.Nothing();
    private List<Choice> choices = List.of();
    private Runnable changed = () -> {};

    /** A queue to print on; empty: whatever is the machine's default one then, which may have a name now. */
    record Choice(Optional<String> queue, Optional<String> standard) {}

    /** What was said last. */
    sealed interface Said {
        record Nothing() implements Said {}

        record Looking() implements Said {}

        /** The machine has none. */
        record None() implements Said {}

        record Refused(String reason) implements Said {}

        record Chosen() implements Said {}
    }

    public PrinterDesk(PrintQueues printers) {
        this.printers = printers;
    }

    boolean isOffered() {
        return printers.isOffered();
    }

    /** {@code action} runs when there is something else to be shown; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    Said said() {
        return said;
    }

    List<Choice> choices() {
        return choices;
    }

    Optional<String> chosen() {
        return printers.chosen();
    }

    boolean isLooking() {
        return said instanceof Said.Looking;
    }

    /** Asks anew which printers there are. */
    void list() {
        if (!isLooking()) {
            say(new Said.Looking());
            printers.list(this::listed);
        }
    }

    private void listed(Queues found) {
        choices = choices(found);
        say(found.trouble()
                .<Said>map(Said.Refused::new)
                .orElseGet(() -> found.names().isEmpty() ? new Said.None() : new Said.Nothing()));
    }

    private static List<Choice> choices(Queues found) {
        List<Choice> choices = new ArrayList<>();
        if (!found.names().isEmpty()) {
            choices.add(new Choice(Optional.empty(), found.standard()));
        }
        found.names().forEach(name -> choices.add(new Choice(Optional.of(name), found.standard())));
        return choices;
    }

    /** Prints on that queue from now on. */
    void choose(Choice choice) {
        printers.choose(
                choice.queue(),
                refusal -> say(refusal.<Said>map(Said.Refused::new).orElseGet(Said.Chosen::new)));
    }

    private void say(Said next) {
        said = next;
        changed.run();
    }
}
