package vigil.ui.setup;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.flow.ActForm;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.FormPage;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.setup.SetUpModel.Room;
import vigil.ui.setup.SetUpModel.Seen;

/**
 * The view in which a course is set up and its order changed: the parts, the fields of one of them, and what is missing.
 * Page Up and Page Down turn to the part before and after. Belongs to the JavaFX thread.
 */
public final class SetUpView extends HBox {
    private static final double LIST_WIDTH = 268;
    private static final double CARDS_WIDTH = 296;
    private static final double SMALL_CARDS_WIDTH = 250;
    private static final double SMALL_BUTTON = 200;
    private static final Room ROOM = new Room(24, 34);
    private static final Room SMALL_ROOM = new Room(17, 29);

    private final SetUpEntry entry;
    private final OverrideDesk overriding;
    private final VBox page;
    private final Density density;
    private final PartList list;
    private final Label place = Texts.firm("small", "soft");
    private final Label title = Texts.label("title");
    private final StackPane body = new StackPane();
    private final VBox sums = PartPages.sums();
    private final Label foot = Texts.label("small");
    private final Button back = new Button();
    private final Button save = new Button();
    private final SetUpCards cards;
    private final OnScreen<SetUpModel> shown = new OnScreen<>();
    private final OnScreen<Boolean> offered = new OnScreen<>();
    private final Map<Part, FormPage> pages = new EnumMap<>(Part.class);
    private PartPages maker;
    private Optional<Seen> last = Optional.empty();
    private Optional<Part> showing = Optional.empty();
    private boolean course;
    private final Label covered = Texts.label("soft");
    private boolean namesHidden;

    /** {@code care}: where the override of a rule is entered. */
    public SetUpView(Density density, Phrases phrases, SetUpEntry entry, CareEntry care) {
        super(density.isCompact() ? 12 : 16);
        this.entry = entry;
        overriding = new OverrideDesk(care, density, phrases);
        this.density = density;
        maker = new PartPages(entry, density, phrases, this::save);
        list = new PartList(this::turn, () -> turn(-1), () -> turn(1));
        cards = new SetUpCards(density, phrases, () -> last.ifPresent(seen -> overriding.begin(seen.snapshot())));
        getStyleClass().add("setup");
        setId("setup");
        setMinSize(0, 0);
        list.setMinWidth(LIST_WIDTH);
        list.setMaxWidth(LIST_WIDTH);
        Texts.present(list, !density.isCompact());
        page = page(phrases);
        HBox.setHgrow(page, Priority.ALWAYS);
        double side = density.isCompact() ? SMALL_CARDS_WIDTH : CARDS_WIDTH;
        cards.setMinWidth(side);
        cards.setMaxWidth(side);
        getChildren().addAll(list, page, cards);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        entry.whenChanged(this::again);
        care.whenChanged("setup", this::again);
    }

