package vigil.ui.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.wire.WireView;

/**
 * The settings: the line to the pump, and what the site has chosen, to be read. It is changed in the site's file, by
 * somebody who may. Belongs to the JavaFX thread.
 */
public final class SettingsView extends VBox {
    private static final int COLUMNS = 2;

    private final WireView line;
    private final HBox site = new HBox(16);
    private final Label note = Texts.label("small", "soft");
    private final VBox sitePage;
    private final OnScreen<SiteRows> shown = new OnScreen<>();
    private final ToggleButton lineTab = new ToggleButton();
    private final ToggleButton siteTab = new ToggleButton();

    public SettingsView(Density density, Phrases phrases, WireView line) {
        this.line = line;
        getStyleClass().add("settings");
        setId("settings");
        setMinSize(0, 0);
        ToggleGroup tabs = new ToggleGroup();
        tab(lineTab, "settings-line", phrases.text("settings.line"), tabs);
        tab(siteTab, "settings-site", phrases.text("settings.site"), tabs);
        HBox bar = new HBox(density.gap(), lineTab, siteTab);
        bar.getStyleClass().add("settings-tabs");
        note.setText(phrases.text("settings.note"));
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(site, Priority.ALWAYS);
        site.setMinHeight(0);
        sitePage = new VBox(density.isCompact() ? 4 : 8, note, site);
        sitePage.getStyleClass().add("site-page");
        sitePage.setId("site-page");
        sitePage.setMinHeight(0);
        VBox.setVgrow(line, Priority.ALWAYS);
        VBox.setVgrow(sitePage, Priority.ALWAYS);
        getChildren().addAll(bar, line, sitePage);
        tabs.selectedToggleProperty().subscribe((_, _) -> turn());
        lineTab.setSelected(true);
        turn();
    }

    private static void tab(ToggleButton tab, String id, String words, ToggleGroup tabs) {
        tab.getStyleClass().setAll("button", "action-button", "settings-tab");
        tab.setId(id);
        tab.setText(words);
        tab.setAccessibleText(words);
        tab.setMinSize(200, 48);
        tab.setMaxHeight(48);
        tab.setToggleGroup(tabs);
        // One of them is always chosen.
        tab.setOnAction(press -> tab.setSelected(true));
    }

    private void turn() {
        Texts.present(line, !siteTab.isSelected());
        Texts.present(sitePage, siteTab.isSelected());
    }

    /** Puts the focus where the keyboard begins. */
    public void enter() {
        if (siteTab.isSelected()) {
            siteTab.requestFocus();
        } else {
            line.enter();
        }
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        line.show(snapshot, phrases);
        SiteRows rows = SiteRows.of(snapshot.course().preparation().settings(), phrases);
        if (shown.changesTo(rows)) {
            show(rows.rows(), phrases);
        }
    }

    private void show(List<SiteRows.Row> rows, Phrases phrases) {
        int each = (rows.size() + COLUMNS - 1) / COLUMNS;
        site.getChildren().clear();
        for (int from = 0; from < rows.size(); from += each) {
            VBox column = new VBox();
            column.getStyleClass().addAll("card", "site-column");
            column.setMinSize(0, 0);
            column.setPrefWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
            rows.subList(from, Math.min(rows.size(), from + each))
                    .forEach(row -> column.getChildren().add(row(row, phrases)));
            site.getChildren().add(column);
        }
    }

    private static Node row(SiteRows.Row row, Phrases phrases) {
        Label name = Texts.label("small");
        name.setText(row.name());
        Label source = Texts.firm("caption");
        source.setText(row.otherwise()
                .map(standard -> phrases.text("settings.chosen", standard))
                .orElseGet(() -> phrases.text("settings.default")));
        Label value = Texts.firm("semi");
        value.setText(row.value());
        value.setMinWidth(52);
        value.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(10, name, Texts.spacer(), source, value);
        line.getStyleClass().add("site-row");
        if (row.isChosen()) {
            line.getStyleClass().add("chosen");
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(0);
        VBox.setVgrow(line, Priority.ALWAYS);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(row.name() + " " + row.value() + ", " + source.getText());
        return line;
    }
}
