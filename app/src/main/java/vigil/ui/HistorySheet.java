package vigil.ui;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import vigil.engine.Snapshot;
import vigil.ui.attention.FlashClock;
import vigil.ui.history.History;
import vigil.ui.history.HistoryView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** History, or the replay of a session while there is one. Belongs to the JavaFX thread. */
final class HistorySheet implements Sheet {
    private final Density density;
    private final History history;
    private final HistoryView view;
    private final Runnable laidOutAnew;
    private final StackPane both = new StackPane();
    private Palette palette;
    private Phrases phrases;
    private Optional<Snapshot> live = Optional.empty();
    private Optional<ReplayPane> replay = Optional.empty();
    private boolean namesHidden;

    /** {@code laidOutAnew} runs when a replay begins or ends: it takes the room of the live patient band. */
    HistorySheet(Density density, Palette palette, Phrases phrases, HistoryView.Desks desks, Runnable laidOutAnew) {
        this.density = density;
        this.palette = palette;
        this.phrases = phrases;
        this.history = desks.history();
        this.laidOutAnew = laidOutAnew;
        view = new HistoryView(density, phrases, desks);
        both.setMinSize(0, 0);
        both.getChildren().add(view);
        history.whenChanged(this::changed);
        desks.correction().whenChanged(this::changed);
        changed();
    }

    private boolean isReplaying() {
        return history.player().shown().isPresent();
    }

    private void changed() {
        view.refresh();
        if (isReplaying() != replay.isPresent()) {
            turn();
        }
        replay.ifPresent(pane -> pane.show(live, phrases, namesHidden));
    }

    /** Made when it is first wanted, and thrown away at its end: it is as large as the bedside view. */
    private void turn() {
        both.getChildren().removeIf(ReplayPane.class::isInstance);
        replay = isReplaying()
                ? Optional.of(new ReplayPane(density, palette, phrases, history.player()))
                : Optional.empty();
        replay.ifPresent(both.getChildren()::add);
        Texts.present(view, replay.isEmpty());
        laidOutAnew.run();
        if (both.isVisible()) {
            enter();
        }
    }

    @Override
    public Node node() {
        return both;
    }

    @Override
    public void show(Snapshot snapshot, Phrases words) {
        live = Optional.of(snapshot);
        phrases = words;
        view.show(snapshot, words, namesHidden);
        replay.ifPresent(pane -> pane.show(live, words, namesHidden));
    }

    @Override
    public void keepPrivate(boolean hidden) {
        namesHidden = hidden;
    }

    @Override
    public void enter() {
        replay.ifPresentOrElse(ReplayPane::enter, view::enter);
    }

    @Override
    public boolean bringsItsPatient() {
        return replay.isPresent();
    }

    @Override
    public void beat(int beats) {
        history.player().passed(Duration.ofMillis(FlashClock.BEAT_MILLIS).multipliedBy(beats));
    }

    @Override
    public void use(Palette next) {
        palette = next;
        replay.ifPresent(pane -> pane.use(next));
    }
}
