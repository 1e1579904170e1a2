package vigil.ui;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import vigil.engine.Snapshot;
import vigil.ui.entry.EntryView;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.people.PeopleView;
import vigil.ui.wire.WireView;

/** Makes the sheet of each view but the bedside, which stands in the frame from the start. */
record Sheets(Density density, Phrases phrases, Desk desk) {
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

    private Sheet line() {
        WireView view = new WireView(density, phrases);
        desk.whenSeen(view::sight);
        return new Made(view, view::show, view::enter);
    }
}
