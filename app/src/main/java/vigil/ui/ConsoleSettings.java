package vigil.ui;

import java.util.function.Consumer;
import vigil.ui.print.PrintQueues;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/**
 * What a console begins with that is not part of the record.
 *
 * @param look how the screen looks at first
 * @param keep is told, on the JavaFX thread, how it is to look at the next start; must return at once
 * @param training the courses this console can play
 * @param pumps the ports at which a pump can be chosen
 * @param printers on which documents are printed
 */
public record ConsoleSettings(
        Appearance look, Consumer<Appearance> keep, Training training, PumpPorts pumps, PrintQueues printers) {
    /** A console that does not print. */
    public ConsoleSettings(Appearance look, Consumer<Appearance> keep, Training training, PumpPorts pumps) {
        this(look, keep, training, pumps, PrintQueues.NONE);
    }

    /** Looks like that, nothing is kept, and there is neither training nor a printer. */
    public static ConsoleSettings of(Appearance look) {
        return new ConsoleSettings(look, _ -> {}, Training.NONE, PumpPorts.NONE);
    }
}
