package vigil.ui.flow;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.flow.FlowModel.Step;
import vigil.ui.form.Field;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The side-effect view: what the protocol asks step by step, what the pump is seen to do, and what could be entered while
 * nothing is open. Belongs to the JavaFX thread.
 */
public final class FlowView extends HBox {
    private static final double MOST_TILES_HEIGHT = 380;
    private static final int ROOMY_STEPS = 6;

    private final Density density;
    private final CareEntry entry;
    private Phrases phrases;
    private final Choices choices;
    private final FlowSide side;
    private final EvidenceBar evidence = new EvidenceBar();
    private final VBox steps = new VBox();
    private final Label title = Texts.label("strong");
    private final Label said = Texts.label("small", "soft");
    private final OnScreen<Built> built = new OnScreen<>();
    private Optional<Snapshot> last = Optional.empty();

    /** What the list of steps or choices is made from. */
    private record Built(String title, List<Step> steps, List<Choice> choices) {}

    public FlowView(Density density, Phrases phrases, CareEntry entry) {
        this.density = density;
        this.phrases = phrases;
        this.entry = entry;
        choices = new Choices(this::chosen, density.isCompact() ? 48 : 52);
        side = new FlowSide(entry, new Field.Place(entry.form(), phrases, density), choices, this::save);
        getStyleClass().add("flow");
        setId("flow");
        setMinSize(0, 0);
        setSpacing(density.isCompact() ? 12 : 16);
        getChildren().addAll(main(), side);
        addEventFilter(KeyEvent.KEY_PRESSED, FlowView::pressed);
        entry.whenChanged("effects", () -> last.ifPresent(this::show));
    }

    private VBox main() {
        VBox.setVgrow(steps, Priority.ALWAYS);
        steps.setMinHeight(0);
        said.setWrapText(true);
        said.setId("flow-said");
        Label foot = Texts.firm("small", "soft");
        foot.setText(phrases.text("flow.foot"));
        HBox line = new HBox(16, said, Texts.spacer(), foot);
        line.getStyleClass().add("flow-foot");
        VBox main = new VBox(density.isCompact() ? 6 : 12, title, steps, line);
        main.getStyleClass().addAll("card", "flow-card");
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        return main;
    }

    /** Enter presses the button that has the focus, as Space does. */
    private static void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !event.isControlDown()
                && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
        }
    }

    private void chosen(Act act) {
        last.ifPresent(snapshot -> entry.choose(act, "", snapshot.now().utc(), snapshot.zone()));
    }

    private void save() {
        last.ifPresent(snapshot -> entry.save(snapshot.now().utc(), snapshot.zone()));
    }

    /** Puts the focus into the form that is open, else on the first thing that can be done. */
    public void enter() {
        side.form().ifPresentOrElse(ActForm::enter, this::enterSteps);
    }

    /** At the question whether the effects have eased no answer lies under the finger. */
    private void enterSteps() {
        List<Button> open = steps.lookupAll(".action-button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> !button.isDisabled())
                .toList();
        boolean asks = open.stream().anyMatch(button -> button.getId().equals("act-" + Act.EASED.name()));
        if (open.isEmpty() || asks) {
            steps.requestFocus();
        } else {
            open.getFirst().requestFocus();
        }
    }

    public void show(Snapshot snapshot, Phrases now) {
        phrases = now;
        show(snapshot);
    }

    private void show(Snapshot snapshot) {
        last = Optional.of(snapshot);
        FlowModel model = FlowModel.of(snapshot, phrases);
        evidence.show(model.evidence());
        if (built.changesTo(new Built(model.title(), model.steps(), model.choices()))) {
            build(model);
        }
        side.show(model);
        String words = new Outcome(entry, phrases).words();
        boolean turned = side.showForm(entry.open().isPresent() ? words : "");
        said.setText(entry.open().isEmpty() && !words.isEmpty() ? words : model.also());
        if (turned && isVisible()) {
            enter();
        }
    }

    private void build(FlowModel model) {
        boolean held = holdsFocus();
        title.setText(model.title());
        Texts.present(title, model.steps().isEmpty());
        steps.setFocusTraversable(!model.steps().isEmpty());
        if (model.steps().isEmpty()) {
            GridPane grid = choices.grid(model.choices());
            VBox.setVgrow(grid, Priority.ALWAYS);
            grid.setMaxHeight(density.isCompact() ? Double.MAX_VALUE : MOST_TILES_HEIGHT);
            steps.getChildren().setAll(grid);
        } else {
            buildSteps(model.steps());
        }
        if (held) {
            enter();
        }
    }

    private void buildSteps(List<Step> all) {
        steps.getChildren().clear();
        steps.getStyleClass().remove("tight");
        if (all.size() > ROOMY_STEPS) {
            steps.getStyleClass().add("tight");
        }
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            StepNode node = new StepNode(step, i + 1, i == all.size() - 1, density.isCompact());
            if (step.inHand()) {
                Node row = step.choices().isEmpty() ? new Region() : choices.row(step.choices());
                node.carry(evidence, row);
            }
            steps.getChildren().add(node);
        }
    }

    private boolean holdsFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(steps)) {
                return true;
            }
        }
        return false;
    }
}
