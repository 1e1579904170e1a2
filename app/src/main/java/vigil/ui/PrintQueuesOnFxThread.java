package vigil.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.export.print.Outcome;
import vigil.export.print.Queues;
import vigil.ui.print.PrintQueues;

/** The same printers, but whoever asked is answered on the JavaFX thread. */
record PrintQueuesOnFxThread(PrintQueues queues) implements PrintQueues {
    @Override
    public boolean isOffered() {
        return queues.isOffered();
    }

    @Override
    public Optional<String> chosen() {
        return queues.chosen();
    }

    @Override
    public void list(Consumer<Queues> answer) {
        queues.list(told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }

    @Override
    public void choose(Optional<String> queue, Consumer<Optional<String>> answer) {
        queues.choose(queue, told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }

    @Override
    public void print(Path pdf, String title, Consumer<Outcome> answer) {
        queues.print(pdf, title, told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }
}
