package vigil.ui;

import javafx.scene.Node;
import vigil.engine.Snapshot;
import vigil.ui.parts.Phrases;
import vigil.ui.setup.SetUpView;

/** The set-up in the frame; it covers who the patient is with the name. Belongs to the JavaFX thread. */
final class SetUpStand implements Sheet {
    private final SetUpView view;

    SetUpStand(SetUpView view) {
        this.view = view;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Snapshot snapshot, Phrases phrases) {
        view.show(snapshot, phrases);
    }

    @Override
    public void enter() {
        view.enter();
    }

    @Override
    public void keepPrivate(boolean hidden) {
        view.keepPrivate(hidden);
    }
}
