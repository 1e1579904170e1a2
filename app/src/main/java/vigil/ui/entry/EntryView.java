package vigil.ui.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.session.ObservationDuty.Asks;
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
        page.layOut(this, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        entry.whenChanged(() -> last.ifPresent(this::show));
    }

    /** Puts the focus where the entry goes on. */
    public void enter() {
        page.bringForward(fields.current());
        fields.focus(fields.current());
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        Shown now = new Shown(snapshot, phrases);
        last = Optional.of(now);
        show(now);
    }

    private void show(Shown now) {
        Phrases phrases = now.phrases();
        Draft before =
                now.snapshot().lastObservation().map(it -> Draft.of(it.set())).orElse(Draft.EMPTY);
        fields.show(before, problems(phrases));
        page.show(before, phrases);
        foot.show(
                Consequence.of(entry, now.snapshot(), wanted(now.snapshot()), phrases),
                entry.draft().set().isPresent(),
                phrases);
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
        boolean done = event.getCode() == KeyCode.ENTER ? enterKey(event) : fieldKey(event.getCode());
        if (done) {
            event.consume();
        }
    }

    private boolean enterKey(KeyEvent event) {
        if (event.isControlDown()) {
            foot.save();
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
