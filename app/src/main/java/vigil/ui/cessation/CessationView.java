package vigil.ui.cessation;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import vigil.engine.CareSight.After;
import vigil.engine.Snapshot;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.ui.cessation.CessationModel.Sign;
import vigil.ui.flow.Act;
import vigil.ui.flow.ActForm;
import vigil.ui.flow.CareEntry;
import vigil.ui.flow.Known;
import vigil.ui.flow.Outcome;
import vigil.ui.form.Answers;
import vigil.ui.form.Field;
import vigil.ui.parts.Density;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.print.PrintButton;

/** The four hours after cessation: clock, rows, gate, signatures, the record. Belongs to the JavaFX thread. */
public final class CessationView extends StackPane {
    private final Density density;
    private final SignOff signOff;
    private final CareEntry care;
    private final Ring ring;
    private final Label elapsed = Texts.firm("ring-time");
    private final Label of = Texts.firm("small", "soft");
    private final Label gateAt = Texts.label("semi");
    private final Label left = Texts.label("small", "soft");
    private final VBox facts = new VBox();
    private final OnScreen<List<Figure>> factsShown = new OnScreen<>();
    private final RowTable rows;
    private final Label rowsDone = Texts.firm("small", "soft");
    private final Label rowsTitle = Texts.firm("strong");
    private final GateCard gate;
    private final Label said = Texts.label("small");
    private final Label none = Texts.label("strong");
    private final VBox side = new VBox();
    private final VBox clock;
    private final HBox page;
    private final Button observe;
    private final Button export;
    private final PrintButton print;
    private final Button plan;
    private final Button review;
    private final List<Button> signs;
    private Phrases phrases;
    private Optional<Snapshot> last = Optional.empty();
    private Optional<Act> formFor = Optional.empty();
    private Optional<ActForm> form = Optional.empty();

    public CessationView(Density density, Phrases phrases, SignOff signOff, CareEntry care) {
        this.density = density;
        this.phrases = phrases;
        this.signOff = signOff;
        this.care = care;
        ring = new Ring(density.isCompact() ? 128 : 216);
        rows = new RowTable(density, phrases);
        gate = new GateCard(density);
        observe = button("hours-observe", this::observe);
        observe.getStyleClass().add("primary");
        export = button("hours-export", () -> session().ifPresent(signOff::export));
        print = new PrintButton(
                "hours-print", phrases, signOff.print(), () -> session().ifPresent(signOff::printNow));
        plan = button("hours-plan", () -> reopen(Act.PLAN));
        review = button("hours-review", () -> reopen(Act.REVIEW_PLAN));
        signs = List.of(
                button("sign-observations", () -> sign(SignatureMeaning.OBSERVATIONS_COMPLETE)),
                button("sign-release", () -> sign(SignatureMeaning.REVIEWED_AGAINST_GATE)),
                button("sign-backdate", () -> sign(SignatureMeaning.CESSATION_BACKDATED)));
        clock = clock();
        page = new HBox(density.isCompact() ? 12 : 16, side, right());
        getStyleClass().add("cessation");
        setId("cessation");
        setMinSize(0, 0);
        none.setWrapText(true);
        none.setId("no-cessation");
        getChildren().addAll(page, none);
        buildSide();
        addEventFilter(KeyEvent.KEY_PRESSED, CessationView::pressed);
        signOff.whenChanged(() -> last.ifPresent(this::show));
        care.whenChanged("after", () -> last.ifPresent(this::show));
    }

