package vigil.ui;

import java.util.function.Consumer;
import vigil.ui.settings.Appearance;

/**
 * What a console begins with that is not part of the record.
 *
 * @param look how the screen looks at first
 * @param keep is told, on the JavaFX thread, how it is to look at the next start; must return at once
 */
public record ConsoleSettings(Appearance look, Consumer<Appearance> keep) {
    /** Looks like that, and nothing is kept. */
    public static ConsoleSettings of(Appearance look) {
        return new ConsoleSettings(look, _ -> {});
    }
}
