package vigil.ui;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import vigil.engine.Snapshot;
import vigil.ui.alarmlog.AlarmLogView;
import vigil.ui.cessation.CessationView;
import vigil.ui.check.CheckView;
import vigil.ui.entry.EntryView;
import vigil.ui.flow.FlowView;
import vigil.ui.handover.HandoverView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.people.PeopleView;
import vigil.ui.settings.SettingsView;
import vigil.ui.setup.SetUpView;
import vigil.ui.wire.WireView;

/** Makes the sheet of each view but the bedside, which stands in the frame from the start. */
record Sheets(Density density, Palette palette, Phrases phrases, Desk desk, Runnable laidOutAnew) {
    private record Made(Node node, BiConsumer<Snapshot, Phrases> shower, Runnable focus) implements Sheet {
        @Override
        public void show(Snapshot snapshot, Phrases phrases) {
            shower.accept(snapshot, phrases);
        }

        @Override
        public void enter() {
            focus.run();
        }
    }

    Sheet of(View view) {
        return switch (view) {
            case BEDSIDE -> throw new IllegalArgumentException("the bedside is part of the frame");
            case OBSERVE -> observe();
            case EFFECTS -> effects();
            case PUMP -> pump();
            case AFTER -> after();
            case HANDOVER -> new HandoverStand(new HandoverView(density, phrases, desk.handover()));
            case HISTORY -> new HistorySheet(density, palette, phrases, desk.past(), laidOutAnew);
            case ALARMS -> alarms();
            case SETUP -> setUp();
            case LINE -> line();
            case PEOPLE -> people();
        };
    }

    private Sheet observe() {
        EntryView view = new EntryView(density, phrases, desk.entry());
        return new Made(view, view::show, view::enter);
    }

    private Sheet people() {
        PeopleView view = new PeopleView(density, phrases, desk.signIn());
        return new Made(view, view::show, view::enter);
    }

    private Sheet effects() {
        FlowView view = new FlowView(density, phrases, desk.care());
        return new Made(view, view::show, view::enter);
    }

    private Sheet pump() {
        CheckView view = new CheckView(density, phrases, desk.check());
        return new Made(view, view::show, view::enter);
    }

    private Sheet after() {
        CessationView view = new CessationView(density, phrases, desk.signOff(), desk.care());
        return new Made(view, view::show, view::enter);
    }

    private Sheet alarms() {
        AlarmLogView view = new AlarmLogView(density, phrases, desk.log());
        return new Made(view, view::show, view::enter);
    }

    private Sheet setUp() {
        return new SetUpStand(new SetUpView(density, phrases, desk.setUp(), desk.care()));
    }

    private Sheet line() {
        WireView view = new WireView(density, phrases);
        desk.whenSeen(view::sight);
        desk.whenHl7Seen(view::hl7);
        SettingsView settings = new SettingsView(
                density,
                phrases,
                view,
                new SettingsView.Desks(desk.settings(), desk.training(), desk.pump(), desk.printer()));
        return new Made(settings, settings::show, settings::enter);
    }
}
