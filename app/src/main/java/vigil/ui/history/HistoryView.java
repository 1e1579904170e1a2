package vigil.ui.history;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** History: the sessions of this console, the chosen one, and the check of the record. Belongs to the JavaFX thread. */
public final class HistoryView extends VBox {
    private static final double ROW = 56;

    private final History history;
    private final SessionCard card;
    private final ListView<SessionLine> sessions = new ListView<>();
    private final TextField search = new TextField();
    private final Label state = Texts.label("small", "soft");
    private final Button check = new Button();
    private final JobLine<Verified> checking;
    private final ToggleButton settings = new ToggleButton();
    private final SettingChangesList changes;
    private final VBox left;
    private final OnScreen<List<SessionLine>> shown = new OnScreen<>();
    private Phrases phrases;
    private boolean namesHidden;
    private boolean filling;

    public HistoryView(Density density, Phrases phrases, History history) {
        super(density.gap());
        this.history = history;
        this.phrases = phrases;
        card = new SessionCard(density, phrases, history);
        checking = new JobLine<>(history.check(), phrases, "checking", this::words);
        changes = new SettingChangesList(phrases);
        getStyleClass().add("history");
        setId("history");
        setMinSize(0, 0);
        buildList(density);
        left = new VBox(density.gap(), sessions, foot());
        VBox.setVgrow(sessions, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinSize(0, 0);
        HBox.setHgrow(changes, Priority.ALWAYS);
        HBox both = new HBox(density.gap(), left, card, changes);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        getChildren().addAll(head(), both);
    }

    private HBox head() {
        search.setId("history-search");
        search.getStyleClass().add("note-field");
        search.setPromptText(phrases.text("history.search"));
        search.setAccessibleText(phrases.text("history.search"));
        search.setMinSize(360, 48);
        search.setText(history.searched());
        search.textProperty().subscribe(text -> history.search(text == null ? "" : text));
        state.setId("history-state");
        settings.setText(phrases.text("setting-changes"));
        settings.setAccessibleText(settings.getText());
        settings.setId("history-settings");
        settings.getStyleClass().setAll("button", "action-button", "log-toggle");
        settings.setMinSize(Region.USE_PREF_SIZE, 48);
        settings.setOnAction(_ -> history.showSettings(settings.isSelected()));
        HBox head = new HBox(12, search, state, Texts.spacer(), settings);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void buildList(Density density) {
        sessions.setId("history-sessions");
        sessions.getStyleClass().add("log-list");
        sessions.setAccessibleRole(AccessibleRole.LIST_VIEW);
        sessions.setAccessibleText(phrases.text("history.sessions"));
        sessions.setFixedCellSize(ROW);
        sessions.setCellFactory(_ -> new SessionCell(density, () -> phrases, () -> namesHidden));
        sessions.setPlaceholder(new Label());
        sessions.setMinSize(0, 0);
        sessions.getSelectionModel().selectedItemProperty().subscribe(session -> {
            if (session != null && !filling) {
                history.choose(session);
            }
        });
    }

    private HBox foot() {
        check.setText(phrases.text("history.check"));
        check.setAccessibleText(check.getText());
        check.setId("history-check");
        check.getStyleClass().setAll("button", "action-button");
        check.setMinSize(180, 48);
        check.setOnAction(_ -> history.checkNow());
        HBox.setHgrow(checking, Priority.ALWAYS);
        checking.setAlignment(Pos.CENTER_LEFT);
        checking.setMinWidth(0);
        HBox foot = new HBox(12, check, checking);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String words(Verified found) {
        String at = phrases.clock(found.at());
        return found.problem()
                .map(problem -> phrases.text("history.unsound", at, problem))
                .orElseGet(
                        () -> phrases.text("history.sound", Long.toString(found.entries()), at, brief(found.head())));
    }

    /** As much of a hash as can be compared by eye with a print. */
    private static String brief(String hash) {
        return hash.length() < 16 ? hash : hash.substring(0, 8) + " " + hash.substring(8, 16);
    }

    /** Puts the focus where the keyboard begins, and asks for the list anew. */
    public void enter() {
        history.ask();
        (history.settingsShown() ? changes : sessions).requestFocus();
    }

    /** {@code hidden}: name and MRN must not be read from the corridor. */
    public void show(Snapshot snapshot, Phrases words, boolean hidden) {
        boolean anew = !words.equals(phrases) || hidden != namesHidden;
        phrases = words;
        namesHidden = hidden;
        if (anew) {
            refresh();
            sessions.refresh();
        }
    }

    /** Shows what has changed in the history. */
    public void refresh() {
        state.setText(words());
        List<SessionLine> found = history.found();
        if (shown.changesTo(found)) {
            fill(found);
        }
        Texts.present(check, !history.check().isRunning());
        checking.show(phrases);
        card.show(phrases, namesHidden);
        changes.show(history.settingChanges(), phrases);
        boolean ofSettings = history.settingsShown();
        settings.setSelected(ofSettings);
        Texts.present(changes, ofSettings);
        Texts.present(left, !ofSettings);
        Texts.present(card, !ofSettings);
        Texts.present(search, !ofSettings);
    }

    private String words() {
        if (history.settingsShown() && history.state() instanceof History.State.Known) {
            return history.settingChanges()
                    .map(all -> phrases.text("setting-changes.count", Integer.toString(all.size())))
                    .orElseGet(() -> phrases.text("alarmlog.asking"));
        }
        return switch (history.state()) {
            case History.State.Asking _ -> phrases.text("alarmlog.asking");
            case History.State.Refused(var reason) -> phrases.text("archive.refused", reason);
            case History.State.Known(var all, long behind) ->
                behind > 0
                        ? phrases.text("archive.behind", Long.toString(behind))
                        : phrases.text(
                                "history.count",
                                Integer.toString(history.found().size()),
                                Integer.toString(all.size()));
        };
    }

    private void fill(List<SessionLine> found) {
        filling = true;
        sessions.getItems().setAll(found);
        history.chosen()
                .ifPresent(chosen -> found.stream()
                        .filter(session -> session.id().equals(chosen.id()))
                        .findFirst()
                        .ifPresent(session -> sessions.getSelectionModel().select(session)));
        filling = false;
    }
}
