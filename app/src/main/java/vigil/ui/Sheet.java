package vigil.ui;

import javafx.scene.Node;
import vigil.engine.Snapshot;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;

/** What stands inside the frame while its view is chosen. Belongs to the JavaFX thread. */
interface Sheet {
    Node node();

    /** Shows the state of the session; called for the chosen view only, and whenever it is chosen. */
    void show(Snapshot snapshot, Phrases phrases);

    /** Puts the focus where the keyboard begins. */
    void enter();

    /** Whether name and MRN must not be read from the corridor; told before {@link #show}. */
    default void keepPrivate(boolean hidden) {}

    /** True while it shows the values of another session with a patient band of its own: the live one makes room. */
    default boolean bringsItsPatient() {
        return false;
    }

    /** So many beats of the flash clock have passed; told while its view is chosen. */
    default void beat(int beats) {}

    /** Colours what is drawn on canvases anew. */
    default void use(Palette palette) {}
}
