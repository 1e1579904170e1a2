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
import vigil.ui.handover.Handover;
import vigil.ui.history.Correction;
import vigil.ui.history.History;
import vigil.ui.history.HistoryView;
import vigil.ui.people.Countersigning;
import vigil.ui.people.SignIn;
import vigil.ui.print.PrintQueues;
import vigil.ui.settings.PrinterDesk;
import vigil.ui.settings.PumpDesk;
import vigil.ui.settings.SettingsDesk;
import vigil.ui.settings.TrainingDesk;
import vigil.ui.setup.SetUpEntry;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.WireSight;

/**
 * What outlives a layout of the screen: the view a person is in, the entry half made, the alarm log and the history as read,
 * the wire as last seen. Belongs to the
 * JavaFX thread.
 */
final class Desk {
    private final SignIn signIn;
    private final Countersigning actions;
    private final Drafts drafts;
    private final ObservationEntry entry;
    private final CareEntry care;
    private final SignOff signOff;
    private final PumpCheckEntry check;
    private final LogBook log;
    private final History history;
    private final Correction correction;
    private final Handover handover;
    private final SetUpEntry setUp;
    private final SettingsDesk settings;
    private final TrainingDesk training;
    private final PumpDesk pump;
    private final PrinterDesk printer;
    private View view = View.BEDSIDE;
    private Optional<WireSight> wire = Optional.empty();
    private Consumer<Optional<WireSight>> watcher = _ -> {};
    private Optional<Hl7Sight> hl7 = Optional.empty();
    private Consumer<Optional<Hl7Sight>> hl7Watcher = _ -> {};

    /** {@code wanted} is told which view a person is led to. */
    Desk(ConsoleActions actions, ConsoleSettings first, Consumer<View> wanted) {
        this.settings = new SettingsDesk(first.look(), first.keep());
        this.training = new TrainingDesk(first.training());
        this.pump = new PumpDesk(new PumpPortsOnFxThread(first.pumps()));
        PrintQueues queues = new PrintQueuesOnFxThread(first.printers());
        this.printer = new PrinterDesk(queues);
        this.signIn = new SignIn(actions.people());
        this.actions = new Countersigning(actions, signIn);
        this.drafts = new Drafts(actions::keep);
        this.entry = new ObservationEntry(this.actions, drafts);
        this.check = new PumpCheckEntry(this.actions, drafts);
        this.signOff = new SignOff(this.actions, queues);
        this.care = new CareEntry(this.actions, drafts, way -> wanted.accept(viewOf(way)));
        this.log = new LogBook(actions.archive());
        this.history = new History(actions.archive(), queues);
        this.correction = new Correction(this.actions, drafts);
        this.handover = new Handover(this.actions, queues);
        this.setUp = new SetUpEntry(this.actions, drafts);
    }

    ConsoleActions actions() {
        return actions;
    }

    /** What is asked of whoever stands there. */
    SignIn signIn() {
        return signIn;
    }

    private static View viewOf(Act.Way way) {
        return switch (way) {
            case OBSERVE -> View.OBSERVE;
            case PUMP -> View.PUMP;
            case AFTER -> View.AFTER;
            case SETUP -> View.SETUP;
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

    Handover handover() {
        return handover;
    }

    History history() {
        return history;
    }

    HistoryView.Desks past() {
        return new HistoryView.Desks(history, correction);
    }

    SetUpEntry setUp() {
        return setUp;
    }

    SettingsDesk settings() {
        return settings;
    }

    TrainingDesk training() {
        return training;
    }

    PrinterDesk printer() {
        return printer;
    }

    PumpDesk pump() {
        return pump;
    }

    Drafts drafts() {
        return drafts;
    }

    /** The newest state of the session; the first one brings back what lay half entered. */
    void see(Snapshot snapshot) {
        actions.see(snapshot);
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
        tellOfWire();
    }

    void see(WireSight sight) {
        wire = Optional.of(sight);
        tellOfWire();
    }

    /** Only while somebody looks: a list that nobody sees would be filled and laid out anew with each reading. */
    private void tellOfWire() {
        if (view == View.LINE) {
            watcher.accept(wire);
        }
    }

    /** {@code shown} is told what has been seen of the wire, and from now on what is; in place of who was told before. */
    void whenSeen(Consumer<Optional<WireSight>> shown) {
        watcher = shown;
        shown.accept(wire);
    }

    void see(Hl7Sight sight) {
        hl7 = Optional.of(sight);
        hl7Watcher.accept(hl7);
    }

    /** As {@link #whenSeen}, for the HL7 receiver. */
    void whenHl7Seen(Consumer<Optional<Hl7Sight>> shown) {
        hl7Watcher = shown;
        shown.accept(hl7);
    }
}
