package vigil.ui.gauge;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.parts.Typefaces;

/** Drug given this course in mg, one block a day, with the cross-check by rate × time as a hollow triangle. */
public final class CumulativeGauge extends GaugeFace {
    private static final int DIVISIONS = 5;

    private final OnScreen<CumulativeGaugeModel> shown = new OnScreen<>();
    private final OnScreen<Marks> drawn = new OnScreen<>();
    private final Label atLeast = Texts.firm("unit");
    private final Label mass = Texts.firm("unit");
    private final Label perKg = Texts.firm("unit", "soft");
    private final Label equals = Texts.firm("unit", "soft");
    private List<Double> dayEnds = List.of();
    private Optional<Double> byRate = Optional.empty();
    private double scale = 100;

    /** What the drawing shows, as far as a screen can show it: places on a scale that is {@code whole} half pixels long. */
    private record Marks(double scale, long whole, List<Long> dayEnds, Optional<Long> byRate) {}

    public CumulativeGauge(Density density, Palette palette, Phrases phrases) {
        super(density, palette, phrases.text("gauge.given.title"));
        equals.setText("=");
        unit.getChildren().addAll(atLeast, mass, equals, perKg);
        setId("given-gauge");
    }

    public void show(CumulativeGaugeModel model) {
        if (shown.changesTo(model)) {
            change(model);
        }
    }

    private void change(CumulativeGaugeModel model) {
        dayEnds = model.dayEnds();
        byRate = model.byRate();
        scale = model.scale();
        numeral.setText(model.numeral());
        corner.setText(model.corner());
        Texts.show(atLeast, model.atLeast());
        mass.setText(model.mass());
        Texts.show(perKg, model.perKg());
        Texts.show(equals, model.perKg().isEmpty() ? "" : "=");
        showFoot(model.foot(), byRate.isPresent() ? model.foot().size() - 1 : -1);
        setAccessibleText(model.spoken());
        requestLayout();
        List<Long> days = dayEnds.stream().map(this::halfPixels).toList();
        if (drawn.changesTo(new Marks(scale, halfPixels(scale), days, byRate.map(this::halfPixels)))) {
            redraw();
        }
    }

    @Override
    protected double scaleEnd() {
        return scale;
    }

    @Override
    protected void drawDome(Dome dome, GaugeSize size, Palette colours) {
        double band = size.depth();
        dome.band(0, scale, 0, band, colours.zone1());
        drawDays(dome, band, colours);
        Font plain = Typefaces.font(Typefaces.REGULAR, size.lettering());
        for (int i = 0; i <= DIVISIONS; i++) {
            double at = scale * i / DIVISIONS;
            dome.tick(at, 0, band, 1.5, colours.control());
            dome.label(at, size.lettering() * 1.2, Integer.toString((int) at), plain, colours.text2());
        }
        byRate.ifPresent(mg -> dome.triangle(mg, band + 4, 18 * size.factor(), colours.text()));
        if (!dayEnds.isEmpty()) {
            dome.tick(dayEnds.getLast(), -6 * size.factor(), band + 5, 6, colours.text());
        }
    }

    private void drawDays(Dome dome, double band, Palette colours) {
        double from = 0;
        for (int day = 0; day < dayEnds.size(); day++) {
            boolean today = day == dayEnds.size() - 1;
            dome.band(from, dayEnds.get(day), 0, band, today ? colours.accent() : colours.zone2());
            from = dayEnds.get(day);
            if (!today) {
                dome.tick(from, 0, band, 2, colours.surface());
            }
        }
    }
}
