package vigil.ui.people;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vigil.engine.Snapshot;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The people of the console: who they are, and for an administrator what may be changed about them. Belongs to the JavaFX
 * thread.
 */
public final class PeopleView extends VBox {
    private final OnScreen<PeopleModel> shown = new OnScreen<>();
    private final Label who = Texts.label("strong");
    private final Label advice = Texts.label("small", "soft");
    private final ListView<PeopleModel.Row> list = new ListView<>();
    private final UserForm form;

    public PeopleView(Density density, Phrases phrases, SignIn signIn) {
        super(density.gap());
        getStyleClass().add("people");
        setId("people");
        setMinSize(0, 0);
        who.setId("people-who");
        advice.setWrapText(true);
        advice.setId("people-advice");
        VBox card = new VBox(2, who, advice);
        card.getStyleClass().addAll("card", "wire-card");
        form = new UserForm(density, phrases, signIn.actions(), () -> list.getSelectionModel().clearSelection());
        buildList(density, phrases);
        HBox both = new HBox(density.gap(), list, form);
        HBox.setHgrow(list, Priority.ALWAYS);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        getChildren().addAll(card, both);
    }

    private void buildList(Density density, Phrases phrases) {
        list.setId("people-list");
        list.getStyleClass().add("wire-list");
        list.setAccessibleText(phrases.text("people.list"));
        list.setFixedCellSize(density.isCompact() ? 44 : 48);
        list.setMinSize(0, 0);
        list.setCellFactory(_ -> new PersonCell());
        Label none = Texts.label("soft");
        none.setText(phrases.text("people.none"));
        list.setPlaceholder(none);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> form.choose(Optional.ofNullable(row).map(PeopleModel.Row::person)));
    }

    /** Puts the focus where the keyboard begins. */
    public void enter() {
        form.enter();
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        PeopleModel model = PeopleModel.of(snapshot.people(), phrases);
        if (!shown.changesTo(model)) {
            return;
        }
        who.setText(model.who());
        advice.setText(model.advice());
        form.show(model.task());
        Optional<String> chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .map(row -> row.person().staff().userId());
        list.getItems().setAll(model.rows());
        List<PeopleModel.Row> same = model.rows().stream()
                .filter(row -> chosen.equals(Optional.of(row.person().staff().userId())))
                .toList();
        same.forEach(list.getSelectionModel()::select);
    }

    private static final class PersonCell extends ListCell<PeopleModel.Row> {
        private final Label name = Texts.label("semi");
        private final Label role = Texts.firm("small");
        private final Label state = Texts.label("small", "soft");
        private final HBox row = new HBox(16, name, role, Texts.spacer(), state);

        private PersonCell() {
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(PeopleModel.@Nullable Row item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : row);
            if (item != null) {
                name.setText(item.name());
                role.setText(item.role());
                state.setText(item.state());
                setAccessibleText(String.join(", ", item.name(), item.role(), item.state()));
            }
        }
    }
}
