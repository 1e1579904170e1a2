package vigil.ui.dashboard;

import java.util.Optional;
import vigil.session.PlasmaChoice;

/** What a person can ask to see beside the dose. Called on the JavaFX thread; must return at once. */
public interface BesideActions {
    /** Shows a published regimen as a band, by its id, or none any more. Not an order. */
    default void showReference(Optional<String> regimen) {
        throw new IllegalStateException("nothing here can show the regimen " + regimen);
    }

    /** Whether this site offers the plasma estimate; off by default (pharmacokinetics, K1). */
    default boolean offersPlasma() {
        return false;
    }

    /** Runs {@code solving}, which is too long for a pulse of the screen, on another thread where there is one. */
    default void estimate(Runnable solving) {
        solving.run();
    }

    /** Switches the plasma estimate on or off for this patient. */
    default void showPlasma(PlasmaChoice choice) {
        throw new IllegalStateException("nothing here can show the estimate: " + choice);
    }
}
