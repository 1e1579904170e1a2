package vigil.ui.history;

import javafx.scene.layout.StackPane;
import vigil.ui.parts.Phrases;

/** How far making a replay ready is, with the button that gives it up, or why there is none. Belongs to the JavaFX thread. */
public final class ReplayMaking extends StackPane {
    private final JobLine<Replay> line;

    public ReplayMaking(Player player, Phrases phrases) {
        line = new JobLine<>(player.fold(), phrases, "replay-making", _ -> "");
        getChildren().add(line);
        line.show(phrases);
    }

    /** Shows how it stands now. */
    public void show(Phrases phrases) {
        line.show(phrases);
    }
}
