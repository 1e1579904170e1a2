package vigil.ui.check;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.session.PumpCheck;
import vigil.ui.form.ChoiceField;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.form.LineField;
import vigil.ui.parts.Density;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The check of pump and line: read off the pump, compared with what the wire says; for a pump without a wire it is the source of
 * dose and totals. Belongs to the JavaFX thread.
 */
public final class CheckView extends HBox {
    private static final int ITEM_COLUMNS = 4;
    /** From here on the rows of what is said beside the figures and the list. */
    private static final int FURTHER_ROWS = 3;

    private static final int SECOND_ROW = 4;

    private final PumpCheckEntry entry;
    private final Density density;
    private final FormPage page;
    private final Label title = Texts.label("strong");
    private final Label intro = wrapped("soft");
    private final VBox shown = new VBox();
    private final VBox due = new VBox();
    private final VBox differences = new VBox();
    private final Label latest = wrapped("soft");
    private final Label said = Texts.label("semi");
    private final Button all = new Button();
    private final Button save = new Button();
    private final Button turn = new Button();
    private boolean turned;
    private final OnScreen<List<Figure>> figuresShown = new OnScreen<>();
    private final OnScreen<List<String>> dueShown = new OnScreen<>();
    private final OnScreen<List<String>> differencesShown = new OnScreen<>();
    private Phrases phrases;
    private Optional<Snapshot> last = Optional.empty();

    public CheckView(Density density, Phrases phrases, PumpCheckEntry entry) {
        this.entry = entry;
        this.density = density;
        this.phrases = phrases;
        Field.Place place = new Field.Place(entry.form(), phrases, density);
        page = new FormPage(this::save);
        rows(place);
        getStyleClass().add("check");
        setId("check");
        setMinSize(0, 0);
        setSpacing(density.isCompact() ? 12 : 16);
        getChildren().addAll(main(), side());
        addEventFilter(KeyEvent.KEY_PRESSED, CheckView::pressed);
        entry.whenChanged(() -> {
            page.show();
            last.ifPresent(this::show);
        });
        page.show();
    }

