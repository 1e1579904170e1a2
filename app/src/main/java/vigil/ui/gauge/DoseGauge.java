package vigil.ui.gauge;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import vigil.ui.gauge.DoseGaugeModel.State;
import vigil.ui.gauge.DoseGaugeModel.Zones;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.parts.Typefaces;

/** Dose rate now, 0 to 0.6 mg/kg/h with the zones of the protocol (look page, section 4). */
public final class DoseGauge extends GaugeFace {
    private static final double SCALE = 0.6;
    /** The dome falls to both sides; from here on a small word under it stands clear of the numeral. */
    private static final double CLEAR_OF_NUMERAL = 0.21;

    private final Phrases phrases;
    private final boolean hasRoomForReference;
    private final OnScreen<DoseGaugeModel> shown = new OnScreen<>();
    private final OnScreen<Marks> drawn = new OnScreen<>();
    private Zones zones = Zones.STANDARD;
    private State state = State.NO_VALUE;
    private OptionalDouble value = OptionalDouble.empty();
    private OptionalDouble ordered = OptionalDouble.empty();
    private Optional<ReferenceModel> reference = Optional.empty();

    /** What the drawing shows, as far as a screen can show it: places on a scale that is {@code whole} half pixels long. */
    private record Marks(Zones zones, State state, long whole, long value, long ordered) {}

    public DoseGauge(Density density, Palette palette, Phrases phrases) {
        super(density, palette, phrases.text("gauge.dose.title"));
        this.phrases = phrases;
        // On a small screen the stripe would lie across the numeral; there the trend alone shows the regimen.
        hasRoomForReference = !density.isCompact();
        Label words = Texts.firm("unit");
        words.setText("mg/kg/h");
        unit.getChildren().add(words);
        setId("dose-gauge");
    }

    /** Numeral, age, marks and state change together, in one pulse. */
    public void show(DoseGaugeModel model) {
        if (shown.changesTo(model)) {
            change(model);
        }
    }

    /** A published regimen as a stripe under the bands, or none. */
    public void show(Optional<ReferenceModel> band) {
        if (!band.equals(reference)) {
            reference = band;
            redraw();
        }
    }

    private void change(DoseGaugeModel model) {
        zones = model.zones();
        tag(model.state() == State.ABOVE_MAXIMUM);
        state = model.state();
        value = model.value();
        ordered = model.ordered();
        numeral.setText(model.numeral());
        corner.setText(model.corner());
        mark("above", state == State.ABOVE_MAXIMUM);
        mark("to-verify", model.toVerify());
        mark("stale", state == State.NO_VALUE);
        showFoot(model.foot(), 0);
        setAccessibleText(model.spoken());
        requestLayout();
        if (drawn.changesTo(new Marks(zones, state, halfPixels(SCALE), place(value), place(ordered)))) {
            redraw();
        }
    }

    private long place(OptionalDouble position) {
        return position.isPresent() ? halfPixels(position.getAsDouble()) : -1;
    }

    private void tag(boolean above) {
        if (above != (state == State.ABOVE_MAXIMUM)) {
            corner.getStyleClass().setAll(above ? "above-tag" : "corner", above ? "label" : "soft", "label");
        }
    }

    @Override
    protected double scaleEnd() {
        return SCALE;
    }

    @Override
    protected void drawDome(Dome dome, GaugeSize size, Palette colours) {
        drawZones(dome, size, colours);
        drawValue(dome, size, colours);
        drawTicks(dome, size, colours);
        reference.filter(_ -> hasRoomForReference).ifPresent(band -> drawReference(band, dome, size, colours));
        drawLettering(dome, size, colours);
        ordered.ifPresent(rate -> dome.triangle(rate, size.depth() + 4, 18 * size.factor(), colours.text()));
        value.ifPresent(v -> dome.tick(v, -6 * size.factor(), size.depth() + 5, 6, colours.text()));
    }

