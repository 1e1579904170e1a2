package vigil.ui.parts;

import org.jspecify.annotations.Nullable;

/**
 * What a part of the screen shows now, so that it is drawn anew only when something in it has changed: snapshots come
 * ten times a second, most of them with the same values. Belongs to the JavaFX thread.
 *
 * @param <T> an immutable model
 */
public final class OnScreen<T> {
    private @Nullable T shown;

    /** Whether {@code next} differs from what is shown; if so it is taken as shown from now on. */
    public boolean changesTo(T next) {
        if (next.equals(shown)) {
            return false;
        }
        shown = next;
        return true;
    }
}