    private static Label wrapped(String styleClass) {
        Label label = Texts.label("small", styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void rows(Field.Place place) {
        page.row(ChoiceField.one(CheckAsks.OCCASION, place));
        page.row(
                ChoiceField.one(CheckAsks.STATE, place),
                new LineField(CheckAsks.RATE, place),
                new LineField(CheckAsks.INFUSED, place),
                new LineField(CheckAsks.LEFT, place),
                new LineField(CheckAsks.BATTERY, place));
        page.row(ChoiceField.several(CheckAsks.ITEMS, place, ITEM_COLUMNS));
        page.row(
                new LineField(CheckAsks.SYRINGE, place),
                new LineField(CheckAsks.CHANGE_DUE, place).wide(1.3),
                new LineField(CheckAsks.KEY, place),
                new LineField(CheckAsks.NOTE, place).wide(2));
        page.row(new LineField(CheckAsks.SECOND_ID, place), new LineField(CheckAsks.SECOND_NAME, place));
    }

    private VBox main() {
        said.setId("check-said");
        said.setWrapText(true);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        button(all, "check-all", phrases.text("check.all"), entry::confirmAll);
        button(save, "check-save", phrases.text("check.save"), this::save);
        save.getStyleClass().add("primary");
        button(turn, "check-turn", phrases.text("check.more"), this::turn);
        Texts.present(turn, density.isCompact());
        HBox foot = new HBox(12, said, turn, all, save);
        foot.getStyleClass().add("check-foot");
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox main = new VBox(density.isCompact() ? 3 : 8, title, page, foot);
        main.getStyleClass().addAll("card", "check-card");
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        return main;
    }

    private void button(Button button, String id, String words, Runnable action) {
        button.setText(words);
        button.setAccessibleText(words);
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinHeight(density.isCompact() ? 44 : 52);
        button.setMinWidth(density.isCompact() ? 120 : 160);
        button.setOnAction(press -> action.run());
    }

    private VBox side() {
        Label heading = Texts.label("strong");
        heading.setText(phrases.text("check.known"));
        VBox known = card(heading, shown, intro);
        Label compared = Texts.label("strong");
        compared.setText(phrases.text("check.compared"));
        VBox asked = card(due, latest);
        VBox.setVgrow(asked, Priority.ALWAYS);
        VBox against = card(compared, differences);
        against.setId("differences");
        VBox side = new VBox(density.gap(), known, against, asked);
        double width = density.isCompact() ? 252 : 308;
        side.setMinWidth(width);
        side.setMaxWidth(width);
        return side;
    }

    private static VBox card(javafx.scene.Node... nodes) {
        VBox card = new VBox(4, nodes);
        card.getStyleClass().addAll("card", "side-card");
        card.setMinHeight(0);
        return card;
    }

    private static void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isControlDown()
                && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    private void save() {
        last.ifPresent(
                snapshot -> entry.save(snapshot.link().charted(), snapshot.now().utc(), snapshot.zone()));
    }

    /** On a small screen what is said beside the check stands on a page of its own. */
    private void turn() {
        turned = !turned;
        turn.setText(phrases.text(turned ? "check.figures" : "check.more"));
        last.ifPresent(this::show);
    }

    private void showRows(boolean second) {
        for (int i = 0; i < page.getChildren().size(); i++) {
            boolean further = i >= FURTHER_ROWS;
            boolean here = !density.isCompact() || further == turned;
            Texts.present(page.getChildren().get(i), here && (i < SECOND_ROW || second));
        }
    }

    /** Puts the focus on the first field that holds nothing yet; why the check is done is known already where one is due. */
    public void enter() {
        last.flatMap(CheckView::firstDue).ifPresent(entry::expect);
        page.enter();
    }

    private static Optional<PumpCheck.Occasion> firstDue(Snapshot snapshot) {
        return snapshot.care().pump().due().stream().findFirst().map(it -> it.occasion());
    }

    public void show(Snapshot snapshot, Phrases now) {
        phrases = now;
        show(snapshot);
    }

    private void show(Snapshot snapshot) {
        last = Optional.of(snapshot);
        CheckModel model = CheckModel.of(
                snapshot, new CheckDraft(entry.form().answers(), snapshot.link().charted()), phrases);
        title.setText(model.title());
        intro.setText(model.intro());
        latest.setText(model.latest());
        if (figuresShown.changesTo(model.shown())) {
            shown.getChildren()
                    .setAll(model.shown().stream().map(CheckView::figure).toList());
        }
        if (dueShown.changesTo(model.due())) {
            due.getChildren().setAll(model.due().stream().map(CheckView::line).toList());
        }
        if (differencesShown.changesTo(model.differences())) {
            differences
                    .getChildren()
                    .setAll(model.differences().stream().map(CheckView::line).toList());
            Texts.present(differences.getParent(), !model.differences().isEmpty());
        }
        showRows(model.asksForSecond());
        save.setDisable(!model.can());
        said.setText(said(model));
    }

    private String said(CheckModel model) {
        return switch (entry.state()) {
            case PumpCheckEntry.State.Open() -> model.lacking();
            case PumpCheckEntry.State.Sending() -> phrases.text("flow.sending");
            case PumpCheckEntry.State.Taken() -> phrases.text("check.taken");
            case PumpCheckEntry.State.Refused(String reason) -> phrases.text("flow.refused", reason);
        };
    }

    private static HBox figure(Figure figure) {
        Label name = Texts.label("small", "soft");
        name.setText(figure.label());
        Label value = Texts.firm("semi");
        value.setText((figure.value() + " " + figure.unit()).strip());
        return new HBox(8, name, Texts.spacer(), value);
    }

    private static Label line(String text) {
        Label label = wrapped("semi");
        label.setText(text);
        return label;
    }
}
