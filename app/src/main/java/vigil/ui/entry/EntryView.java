package vigil.ui.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.LastObservation;
import vigil.session.ObservationDuty.Asks;
import vigil.session.Observations.Charted;
import vigil.ui.entry.ObservationEntry.Amending;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;

/**
 * The view in which observations are entered: everything on one screen, by digits or by touch, with what saving will do
 * said before it is saved. Belongs to the JavaFX thread.
 */
public final class EntryView extends VBox {
    private final ObservationEntry entry;
    private final EntryFields fields;
    private final EntryPage page;
    private final EntryFoot foot;
    private Optional<Shown> last = Optional.empty();

    private record Shown(Snapshot snapshot, Phrases phrases) {}

    public EntryView(Density density, Phrases phrases, ObservationEntry entry) {
        this.entry = entry;
        fields = new EntryFields(entry, phrases);
        foot = new EntryFoot(density, phrases, entry::save);
        page = new EntryPage(density, phrases, entry, fields);
        getStyleClass().add("entry");
        setId("entry");
        setMinSize(0, 0);
        foot.whenAmended(this::amendBefore, entry::because);
        page.layOut(this, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        entry.whenChanged(() -> last.ifPresent(this::show));
    }

    /** Puts the focus where the entry goes on; a set of which nothing is entered yet begins with its first item. */
    public void enter() {
        Item item = entry.draft().isEmpty() ? Item.SEDATION : fields.current();
        page.bringForward(item);
        fields.focus(item);
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        Shown now = new Shown(snapshot, phrases);
        last = Optional.of(now);
        show(now);
    }

    private void show(Shown now) {
        Phrases phrases = now.phrases();
        Draft before = entry.amending()
                .map(it -> it.set().set())
                .or(() -> now.snapshot().lastObservation().map(LastObservation::set))
                .map(Draft::of)
                .orElse(Draft.EMPTY);
        fields.show(before, problems(phrases));
        page.show(before, phrases);
        foot.show(
                Consequence.of(entry, now.snapshot(), wanted(now.snapshot()), phrases),
                entry.draft().set().isPresent(),
                phrases);
        foot.showAmending(offer(now), entry.amending().map(Amending::reason));
    }

    /** The newest charted set, or the one before the one that is being put right. */
    private Optional<Charted> next(Snapshot snapshot) {
        List<Charted> sets = snapshot.care().sets();
        int from = entry.amending().map(it -> indexOf(it.set(), sets)).orElse(sets.size());
        return from > 0 ? Optional.of(sets.get(from - 1)) : Optional.empty();
    }

    private static int indexOf(Charted set, List<Charted> sets) {
        for (int index = 0; index < sets.size(); index++) {
            if (sets.get(index).at().equals(set.at())) {
                return index;
            }
        }
        return sets.size();
    }

    private String offer(Shown now) {
        Phrases phrases = now.phrases();
        return next(now.snapshot())
                .map(set ->
                        phrases.text("entry.amend", phrases.clock(set.at().at().utc())))
                .orElseGet(() -> entry.amending().isPresent() ? phrases.text("entry.amend.leave") : "");
    }

    private void amendBefore() {
        last.flatMap(now -> next(now.snapshot())).ifPresentOrElse(entry::amend, entry::leaveCharted);
    }

    private Map<Item, String> problems(Phrases phrases) {
        Map<Item, String> words = new LinkedHashMap<>();
        entry.draft().problems().forEach((item, problem) -> words.put(item, Consequence.beside(problem, phrases)));
        return words;
    }

    /** The set that the schedule asks for next. */
    private static Asks wanted(Snapshot snapshot) {
        return snapshot.due().stream()
                .flatMap(due -> due.duty().stream())
                .findFirst()
                .map(duty -> duty.asks())
                .orElse(Asks.CORE);
    }

    private void typed(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        String sign = event.getCharacter();
        if (plain && sign.length() == 1 && fields.focused().isPresent() && fields.typed(sign.charAt(0))) {
            page.bringForward(fields.current());
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case ENTER -> enterKey(event);
            case ESCAPE -> leave();
            default -> fieldKey(event.getCode());
        };
        if (done) {
            event.consume();
        }
    }

    private boolean leave() {
        boolean amending = entry.amending().isPresent();
        entry.leaveCharted();
        return amending;
    }

    private boolean enterKey(KeyEvent event) {
        if (event.isControlDown()) {
            foot.save();
        } else if (foot.isGivingReason()) {
            foot.focusSave();
        } else if (event.getTarget() instanceof Button button) {
            button.fire();
        } else {
            goOn();
        }
        return true;
    }

    private void goOn() {
        Asks wanted = last.map(it -> wanted(it.snapshot())).orElse(Asks.CORE);
        if (fields.next(wanted)) {
            page.bringForward(fields.current());
            fields.focus(fields.current());
        } else {
            foot.focusSave();
        }
    }

    private boolean fieldKey(KeyCode key) {
        if (fields.focused().isEmpty()) {
            return false;
        }
        switch (key) {
            case UP -> step(-1);
            case DOWN -> step(1);
            case LEFT -> fields.beside(-1);
            case RIGHT -> fields.beside(1);
            case BACK_SPACE, DELETE -> fields.erase();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void step(int by) {
        fields.step(by);
        page.bringForward(fields.current());
        fields.focus(fields.current());
    }
}
