package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import vigil.dose.DoseRate;
import vigil.engine.Snapshot;
import vigil.regimen.Regimens;
import vigil.ui.gauge.ReferenceModel;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The trend strip: dose rate, drug given, events, pain and sedation over 4 h, 24 h or the course. Drawn anew once a
 * minute and when something in it has changed that can be seen: the value of now stands in the gauge. Belongs to the JavaFX thread.
 */
public final class TrendStrip extends VBox {
    /** In the shortest course that is shown, an hour over some 800 pixels. */
    private static final Duration A_PIXEL = Duration.ofSeconds(5);

    private final boolean compact;
    private final HBox legends = new HBox();
    private final Label instead = Texts.label("small", "standing");
    private final TrendPlot plot;
    private final PlasmaPanel plasma;
    private final ReferenceMenu menu;
    private final Label note = Texts.label("small", "reference-note");
    private final ToggleGroup tabs = new ToggleGroup();
    private final Map<TrendRange, ToggleButton> tabOf = new EnumMap<>(TrendRange.class);
    private TrendRange range = TrendRange.COURSE;
    private Optional<Shown> last = Optional.empty();

    private Optional<Drawn> drawn = Optional.empty();

    /** The latest snapshot with the words and zone it is shown in. */
    private record Shown(Snapshot snapshot, Optional<ReferenceModel> reference, Phrases phrases) {}

    /** What the picture on the canvas depends on. */
    private record Drawn(Instant at, Outline outline, Values values) {
        static Drawn of(Snapshot snapshot, Optional<ReferenceModel> reference, TrendRange range) {
            return new Drawn(snapshot.now().utc(), Outline.of(snapshot, reference, range), Values.of(snapshot));
        }

        /** Values follow each other faster than they have a pixel of their own: then they wait, and nothing else does. */
        boolean isDueAfter(Drawn last) {
            boolean changed = !values.equals(last.values);
            return !outline.equals(last.outline)
                    || (changed && Duration.between(last.at, at).abs().compareTo(A_PIXEL) >= 0);
        }
    }

    /** What is drawn at once. */
    private record Outline(
            TrendRange range,
            Instant minute,
            int scores,
            boolean known,
            boolean delivers,
            Optional<ReferenceModel> reference) {
        static Outline of(Snapshot snapshot, Optional<ReferenceModel> reference, TrendRange range) {
            return new Outline(
                    range,
                    snapshot.now().utc().truncatedTo(ChronoUnit.MINUTES),
                    snapshot.trend().scores().size(),
                    !snapshot.dose().stale() && snapshot.dose().rate().isPresent(),
                    snapshot.dose().deliveryStatus().delivers(),
                    reference);
        }
    }

    private record Values(int points, int marks, Optional<DoseRate> rate) {
        static Values of(Snapshot snapshot) {
            return new Values(
                    snapshot.trend().points().size(),
                    snapshot.trend().marks().size(),
                    snapshot.dose().rate());
        }
    }

    public TrendStrip(Density density, Palette palette, Phrases phrases, Regimens regimens, BesideActions actions) {
        compact = density.isCompact();
        plot = new TrendPlot(density, palette, phrases);
        plasma = new PlasmaPanel(palette, phrases, actions);
        menu = new ReferenceMenu(regimens, phrases, actions::showReference);
        getStyleClass().addAll("trend", "card");
        setId("trend");
        setMinWidth(0);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.setMinHeight(0);
        VBox.setVgrow(plasma, Priority.ALWAYS);
        Texts.present(plasma, false);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        Texts.show(note, "");
        getChildren().addAll(head(density, phrases, actions.offersPlasma()), note, plot, plasma);
        select(range);
    }

