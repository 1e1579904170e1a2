package vigil.ui.attention;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot;

/**
 * A flashing edge around the whole screen while the console cannot be heard and something would sound: sight stands in
 * for sound (decision N12). The frame makes room for it, so that it covers nothing. Belongs to the JavaFX thread.
 */
public final class Edge extends Region {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private static final double THICKNESS = 8;

    private Optional<AlarmPriority> shown = Optional.empty();
    private FlashClock clock = new FlashClock(0);

    public Edge() {
        getStyleClass().add("edge");
        setId("edge");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** The priority that the edge tells for a state of the session; empty while there is nothing to stand in for. */
    static Optional<AlarmPriority> of(Snapshot.Attention attention) {
        return attention.sound().problem().isEmpty()
                ? Optional.empty()
                : attention.conditions().stream()
                        .filter(it -> it.isActive() && it.acknowledged().isEmpty())
                        .map(AlarmCondition::priority)
                        .filter(it -> it != AlarmPriority.INFORMATION)
                        .findFirst();
    }

    public void show(Snapshot.Attention attention) {
        Optional<AlarmPriority> next = of(attention);
        if (!next.equals(shown)) {
            shown.map(Sign::styleClass).ifPresent(getStyleClass()::remove);
            next.map(Sign::styleClass).ifPresent(getStyleClass()::add);
            shown = next;
            setVisible(next.isPresent());
            Optional.ofNullable(getParent()).ifPresent(Parent::requestLayout);
        }
    }

    /** Room it takes on each side in px. */
    public double thickness() {
        return shown.isPresent() ? THICKNESS : 0;
    }

    /** Lets the flash go on by a number of beats. */
    public void beat(int beats) {
        clock = clock.after(beats);
        pseudoClassStateChanged(OFF, shown.filter(clock::isOff).isPresent());
    }
}
