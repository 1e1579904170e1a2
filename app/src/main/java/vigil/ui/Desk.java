package vigil.ui;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.ui.alarmlog.LogBook;
import vigil.ui.cessation.SignOff;
import vigil.ui.check.PumpCheckEntry;
import vigil.ui.entry.ObservationEntry;
import vigil.ui.flow.Act;
import vigil.ui.flow.CareEntry;
import vigil.ui.wire.WireSight;

/**
 * What outlives a layout of the screen: the view a person is in, the entry half made, the alarm log as read, the wire as
 * last seen. Belongs to the
 * JavaFX thread.
 */
final class Desk {
    private final ConsoleActions actions;
    private final ObservationEntry entry;
    private final CareEntry care;
    private final SignOff signOff;
    private final PumpCheckEntry check;
    private final LogBook log;
    private View view = View.BEDSIDE;
    private Optional<WireSight> wire = Optional.empty();
    private Consumer<Optional<WireSight>> watcher = _ -> {};

    /** {@code wanted} is told which view a person is led to. */
    Desk(ConsoleActions actions, Consumer<View> wanted) {
        this.actions = actions;
        this.entry = new ObservationEntry(actions);
        this.check = new PumpCheckEntry(actions);
        this.signOff = new SignOff(actions);
        this.care = new CareEntry(actions, way -> wanted.accept(viewOf(way)));
        this.log = new LogBook(actions.archive());
    }

    ConsoleActions actions() {
        return actions;
    }

    private static View viewOf(Act.Way way) {
        return switch (way) {
            case OBSERVE -> View.OBSERVE;
            case PUMP -> View.PUMP;
            case AFTER -> View.AFTER;
            case HERE, FORM, EFFECTS -> View.EFFECTS;
        };
    }

    PumpCheckEntry check() {
        return check;
    }

    SignOff signOff() {
        return signOff;
    }

    CareEntry care() {
        return care;
    }

    ObservationEntry entry() {
        return entry;
    }

    LogBook log() {
        return log;
    }

    View view() {
        return view;
    }

    void choose(View chosen) {
        view = chosen;
    }

    void see(WireSight sight) {
        wire = Optional.of(sight);
        watcher.accept(wire);
    }

    /** {@code shown} is told what has been seen of the wire, and from now on what is; in place of who was told before. */
    void whenSeen(Consumer<Optional<WireSight>> shown) {
        watcher = shown;
        shown.accept(wire);
    }
}
