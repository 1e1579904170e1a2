package vigil.ui;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Snapshot;
import vigil.session.Phase;
import vigil.ui.alarmlog.LogBook;
import vigil.ui.cessation.SignOff;
import vigil.ui.check.PumpCheckEntry;
import vigil.ui.entry.ObservationEntry;
import vigil.ui.flow.Act;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.Drafts;
import vigil.ui.history.History;
import vigil.ui.setup.SetUpEntry;
import vigil.ui.wire.WireSight;

/**
 * What outlives a layout of the screen: the view a person is in, the entry half made, the alarm log and the history as read,
 * the wire as last seen. Belongs to the
 * JavaFX thread.
 */
final class Desk {
    private final ConsoleActions actions;
    private final Drafts drafts;
    private final ObservationEntry entry;
    private final CareEntry care;
    private final SignOff signOff;
    private final PumpCheckEntry check;
    private final LogBook log;
    private final History history;
    private final SetUpEntry setUp;
    private View view = View.BEDSIDE;
    private Optional<WireSight> wire = Optional.empty();
    private Consumer<Optional<WireSight>> watcher = _ -> {};

    /** {@code wanted} is told which view a person is led to. */
    Desk(ConsoleActions actions, Consumer<View> wanted) {
        this.actions = actions;
        this.check = new PumpCheckEntry(actions);
        this.signOff = new SignOff(actions);
        this.drafts = new Drafts(actions::keep);
        this.entry = new ObservationEntry(actions, drafts);
        this.care = new CareEntry(actions, way -> wanted.accept(viewOf(way)));
        this.log = new LogBook(actions.archive());
        this.history = new History(actions.archive());
        this.setUp = new SetUpEntry(actions, drafts);
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

    History history() {
        return history;
    }

    SetUpEntry setUp() {
        return setUp;
    }

    Drafts drafts() {
        return drafts;
    }

    /** The newest state of the session; the first one brings back what lay half entered. */
    void see(Snapshot snapshot) {
        drafts.see(snapshot.course().preparation().drafts(), snapshot.course().phase() == Phase.CLOSED);
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
