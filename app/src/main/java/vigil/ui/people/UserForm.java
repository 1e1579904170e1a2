package vigil.ui.people;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.People;
import vigil.people.PeopleSight.Person;
import vigil.people.Pin;
import vigil.session.Staff;
import vigil.ui.PeopleActions;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * What an administrator fills in: a new user, or another role, another PIN, no more access for the user whose row is
 * chosen. Belongs to the JavaFX thread.
 */
final class UserForm extends VBox {
    private static final double TARGET = 48;
    private static final List<Staff.Role> ROLES =
            List.of(Staff.Role.NURSE, Staff.Role.PHYSICIAN, Staff.Role.BIOMEDICAL, Staff.Role.ADMINISTRATOR);

    private final Phrases phrases;
    private final PeopleActions actions;
    private final Runnable unchoose;
    private final Label title = Texts.label("strong");
    private final Label line = Texts.label("small");
    private final TextField id;
    private final TextField name;
    private final PasswordField pin;
    private final PasswordField again;
    private final TextField reason;
    private final HBox roles = new HBox(6);
    private final ToggleGroup role = new ToggleGroup();
    private final Map<Staff.Role, ToggleButton> roleButtons = new EnumMap<>(Staff.Role.class);
    private final Button add;
    private final Button setPin;
    private final Button access;
    private final List<Region> changing;
    private PeopleModel.Task task = PeopleModel.Task.LOOK;
    private Optional<Person> chosen = Optional.empty();

    /** {@code unchoose}: no row is chosen any more. */
    UserForm(Density density, Phrases phrases, PeopleActions actions, Runnable unchoose) {
        super(density.isCompact() ? 5 : 8);
        this.phrases = phrases;
        this.actions = actions;
        this.unchoose = unchoose;
        getStyleClass().addAll("card", "user-form");
        setId("user-form");
        double width = 480;
        setMinWidth(width);
        setMaxWidth(width);
        line.setWrapText(true);
        line.setId("user-line");
        id = field(new TextField(), "user-id", "people.id");
        name = field(new TextField(), "user-name", "people.name");
        pin = field(new PasswordField(), "user-pin", "people.pin-new");
        again = field(new PasswordField(), "user-again", "people.pin-again");
        reason = field(new TextField(), "user-reason", "people.reason");
        buildRoles();
        id.setOnAction(_ -> name.requestFocus());
        name.setOnAction(_ -> pin.requestFocus());
        pin.setOnAction(_ -> again.requestFocus());
        add = button("user-add", this::add);
        add.getStyleClass().add("primary");
        Button giveRole = button("user-role", this::giveRole);
        setPin = button("user-set-pin", this::setPin);
        access = button("user-access", this::setAccess);
        again.setOnAction(_ -> (add.isManaged() ? add : setPin).fire());
        Button other = button("user-other", unchoose);
        giveRole.setText(phrases.text("people.give-role"));
        setPin.setText(phrases.text("people.set-pin"));
        other.setText(phrases.text("people.another"));
        changing = List.of(row(giveRole, other), setPin, row(reason, access));
        getChildren()
                .addAll(title, line, id, name, roles, changing.get(0), row(pin, again), setPin, add, changing.get(2));
        refresh();
    }

    private <F extends TextInputControl> F field(F field, String id, String key) {
        field.setId(id);
        field.getStyleClass().add("note-field");
        field.setPromptText(phrases.text(key));
        field.setAccessibleText(phrases.text(key));
        field.setMinHeight(TARGET);
        return field;
    }

    private Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinHeight(TARGET);
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(button.textProperty());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void buildRoles() {
        for (Staff.Role each : ROLES) {
            ToggleButton one = new ToggleButton(PeopleWords.role(each, phrases));
            one.getStyleClass().setAll("button", "action-button", "hold-button", "role-button");
            one.setToggleGroup(role);
            one.setMinHeight(TARGET);
            one.setId("role-" + each);
            roleButtons.put(each, one);
            roles.getChildren().add(stretched(one));
        }
        Arrows.choose(List.copyOf(roleButtons.values()));
    }

