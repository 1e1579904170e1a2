package vigil;

import java.util.function.Consumer;
import vigil.engine.Snapshot;

/** The way from a bedside to its ward: takes what is shown, and never waits. Safe from any thread. */
record WardLink(Consumer<Snapshot> shown, Runnable end) {
    /** Of a bedside that belongs to no ward. */
    static final WardLink NONE = new WardLink(_ -> {}, () -> {});

    void show(Snapshot snapshot) {
        shown.accept(snapshot);
    }

    void stop() {
        end.run();
    }
}
