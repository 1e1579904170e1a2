package vigil.ui;

import javafx.scene.Node;
import vigil.engine.Snapshot;
import vigil.ui.handover.HandoverView;
import vigil.ui.parts.Phrases;

/** The handover view in the frame; it hides its sheet with the name. Belongs to the JavaFX thread. */
final class HandoverStand implements Sheet {
    private final HandoverView view;
    private boolean namesHidden;

    HandoverStand(HandoverView view) {
        this.view = view;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void show(Snapshot snapshot, Phrases phrases) {
        view.show(snapshot, phrases, namesHidden);
    }

    @Override
    public void enter() {
        view.enter();
    }

    @Override
    public void keepPrivate(boolean hidden) {
        namesHidden = hidden;
    }
}
