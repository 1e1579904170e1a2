package vigil;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vigil.Recorder.Printer;
import vigil.engine.Snapshot;

/**
 * Holds back what a recording without a screen says until it is on the disk: whoever reads a printed line can rely upon it.
 * A reading is told a second late at most; what is forced by itself, an alarm say, at once with all before it. Used by the
 * session thread.
 */
final class Told implements SessionLoop.Watcher {
    private final Bedside bedside;
    private final Printer printer;
    private final Consumer<Snapshot> shown;
    private final List<SessionLoop.Seen> waiting = new ArrayList<>();

    /** {@code shown} sees how it stands after each batch. */
    Told(Bedside bedside, Printer printer, Consumer<Snapshot> shown) {
        this.bedside = bedside;
        this.printer = printer;
        this.shown = shown;
    }

    @Override
    public void recorded(List<SessionLoop.Seen> batch, Snapshot latest) {
        waiting.addAll(batch);
        if (bedside.forced() == bedside.head()) {
            settled();
        }
        shown.accept(latest);
    }

    @Override
    public void settled() {
        waiting.forEach(seen -> printer.recorded(seen.event(), seen.after()));
        waiting.clear();
    }
}
