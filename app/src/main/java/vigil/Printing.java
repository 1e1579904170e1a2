package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.export.print.MachinePrinter;
import vigil.export.print.Outcome;
import vigil.export.print.Queues;
import vigil.session.ConsoleSetting;
import vigil.ui.print.PrintQueues;

/** The printers of this machine for the views, and the one that was chosen at this console. Thread-safe. */
final class Printing implements PrintQueues {
    private static final Logger LOG = LoggerFactory.getLogger(Printing.class);

    private final Function<Optional<String>, MachinePrinter> machine;
    private final PrinterFile file;
    private final Executor apart;
    private final SettingChanges changes;
    private volatile Optional<String> chosen;

    /**
     * Printing on the queue that {@code file} names.
     *
     * @param machine the printer of a queue; of the default one where none is named
     * @param apart runs each question on a thread of its own: a person who prints must not wait for one who looks
     * @param changes is told another choice
     */
    Printing(
            Function<Optional<String>, MachinePrinter> machine,
            PrinterFile file,
            Executor apart,
            SettingChanges changes) {
        this.machine = machine;
        this.file = file;
        this.apart = apart;
        this.changes = changes;
        this.chosen = file.read();
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public Optional<String> chosen() {
        return chosen;
    }

    @Override
    public void list(Consumer<Queues> answer) {
        apart.execute(() -> answer.accept(machine.apply(Optional.empty()).queues()));
    }

    @Override
    public void choose(Optional<String> queue, Consumer<Optional<String>> answer) {
        apart.execute(() -> {
            Optional<String> before = chosen;
            Optional<String> unkept = kept(queue);
            changes.enter(
                    ConsoleSetting.PRINTER,
                    before.orElse(""),
                    queue.orElse(""),
                    missing -> answer.accept(unkept.or(() -> missing.map(Printing::unrecorded))));
        });
    }

    private static String unrecorded(String reason) {
        return "prints go there from now on, but the change is not in the record: " + reason;
    }

    private synchronized Optional<String> kept(Optional<String> queue) {
        chosen = queue;
        try {
            file.write(queue);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("The choice of a printer could not be kept: {}", e.getMessage());
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void print(Path pdf, String title, Consumer<Outcome> answer) {
        Optional<String> queue = chosen;
        apart.execute(() -> answer.accept(printed(queue, pdf, title)));
    }

    private Outcome printed(Optional<String> queue, Path pdf, String title) {
        Outcome outcome = machine.apply(queue).print(pdf, title);
        LOG.info("Print of {}: {}", pdf, outcome);
        return outcome;
    }
}