    private static void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isControlDown()
                && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    private Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setWrapText(true);
        double height = density.isCompact() ? 44 : 52;
        button.setTextAlignment(TextAlignment.CENTER);
        button.setMinHeight(height);
        button.setPrefHeight(height);
        button.setPrefWidth(100);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(press -> action.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private VBox clock() {
        VBox figures = new VBox(-4, elapsed, of);
        figures.setAlignment(Pos.CENTER);
        StackPane face = new StackPane(ring, figures);
        VBox card = new VBox(density.isCompact() ? 3 : 10, face, new VBox(gateAt, left));
        left.setWrapText(true);
        card.getStyleClass().addAll("card", "clock-card");
        card.setId("four-hours");
        return card;
    }

    private void buildSide() {
        double width = density.isCompact() ? 236 : 318;
        side.setSpacing(density.gap());
        side.setMinWidth(width);
        side.setMaxWidth(width);
        facts.getStyleClass().addAll("card", "facts-card");
        facts.setMinHeight(0);
        VBox.setVgrow(facts, Priority.ALWAYS);
        showSide();
    }

    private void showSide() {
        side.getChildren()
                .setAll(form.<List<Node>>map(List::of)
                        .orElseGet(() -> List.of(clock, facts, new HBox(8, export, print))));
        form.ifPresent(it -> VBox.setVgrow(it, Priority.ALWAYS));
    }

    private VBox right() {
        HBox head = new HBox(rowsTitle, Texts.spacer(), rowsDone);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox.setVgrow(rows, Priority.ALWAYS);
        VBox table = new VBox(density.isCompact() ? 0 : 4, head, rows);
        table.getStyleClass().addAll("card", "rows-card");
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        said.setId("hours-said");
        said.setWrapText(true);
        HBox buttons = new HBox(density.isCompact() ? 8 : 12, observe);
        buttons.getChildren().addAll(signs);
        buttons.getChildren().addAll(plan, review);
        VBox right = new VBox(density.gap(), table, gate, said, buttons);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        return right;
    }

    private Optional<SessionId> session() {
        return last.flatMap(Snapshot::sessionId);
    }

    private void sign(SignatureMeaning meaning) {
        session().ifPresent(session -> signOff.sign(meaning, session));
    }

    private void reopen(Act act) {
        last.flatMap(snapshot -> snapshot.care().after().map(after -> known(act, snapshot, after)))
                .ifPresent(answers -> care.reopen(act, answers));
    }

    private static Answers known(Act act, Snapshot snapshot, After after) {
        return act == Act.PLAN
                ? Known.plan(after.plan())
                : Known.review(snapshot.care().ward().review());
    }

    private void observe() {
        last.ifPresent(snapshot -> care.choose(Act.OBSERVE, "", snapshot.now().utc(), snapshot.zone()));
    }

    private void save() {
        last.ifPresent(snapshot -> care.save(snapshot.now().utc(), snapshot.zone()));
    }

    /** Puts the focus into the form that is open, else on the first thing that can be done. */
    public void enter() {
        form.ifPresentOrElse(ActForm::enter, () -> observe.requestFocus());
    }

    public void show(Snapshot snapshot, Phrases now) {
        phrases = now;
        show(snapshot);
    }

    private void show(Snapshot snapshot) {
        last = Optional.of(snapshot);
        Optional<CessationModel> model = CessationModel.of(snapshot, phrases);
        Texts.present(page, model.isPresent());
        Texts.present(none, model.isEmpty());
        model.ifPresentOrElse(this::fill, () -> none.setText(CessationModel.before(snapshot, phrases)));
        showForm();
    }

    private void fill(CessationModel model) {
        ring.show(model.clock());
        elapsed.setText(model.clock().elapsed());
        of.setText(model.clock().of());
        gateAt.setText(model.clock().gate());
        left.setText(model.clock().left());
        clock.setAccessibleText(String.join(
                " ", model.clock().elapsed(), model.clock().of(), model.clock().gate()));
        if (factsShown.changesTo(model.facts())) {
            facts.getChildren()
                    .setAll(model.facts().stream().map(CessationView::fact).toList());
        }
        rowsTitle.setText(phrases.text("hours.rows.title"));
        rowsDone.setText(model.rowsDone());
        rows.show(model.rows());
        gate.show(model.gate());
        observe.setText(phrases.text("hours.observe"));
        export.setText(phrases.text("hours.export"));
        print.refresh(true);
        plan.setText(phrases.text("act.PLAN"));
        review.setText(phrases.text("act.REVIEW_PLAN"));
        fillSigns(model);
        Texts.show(said, said(model));
    }

    /** Before the release the signatures stand here, after it what is missing before the session closes. */
    private void fillSigns(CessationModel model) {
        for (int i = 0; i < signs.size(); i++) {
            Texts.present(signs.get(i), i < model.signs().size());
        }
        for (int i = 0; i < model.signs().size(); i++) {
            Sign sign = model.signs().get(i);
            signs.get(i).setText(sign.words());
            signs.get(i).setDisable(!sign.isOpen());
            signs.get(i).setAccessibleText(sign.words() + ". " + sign.why());
        }
        Texts.present(signs.get(1), !model.planOpen());
        Texts.present(observe, !model.planOpen());
        Texts.present(plan, model.planOpen());
        Texts.present(review, model.planOpen());
    }

    private String said(CessationModel model) {
        String done = new SignOffWords(signOff, phrases).words();
        String entered = care.open().isEmpty() ? new Outcome(care, phrases).words() : "";
        String signed = String.join(" ", model.signed());
        String why = model.signs().get(1).why();
        String first = done.isEmpty() ? entered : done;
        return String.join(" ", first, model.voided(), signed, why)
                .replaceAll(" +", " ")
                .strip();
    }

    private static HBox fact(Figure figure) {
        Label name = Texts.firm("small", "soft");
        name.setText(figure.label());
        Label value = Texts.label("small", "semi");
        value.setText(figure.value());
        HBox line = new HBox(8, name, Texts.spacer(), value);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(line, Priority.ALWAYS);
        return line;
    }

    private void showForm() {
        Optional<Act> here = care.open().filter(act -> act.isAt(Act.Way.AFTER));
        if (!formFor.equals(here)) {
            formFor = here;
            form = here.map(
                    act -> new ActForm(act, new Field.Place(care.form(), phrases, density), this::save, care::close));
            showSide();
            if (isVisible()) {
                enter();
            }
        }
        form.ifPresent(it -> it.say(new Outcome(care, phrases).words()));
    }
}