    private void drawZones(Dome dome, GaugeSize size, Palette colours) {
        double band = size.outerBand();
        dome.band(0, zones.inductionFrom(), 0, band, colours.zone1());
        dome.band(zones.inductionFrom(), zones.inductionTo(), 0, band, colours.zone2());
        dome.band(zones.inductionTo(), zones.maximum(), 0, band, colours.zone1());
        dome.dots(Math.min(zones.psychomimetic(), zones.maximum()), zones.maximum(), 0, band, colours.control());
        if (state == State.ABOVE_MAXIMUM) {
            dome.band(zones.maximum(), SCALE, 0, band, colours.high());
        } else {
            dome.hatch(zones.maximum(), SCALE, 0, band, colours.control());
        }
    }

    private void drawValue(Dome dome, GaugeSize size, Palette colours) {
        double depth = size.outerBand() + size.bandGap();
        dome.band(0, SCALE, depth, size.innerBand(), colours.zone1());
        if (value.isEmpty()) {
            dome.hatch(0, SCALE, depth, size.innerBand(), colours.control());
            return;
        }
        dome.band(0, Math.min(value.getAsDouble(), SCALE), depth, size.innerBand(), colours.accent());
        if (state == State.ABOVE_MAXIMUM) {
            dome.band(zones.maximum(), Math.min(value.getAsDouble(), SCALE), depth, size.innerBand(), colours.high());
        }
    }

    private void drawReference(ReferenceModel band, Dome dome, GaugeSize size, Palette colours) {
        double from = Math.min(band.lowest(), SCALE);
        double to = Math.min(band.highest(), SCALE);
        double depth = size.depth() + 5;
        dome.band(from, to, depth, 5 * size.factor(), colours.text2());
        dome.tick(from, size.depth(), depth + 10 * size.factor(), 2, colours.text2());
        if (band.highest() <= SCALE) {
            dome.tick(to, size.depth(), depth + 10 * size.factor(), 2, colours.text2());
        }
        Font plain = Typefaces.font(Typefaces.REGULAR, size.lettering() * 0.85);
        dome.label(labelAt(from, to), -(depth + 15 * size.factor()), band.id(), plain, colours.text2());
    }

    /** Under the middle of the stripe, or beside its end where the mark of the ordered rate stands. */
    private double labelAt(double from, double to) {
        double middle = (from + to) / 2;
        boolean free = ordered.isEmpty() || Math.abs(ordered.getAsDouble() - middle) > 0.08;
        return free ? Math.max(middle, CLEAR_OF_NUMERAL) : Math.max(to + 0.06, CLEAR_OF_NUMERAL);
    }

    private void drawTicks(Dome dome, GaugeSize size, Palette colours) {
        for (double at : zones.ticks()) {
            dome.tick(at, 0, size.depth(), 1.5, colours.control());
        }
        dome.tick(zones.maximum(), -3, size.depth() + 3, 3, colours.text());
    }

    private void drawLettering(Dome dome, GaugeSize size, Palette colours) {
        Font plain = Typefaces.font(Typefaces.REGULAR, size.lettering());
        double away = size.lettering() * 1.05;
        dome.label(0, away, "0", plain, colours.text2());
        dome.label(zones.inductionFrom(), away * 1.05, number(zones.inductionFrom()), plain, colours.text2());
        dome.label(zones.inductionTo(), away, number(zones.inductionTo()), plain, colours.text2());
        if (zones.psychomimetic() < zones.maximum()) {
            dome.label(zones.psychomimetic(), away, number(zones.psychomimetic()), plain, colours.text());
        }
        Font strong = Typefaces.font(Typefaces.SEMIBOLD, size.lettering());
        dome.label(
                zones.maximum(),
                away * 1.35,
                phrases.text("gauge.max-mark", number(zones.maximum())),
                strong,
                colours.text());
    }

    private String number(double limit) {
        return phrases.words().exact(BigDecimal.valueOf(limit));
    }
}
