package vigil.ui.history;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.session.Standing;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The entries of the open session that can be marked as entered in error, and the mark: choose one, give the reason, press. By
 * keyboard: arrows choose, Enter goes to the reason, Enter there marks. Belongs to the JavaFX thread.
 */
final class EntriesPane extends VBox {
    private final Correction correction;
    private final ListView<EntryLine> entries = new ListView<>();
    private final TextField reason = new TextField();
    private final Label said = Texts.label("semi");
    private final Button mark = new Button();
    private final HBox foot;
    private final OnScreen<List<EntryLine>> shown = new OnScreen<>();
    private Phrases phrases;
    private boolean wordsHidden;
    private boolean filling;

    EntriesPane(Density density, Phrases phrases, Correction correction) {
        super(density.gap());
        this.phrases = phrases;
        this.correction = correction;
        setId("entries");
        setMinSize(0, 0);
        buildList();
        foot = foot();
        VBox.setVgrow(entries, Priority.ALWAYS);
        said.setId("entries-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(entries, said, foot);
    }

    private void buildList() {
        entries.setId("entries-list");
        entries.getStyleClass().add("log-list");
        entries.setAccessibleRole(AccessibleRole.LIST_VIEW);
        entries.setAccessibleText(phrases.text("entries"));
        entries.setCellFactory(_ -> new EntryCell(() -> phrases, () -> wordsHidden));
        entries.setPlaceholder(new Label());
        entries.setMinSize(0, 0);
        entries.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && !filling) {
                correction.choose(line.key());
            }
        });
        entries.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && foot.isVisible()) {
                reason.requestFocus();
                event.consume();
            }
        });
    }

    private HBox foot() {
        reason.setId("entries-reason");
        reason.getStyleClass().add("note-field");
        reason.setPromptText(phrases.text("entries.reason"));
        reason.setAccessibleText(phrases.text("entries.reason"));
        reason.setMinSize(0, 48);
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.textProperty().subscribe(text -> correction.because(text == null ? "" : text));
        reason.setOnAction(_ -> correction.mark());
        mark.setId("entries-mark");
        mark.setText(phrases.text("entries.do"));
        mark.setAccessibleText(mark.getText());
        mark.getStyleClass().setAll("button", "action-button");
        mark.setMinSize(USE_PREF_SIZE, 48);
        mark.setOnAction(_ -> correction.mark());
        HBox row = new HBox(12, reason, mark);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void enter() {
        if (entries.getSelectionModel().isEmpty()) {
            entries.getSelectionModel().selectFirst();
        }
        entries.requestFocus();
    }

    /** {@code hidden}: what a person wrote must not be read from the corridor. */
    void show(Standing standing, Phrases words, boolean hidden) {
        boolean anew = !words.equals(phrases) || hidden != wordsHidden;
        phrases = words;
        wordsHidden = hidden;
        List<EntryLine> lines = EntryLine.of(standing);
        if (shown.changesTo(lines)) {
            fill(lines);
        } else if (anew) {
            entries.refresh();
        }
        Optional<EntryLine> chosen = chosen(lines);
        presentFoot(chosen.filter(line -> line.mark().isEmpty()).isPresent());
        if (!correction.reason().equals(reason.getText())) {
            reason.setText(correction.reason());
        }
        said.setText(words(lines, chosen));
    }

    /** The keyboard goes back to the list when there is nothing more to press. */
    private void presentFoot(boolean present) {
        boolean leaves = !present && (reason.isFocused() || mark.isFocused());
        Texts.present(foot, present);
        if (leaves) {
            entries.requestFocus();
        }
    }

    private Optional<EntryLine> chosen(List<EntryLine> lines) {
        return lines.stream()
                .filter(line -> correction.chosen().equals(Optional.of(line.key())))
                .findFirst();
    }

    private void fill(List<EntryLine> lines) {
        filling = true;
        entries.getItems().setAll(lines);
        chosen(lines).ifPresent(line -> entries.getSelectionModel().select(line));
        filling = false;
    }

    private String words(List<EntryLine> lines, Optional<EntryLine> chosen) {
        return switch (correction.state()) {
            case Correction.State.Refused(var why) -> phrases.text("entries.refused", why);
            case Correction.State.Saving _ -> phrases.text("entries.saving");
            case Correction.State.Saved _ -> phrases.text("entries.saved");
            case Correction.State.Open _ when lines.isEmpty() -> phrases.text("entries.none");
            case Correction.State.Open _ ->
                phrases.text(
                        chosen.isEmpty()
                                ? "entries.choose"
                                : chosen.get().mark().isPresent() ? "entries.is-marked" : "entries.consequence");
        };
    }
}
