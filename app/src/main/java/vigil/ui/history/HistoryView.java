package vigil.ui.history;

import java.util.List;
import java.util.function.Consumer;
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
import vigil.session.Standing;
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
    private final Correction correction;
    private final ToggleButton entries = new ToggleButton();
    private final EntriesPane correcting;
    private Standing standing = Standing.NONE;
    private final VBox left;
    private final OnScreen<List<SessionLine>> shown = new OnScreen<>();
    private Phrases phrases;
    private boolean namesHidden;
    private boolean filling;

    /** What the view reads and what it can put right. */
    public record Desks(History history, Correction correction) {}

    public HistoryView(Density density, Phrases phrases, Desks desks) {
        super(density.gap());
        this.history = desks.history();
        this.correction = desks.correction();
        this.phrases = phrases;
        card = new SessionCard(density, phrases, history);
        checking = new JobLine<>(history.check(), phrases, "checking", this::words);
        changes = new SettingChangesList(phrases);
        correcting = new EntriesPane(density, phrases, correction);
        getStyleClass().add("history");
        setId("history");
        setMinSize(0, 0);
        buildList(density);
        left = new VBox(density.gap(), sessions, foot());
        VBox.setVgrow(sessions, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinSize(0, 0);
        HBox.setHgrow(changes, Priority.ALWAYS);
        HBox.setHgrow(correcting, Priority.ALWAYS);
        HBox both = new HBox(density.gap(), left, card, changes, correcting);
        VBox.setVgrow(both, Priority.ALWAYS);
        both.setMinHeight(0);
        getChildren().addAll(head(density), both);
    }

    private HBox head(Density density) {
        search.setId("history-search");
        search.getStyleClass().add("note-field");
        search.setPromptText(phrases.text("history.search"));
        search.setAccessibleText(phrases.text("history.search"));
        search.setMinSize(density.isCompact() ? 250 : 360, 48);
        search.setText(history.searched());
        search.textProperty().subscribe(text -> history.search(text == null ? "" : text));
        state.setId("history-state");
        toggle(settings, "history-settings", "setting-changes", wanted -> {
            correction.show(false);
            history.showSettings(wanted);
        });
        toggle(entries, "history-entries", "entries", wanted -> {
            history.showSettings(false);
            correction.show(wanted);
            enter();
        });
        HBox head = new HBox(12, search, state, Texts.spacer(), entries, settings);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void toggle(ToggleButton toggle, String id, String words, Consumer<Boolean> action) {
        toggle.setText(phrases.text(words));
        toggle.setAccessibleText(toggle.getText());
        toggle.setId(id);
        toggle.getStyleClass().setAll("button", "action-button", "log-toggle");
        toggle.setMinSize(Region.USE_PREF_SIZE, 48);
        toggle.setOnAction(_ -> action.accept(toggle.isSelected()));
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
        if (correction.isShown()) {
            correcting.enter();
        } else {
            (history.settingsShown() ? changes : sessions).requestFocus();
        }
    }

    /** {@code hidden}: name and MRN must not be read from the corridor. */
    public void show(Snapshot snapshot, Phrases words, boolean hidden) {
        boolean anew = !words.equals(phrases) || hidden != namesHidden;
        phrases = words;
        namesHidden = hidden;
        standing = snapshot.care().standing();
        if (anew) {
            refresh();
            sessions.refresh();
        } else {
            correcting.show(standing, words, hidden);
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
        correcting.show(standing, phrases, namesHidden);
        boolean ofSettings = history.settingsShown();
        boolean ofEntries = correction.isShown();
        boolean ofSessions = !ofSettings && !ofEntries;
        settings.setSelected(ofSettings);
        entries.setSelected(ofEntries);
        Texts.present(changes, ofSettings);
        Texts.present(correcting, ofEntries);
        List.of(left, card, search).forEach(node -> Texts.present(node, ofSessions));
    }

    private String words() {
        if (correction.isShown()) {
            return phrases.text("entries.of-session");
        }
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