    private VBox page(Phrases phrases) {
        HBox head = new HBox(12, title, Texts.spacer(), place);
        head.setAlignment(Pos.BASELINE_LEFT);
        Texts.present(place, density.isCompact());
        covered.setText(phrases.text("setup.covered"));
        covered.setId("setup-covered");
        covered.setWrapText(true);
        VBox fields = new VBox(density.isCompact() ? 6 : 12, covered, body, sums);
        VBox.setVgrow(fields, Priority.ALWAYS);
        fields.setMinHeight(0);
        foot.setWrapText(true);
        foot.setId("setup-foot");
        foot.setAccessibleRole(AccessibleRole.TEXT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        button(back, "setup-back");
        if (density.isCompact()) {
            back.setMinWidth(SMALL_BUTTON / 2);
            back.setMaxWidth(SMALL_BUTTON / 2);
            foot.setPrefWidth(SMALL_BUTTON);
        }
        back.setOnAction(press -> turn(-1));
        // Page Up does the same, and Tab after the last field means to go on.
        back.setFocusTraversable(false);
        button(save, "setup-save");
        save.getStyleClass().add("primary");
        Label key = Texts.firm("key-hint");
        key.setText("Enter");
        save.setGraphic(key);
        save.setContentDisplay(ContentDisplay.RIGHT);
        save.setOnAction(press -> save());
        back.setText(phrases.text("setup.back"));
        HBox buttons = new HBox(12, back, save);
        VBox page = new VBox(density.isCompact() ? 6 : 10, head, fields);
        if (density.isCompact()) {
            // One row for the words and both buttons.
            HBox.setHgrow(foot, Priority.ALWAYS);
            foot.setMinWidth(0);
            foot.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            buttons.getChildren().add(1, foot);
        } else {
            page.getChildren().add(foot);
        }
        page.getChildren().add(buttons);
        page.getStyleClass().addAll("card", "setup-page");
        page.setMinWidth(0);
        return page;
    }

    private void button(Button button, String id) {
        button.getStyleClass().setAll("button", "action-button");
        button.setId(id);
        button.setMinHeight(density.isCompact() ? 56 : 52);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(density.isCompact() ? SMALL_BUTTON : 0);
        button.setPrefWidth(0);
        HBox.setHgrow(button, Priority.ALWAYS);
    }

    private void pressed(KeyEvent event) {
        boolean up = event.getCode() == KeyCode.PAGE_UP;
        if (overriding.form().isPresent()) {
            // The form of an override has the keys.
            return;
        }
        if (up || event.getCode() == KeyCode.PAGE_DOWN) {
            turn(up ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (event.isControlDown() || save.equals(event.getTarget()))) {
            save();
            event.consume();
        }
    }

    private void turn(int step) {
        turn(entry.part().beside(step));
    }

    private void turn(Part part) {
        boolean inList = list.isFocused();
        entry.choose(part);
        if (!inList) {
            enter();
        }
    }

    private void save() {
        last.ifPresent(seen -> entry.save(seen.now()));
    }

    /** Puts the focus into the first field that is still open. */
    public void enter() {
        overriding
                .form()
                .ifPresentOrElse(ActForm::enter, () -> showing.map(pages::get).ifPresent(FormPage::enter));
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        last = Optional.of(new Seen(snapshot, Situation.of(snapshot, ZoneId.systemDefault()), phrases));
        again();
    }

    /** {@code hidden}: name and MRN must not be read from the corridor, so who the patient is cannot be entered either. */
    public void keepPrivate(boolean hidden) {
        namesHidden = hidden;
    }

    private void again() {
        last.ifPresent(this::show);
    }

    /** The form of an override takes the place of the fields while it is open. */
    private void showOverride(Seen seen) {
        if (overriding.show(seen.snapshot(), seen.phrases())) {
            Node place = overriding.form().<Node>map(form -> form).orElse(page);
            HBox.setHgrow(place, Priority.ALWAYS);
            getChildren().set(1, place);
            if (isVisible()) {
                enter();
            }
        }
    }

    private void show(Seen seen) {
        showOverride(seen);
        Situation now = seen.now();
        entry.fill(now);
        entry.goOn(now);
        open(entry.part(), OrderPart.isCourse(now));
        SetUpModel model = SetUpModel.of(entry, seen, density.isCompact() ? SMALL_ROOM : ROOM);
        showing.map(pages::get).ifPresent(FormPage::show);
        boolean cover = namesHidden && entry.part() == Part.PATIENT;
        Texts.present(covered, cover);
        Texts.present(body, !cover);
        boolean possible = overriding.isPossible(seen.snapshot());
        boolean anew = offered.changesTo(possible);
        if (shown.changesTo(model) || anew) {
            show(model, seen.phrases());
            cards.show(model.cards(), possible);
        }
    }

    private void open(Part part, boolean begun) {
        if (begun != course) {
            course = begun;
            pages.clear();
            showing = Optional.empty();
        }
        if (!showing.equals(Optional.of(part))) {
            showing = Optional.of(part);
            FormPage page = pages.computeIfAbsent(part, each -> maker.of(each, course));
            boolean here = body.getScene() != null && isHere(body.getScene().getFocusOwner());
            body.getChildren().setAll(page);
            page.show();
            if (here) {
                page.enter();
            }
        }
    }

    /** True when the focus is in the page that is about to be changed. */
    private boolean isHere(javafx.scene.@org.jspecify.annotations.Nullable Node owner) {
        for (javafx.scene.Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(body)) {
                return true;
            }
        }
        return false;
    }

    private void show(SetUpModel model, Phrases phrases) {
        list.show(model.rows(), entry.part());
        int number = List.of(Part.values()).indexOf(entry.part()) + 1;
        place.setText(phrases.text("setup.count", Integer.toString(number), Integer.toString(Part.values().length)));
        title.setText(model.title());
        foot.setText(model.foot());
        foot.setAccessibleText(model.foot());
        save.setText(model.save());
        save.setAccessibleText(model.save());
        save.pseudoClassStateChanged(PseudoClass.getPseudoClass("idle"), !model.savable());
        back.setDisable(entry.part() == Part.PATIENT);
        SetUpCards.fill(sums, model.sums());
        Texts.present(sums, !model.sums().isEmpty());
    }
}
