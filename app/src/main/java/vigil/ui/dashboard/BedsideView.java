package vigil.ui.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.pump.PumpIdentity;
import vigil.regimen.Regimens;
import vigil.session.Event;
import vigil.ui.ConsoleActions;
import vigil.ui.flow.Act;
import vigil.ui.flow.CareEntry;
import vigil.ui.gauge.CumulativeGauge;
import vigil.ui.gauge.CumulativeGaugeModel;
import vigil.ui.gauge.DoseGauge;
import vigil.ui.gauge.DoseGaugeModel;
import vigil.ui.gauge.GaugeTile;
import vigil.ui.gauge.ReferenceModel;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The bedside view, the home of the console. Belongs to the JavaFX thread. */
public final class BedsideView extends HBox {
    private static final int MOST_ROWS = 4;

    private final Regimens regimens = Regimens.shipped();
    private final Density density;
    private final DoseGauge dose;
    private final CumulativeGauge given;
    private final ValueStrip values = new ValueStrip();
    private final TrendStrip trend;
    private final OtherPumpCard otherPump;
    private final PromptCard prompt;
    private final AfterCard after = new AfterCard();
    private final DueCard due = new DueCard();
    private final NextRows next;
    private final LastObservationCard lastObservation = new LastObservationCard();
    private final Label noPrompt = Texts.label("small", "soft");
    private final VBox quiet = new VBox(noPrompt);
    private final GaugeRow gauges;
    private final VBox side;
    private Optional<Snapshot> shown = Optional.empty();

    public BedsideView(Density density, Palette palette, Phrases phrases, ConsoleActions actions, CareEntry care) {
        this.density = density;
        dose = new DoseGauge(density, palette, phrases);
        given = new CumulativeGauge(density, palette, phrases);
        trend = new TrendStrip(density, palette, phrases, regimens, actions);
        otherPump = new OtherPumpCard(density, (pump, answer) -> actions.enter(bound(pump), answer));
        prompt = new PromptCard(density, new AtPrompt(care));
        next = new NextRows(density);
        gauges = new GaugeRow(new GaugeTile(dose), new GaugeTile(given), density);
        noPrompt.setText(phrases.text("prompt.none"));
        quiet.getStyleClass().addAll("card", "quiet-card");
        getStyleClass().add("bedside");
        setSpacing(density.isCompact() ? 12 : 16);
        side = side();
        getChildren().addAll(main(), side);
        setMinSize(0, 0);
    }

    /** It takes the room that is left, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    private static ConsoleActions.Entry bound(PumpIdentity pump) {
        return (at, by) ->
                new Event.PumpBound(at, pump.model(), pump.serialNumber().orElse(""), by);
    }

    /** What is done at a prompt is done at the moment of the snapshot that shows it. */
    private final class AtPrompt implements PromptCard.Acting {
        private final CareEntry care;

        private AtPrompt(CareEntry care) {
            this.care = care;
        }

        @Override
        public void choose(Act act, String conditionKey) {
            shown.ifPresent(
                    snapshot -> care.choose(act, conditionKey, snapshot.now().utc(), snapshot.zone()));
        }

        @Override
        public String refused(String conditionKey, Phrases phrases) {
            return care.refused(conditionKey)
                    .map(reason -> phrases.text("flow.refused", reason))
                    .orElse("");
        }
    }

    private VBox main() {
        double stripHeight = density.isCompact() ? 50 : 64;
        values.setMinHeight(stripHeight);
        values.setMaxHeight(stripHeight);
        VBox.setVgrow(trend, Priority.ALWAYS);
        trend.setMinHeight(0);
        VBox main = new VBox(density.gap(), gauges, values, trend);
        HBox.setHgrow(main, Priority.ALWAYS);
        main.setMinWidth(0);
        return main;
    }

    /** The cards beside: as wide as fixed and as high as there is room, whatever they say. */
    private static final class Side extends VBox {
        private Side(double spacing, Node... cards) {
            super(spacing, cards);
        }

        @Override
        public void requestLayout() {
            setNeedsLayout(true);
        }
    }

    private VBox side() {
        VBox side = new Side(density.gap(), otherPump, prompt, after, due, next, lastObservation, quiet);
        double width = density.isCompact() ? 236 : 308;
        side.setMinWidth(width);
        side.setMaxWidth(width);
        side.setMinHeight(0);
        return side;
    }

    /** Before the first state of the session: gauges without a value, and no card beside them. */
    public void showWaiting(Phrases phrases) {
        dose.show(DoseGaugeModel.waiting(phrases));
        given.show(CumulativeGaugeModel.waiting(phrases));
        // Empty cards would look like cards that say nothing is open.
        side.setVisible(false);
    }

    public void show(Snapshot snapshot, Phrases phrases) {
        BedsideModel model = BedsideModel.of(snapshot, phrases);
        side.setVisible(true);
        dose.show(model.dose());
        given.show(model.given());
        values.show(model.values());
        Optional<ReferenceModel> reference = ReferenceModel.of(snapshot, regimens, phrases);
        dose.show(reference);
        trend.show(snapshot, reference, phrases);
        otherPump.show(snapshot.link().other(), snapshot.link().bound(), phrases);
        this.shown = Optional.of(snapshot);
        prompt.show(model.prompt(), phrases);
        after.show(model.after());
        due.show(model.due());
        lastObservation.show(model.lastObservation());
        makeRoom(model);
    }

    /** A prompt or the four-hour clock takes room from what is less urgent. */
    private void makeRoom(BedsideModel model) {
        long cards = Stream.of(model.prompt().isPresent(), model.after().isPresent(), otherPump.isVisible())
                .filter(present -> present)
                .count();
        boolean busy = cards > 0;
        boolean crowded = cards > 1 || (busy && density.isCompact());
        Texts.present(due, cards < 3 && !(crowded && density.isCompact() && otherPump.isVisible()));
        List<DueModel.Row> rows = model.due().next();
        int room = busy ? 1 : MOST_ROWS;
        next.show(rows.subList(0, crowded ? 0 : Math.min(rows.size(), room)));
        boolean acts = model.prompt().map(prompt -> !prompt.acts().isEmpty()).orElse(false);
        Texts.present(lastObservation, !crowded && !acts);
        Texts.present(quiet, model.prompt().isEmpty() && !crowded);
    }

    public void select(TrendRange range) {
        trend.select(range);
    }

    /** Colours what is drawn on canvases anew. */
    public void use(Palette palette) {
        dose.recolour(palette);
        given.recolour(palette);
        trend.use(palette);
    }
}