    private HBox head(Density density, Phrases phrases, boolean offersPlasma) {
        HBox head = new HBox();
        head.getStyleClass().add("trend-head");
        head.setAlignment(Pos.CENTER_LEFT);
        boolean brief = density.isCompact();
        legends.setAlignment(Pos.CENTER_LEFT);
        legends.setMinWidth(0);
        legends.getChildren()
                .addAll(
                        legend(density, "accent", phrases.text(brief ? "trend.dose-brief" : "trend.dose")),
                        legend(density, "given", phrases.text(brief ? "trend.given-brief" : "trend.given")),
                        legend(density, "gap", phrases.text(brief || offersPlasma ? "trend.gap-brief" : "trend.gap")));
        instead.setWrapText(true);
        instead.setMaxWidth(Double.MAX_VALUE);
        instead.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(instead, Priority.SOMETIMES);
        HBox.setMargin(instead, new javafx.geometry.Insets(0, 10, 0, 0));
        head.getChildren().addAll(legends, instead, Texts.spacer());
        SegmentedButton ranges = new SegmentedButton();
        ranges.setToggleGroup(tabs);
        for (TrendRange tab : TrendRange.values()) {
            ranges.getButtons().add(tab(tab, phrases));
        }
        Arrows.choose(List.copyOf(tabOf.values()));
        // Its skin names the ends of the row by style class; ours are all alike.
        tabOf.values().forEach(tab -> tab.getStyleClass().setAll("trend-tab"));
        head.getChildren().add(menu);
        if (offersPlasma) {
            head.getChildren().add(plasmaTab(phrases));
        }
        head.getChildren().add(ranges);
        double height = density.isCompact() ? 40 : 36;
        head.setMinHeight(height);
        head.setMaxHeight(USE_PREF_SIZE);
        return head;
    }

    private ToggleButton plasmaTab(Phrases phrases) {
        Label face = Texts.firm("face");
        face.setText(phrases.text("plasma.tab"));
        face.setMinSize(72, 26);
        ToggleButton button = new ToggleButton();
        button.setId("plasma-tab");
        button.setGraphic(face);
        button.setAccessibleText(phrases.text("plasma.spoken"));
        button.getStyleClass().setAll("trend-tab");
        button.setMinSize(80, 48);
        button.setOnAction(_ -> showPlasma(button.isSelected()));
        return button;
    }

    private void showPlasma(boolean on) {
        Texts.present(plasma, on);
        Texts.present(plot, !on);
        drawn = Optional.empty();
        last.ifPresent(shown -> show(shown.snapshot(), shown.reference(), shown.phrases()));
    }

    /**
     * The standing texts: of the estimate in the place of the legends, which say nothing about it; of a reference band
     * under them, or where there is little room in their place too.
     */
    private void say(String reference, Phrases phrases) {
        String standing = plasma.isVisible() ? phrases.text("plasma.standing") : "";
        String above = standing.isEmpty() && compact ? reference : standing;
        Texts.show(instead, above);
        Texts.present(legends, above.isEmpty());
        Texts.show(note, compact || plasma.isVisible() ? "" : reference);
    }

    private Node legend(Density density, String kind, String name) {
        Label word = Texts.label("trend-word");
        word.setText(name);
        word.setStyle("-fx-font-size: 13px;");
        HBox legend = new HBox(density.isCompact() ? 5 : 8, new LegendKey(kind), word);
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        HBox.setMargin(legend, new javafx.geometry.Insets(0, density.isCompact() ? 8 : 22, 0, 0));
        return legend;
    }

    private ToggleButton tab(TrendRange tab, Phrases phrases) {
        Label face = Texts.firm("face");
        String word = phrases.text("trend.range." + tab.name());
        face.setText(word);
        face.setMinSize(66, 26);
        face.setMaxSize(66, 26);
        ToggleButton button = new ToggleButton();
        button.setGraphic(face);
        button.setAccessibleText(phrases.text("trend.range.spoken", word));
        button.getStyleClass().setAll("trend-tab");
        // The row would do this when it is first drawn, which is after the first choice.
        button.setToggleGroup(tabs);
        button.setMinSize(66, 48);
        button.setMaxSize(66, 48);
        button.setOnAction(pressed -> select(tab));
        tabOf.put(tab, button);
        return button;
    }

    /** It takes the room that is left, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    /** Shows another stretch of time at once. */
    public void select(TrendRange chosen) {
        range = chosen;
        tabs.selectToggle(tabOf.get(chosen));
        last.ifPresent(shown -> show(shown.snapshot(), shown.reference(), shown.phrases()));
    }

    public void show(Snapshot snapshot, Optional<ReferenceModel> reference, Phrases phrases) {
        last = Optional.of(new Shown(snapshot, reference, phrases));
        menu.show(snapshot.beside().regimen());
        say(reference.map(ReferenceModel::text).orElse(""), phrases);
        if (plasma.isVisible()) {
            plasma.show(snapshot, range, phrases);
        }
        Drawn wanted = Drawn.of(snapshot, reference, range);
        if (drawn.isEmpty() || wanted.isDueAfter(drawn.get())) {
            drawn = Optional.of(wanted);
            plot.show(TrendModel.of(snapshot, range, phrases), reference, phrases);
        }
    }

    void use(Palette palette) {
        plot.use(palette);
        plasma.use(palette);
    }
}
