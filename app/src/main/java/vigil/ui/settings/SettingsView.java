package vigil.ui.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.settings.SettingsDesk.Page;
import vigil.ui.wire.WireView;

/**
 * The settings: the line to the pump, and which pump is read; what the site has chosen, to be read, as it is changed in the
 * site's file by somebody who may; how the screen looks, the printer, and courses for training, to be chosen here. Belongs to the JavaFX
 * thread.
 */
public final class SettingsView extends VBox {
    private static final int COLUMNS = 2;

    private final WireView line;
    private final HBox site = new HBox(16);
    private final Label note = Texts.label("small", "soft");
    private final VBox sitePage;
    private final OnScreen<SiteRows> shown = new OnScreen<>();
    private final SettingsDesk desk;
    private final ScreenPage screen;
    private final TrainingPage training;
    private final PumpPage pump;
    private final PrinterPage printer;
    private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);

    /** What its pages show. */
    public record Desks(SettingsDesk look, TrainingDesk courses, PumpDesk pumps, PrinterDesk printers) {}

    public SettingsView(Density density, Phrases phrases, WireView line, Desks desks) {
        this.line = line;
        this.desk = desks.look();
        screen = new ScreenPage(density, phrases, desk);
        training = new TrainingPage(density, phrases, desks.courses());
        pump = new PumpPage(density, phrases, desks.pumps());
        printer = new PrinterPage(density, phrases, desks.printers());
        getStyleClass().add("settings");
        setId("settings");
        setMinSize(0, 0);
        HBox bar = new HBox(density.gap());
        bar.getStyleClass().add("settings-tabs");
        ToggleGroup group = new ToggleGroup();
        tab(Page.LINE, "settings-line", phrases.text("settings.line"), group);
        if (desks.pumps().isOffered()) {
            tab(Page.PUMP, "settings-pump", phrases.text("pump-line"), group);
        }
        tab(Page.SITE, "settings-site", phrases.text("settings.site"), group);
        tab(Page.SCREEN, "settings-screen", phrases.text("settings.screen"), group);
        if (desks.printers().isOffered()) {
            tab(Page.PRINTER, "settings-printer", phrases.text("printer"), group);
        }
        if (desks.courses().isOffered()) {
            tab(Page.TRAINING, "settings-training", phrases.text("training"), group);
        }
        bar.getChildren().addAll(tabs.values());
        Arrows.choose(List.copyOf(tabs.values()));
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
        getChildren().addAll(bar, line, pump, sitePage, screen, printer, training);
        desk.whenChanged(screen::show);
        turnTo(desk.page());
    }

    private void tab(Page page, String id, String words, ToggleGroup group) {
        ToggleButton tab = new ToggleButton();
        tab.getStyleClass().setAll("button", "action-button", "settings-tab");
        tab.setId(id);
        tab.setText(words);
        tab.setAccessibleText(words);
        tab.setMinSize(Region.USE_PREF_SIZE, 48);
        tab.setMaxHeight(48);
        tab.setToggleGroup(group);
        tab.setOnAction(press -> turnTo(page));
        tabs.put(page, tab);
    }

    private void turnTo(Page page) {
        desk.turnTo(page);
        tabs.forEach((each, tab) -> tab.setSelected(each == page));
        Texts.present(line, page == Page.LINE);
        Texts.present(pump, page == Page.PUMP);
        if (page == Page.PUMP) {
            pump.opened();
        }
        Texts.present(sitePage, page == Page.SITE);
        Texts.present(screen, page == Page.SCREEN);
        Texts.present(printer, page == Page.PRINTER);
        if (page == Page.PRINTER) {
            printer.opened();
        }
        Texts.present(training, page == Page.TRAINING);
    }

    /** Puts the focus where the keyboard begins. */
    public void enter() {
        switch (desk.page()) {
            case LINE -> line.enter();
            case PUMP -> pump.enter();
            case SITE -> Objects.requireNonNull(tabs.get(Page.SITE)).requestFocus();
            case SCREEN -> screen.enter();
            case PRINTER -> printer.enter();
            case TRAINING -> training.enter();
        }
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        line.show(snapshot, phrases);
        training.show(snapshot, phrases);
        pump.show(snapshot, phrases);
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
