package vigil;

import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.ui.FxBridge;
import vigil.ui.wire.WireSight;

/**
 * Where a live console is looked at: its window, and its ward if it has one. Until the window is open nobody looks: what is
 * told then is left out, and the next comes within a second. Thread-safe.
 */
final class Onlookers {
    private volatile Optional<Opened> opened = Optional.empty();

    private record Opened(FxBridge window, WardLink ward) {}

    /** From now on it is shown there. */
    void opens(FxBridge window, WardLink ward) {
        opened = Optional.of(new Opened(window, ward));
    }

    void show(Snapshot latest) {
        opened.ifPresent(it -> {
            it.window().publish(latest);
            it.ward().show(latest);
        });
    }

    /** What passes over the line to the pump. */
    void show(WireSight sight) {
        opened.ifPresent(it -> it.window().publish(sight));
    }
}