    /** Side by side, each as wide as the other. */
    private static HBox row(Region... nodes) {
        HBox row = new HBox(6);
        for (Region node : nodes) {
            row.getChildren().add(stretched(node));
        }
        return row;
    }

    private static Region stretched(Region node) {
        node.setMinWidth(0);
        node.setPrefWidth(480);
        node.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    void enter() {
        (task == PeopleModel.Task.LOOK ? this : id.isManaged() ? id : pin).requestFocus();
    }

    void show(PeopleModel.Task now) {
        if (task != now) {
            task = now;
            refresh();
        }
    }

    /** The user whose row is chosen; without one a new user is added. */
    void choose(Optional<Person> person) {
        boolean another = !person.map(it -> it.staff().userId())
                .equals(chosen.map(it -> it.staff().userId()));
        chosen = person;
        if (another) {
            refresh();
        }
        person.ifPresent(it -> access.setText(phrases.text(it.allowed() ? "people.shut-out" : "people.let-in")));
    }

    private void refresh() {
        boolean begins = task == PeopleModel.Task.BEGIN;
        boolean changes = task == PeopleModel.Task.CHANGE;
        boolean one = changes && chosen.isPresent();
        boolean adds = begins || (changes && chosen.isEmpty());
        for (TextInputControl field : List.of(id, name, pin, again, reason)) {
            field.clear();
        }
        Texts.present(this, begins || changes);
        List.of(id, name, add).forEach(it -> Texts.present(it, adds));
        Texts.present(roles, changes);
        changing.forEach(it -> Texts.present(it, one));
        title.setText(title(begins));
        line.setText(phrases.text(begins ? "people.pin-rule" : "people.pin-lent"));
        add.setText(phrases.text(begins ? "people.begin" : "people.add"));
        role.selectToggle(roleButtons.get(chosen.map(it -> it.staff().role()).orElse(Staff.Role.NURSE)));
    }

    private String title(boolean begins) {
        return begins
                ? phrases.text("people.title.begin")
                : chosen.map(it -> it.staff().name()).orElseGet(() -> phrases.text("people.title.add"));
    }

    private Staff.Role role() {
        return ROLES.stream()
                .filter(it -> Objects.equals(role.getSelectedToggle(), roleButtons.get(it)))
                .findFirst()
                .orElse(Staff.Role.NURSE);
    }

    private void add() {
        Staff.Role given = task == PeopleModel.Task.BEGIN ? Staff.Role.ADMINISTRATOR : role();
        Staff user = new Staff(People.id(id.getText()), name.getText().strip(), given);
        withPin(digits -> ask(new Change.Add(user, digits)));
    }

    private void setPin() {
        chosen.ifPresent(
                it -> withPin(digits -> ask(new Change.SetPin(it.staff().userId(), digits))));
    }

    private void giveRole() {
        chosen.ifPresent(it -> ask(new Change.GiveRole(it.staff().userId(), role())));
    }

    private void setAccess() {
        chosen.ifPresent(it -> ask(new Change.SetAccess(
                it.staff().userId(), !it.allowed(), reason.getText().strip())));
    }

    private interface Use {
        void of(Pin pin);
    }

    private void withPin(Use use) {
        Pin typed = new Pin(pin.getText());
        boolean twice = pin.getText().equals(again.getText());
        List.of(pin, again).forEach(TextInputControl::clear);
        if (twice) {
            use.of(typed);
        } else {
            line.setText(phrases.text("people.pin.DIFFERENT"));
        }
    }

    private void ask(Change change) {
        line.setText(phrases.text("people.looking"));
        actions.change(change, this::answered);
    }

    private void answered(Answer answer) {
        switch (answer) {
            case Answer.Accepted() -> {
                refresh();
                unchoose.run();
                line.setText(phrases.text("people.done"));
            }
            case Answer.NotAccepted _, Answer.ChooseOwn _ -> line.setText(phrases.text("people.not-accepted"));
            case Answer.Wait(Duration left) ->
                line.setText(phrases.text("people.wait", Long.toString(left.toSeconds())));
            case Answer.PinFault(Pin.Fault fault) -> line.setText(phrases.text("people.pin." + fault));
            case Answer.Refused(String why) -> line.setText(phrases.text("people.refused", why));
        }
    }
}
