package vigil.ui;

import java.util.function.Consumer;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Training;

/**
 * What a console begins with that is not part of the record.
 *
 * @param look how the screen looks at first
 * @param keep is told, on the JavaFX thread, how it is to look at the next start; must return at once
 * @param training the courses this console can play
 */
public record ConsoleSettings(Appearance look, Consumer<Appearance> keep, Training training) {
    /** Looks like that, nothing is kept, and there is no training. */
    public static ConsoleSettings of(Appearance look) {
        return new ConsoleSettings(look, _ -> {}, Training.NONE);
    }
}
