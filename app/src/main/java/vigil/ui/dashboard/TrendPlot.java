package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import vigil.engine.Snapshot.Score;
import vigil.ui.gauge.ReferenceModel;
import vigil.ui.parts.Density;
import vigil.ui.parts.Drawing;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Typefaces;

/** The plot of the trend strip on one canvas (look page, section 5). Belongs to the JavaFX thread. */
final class TrendPlot extends Drawing {
    private static final double MAXIMUM = 0.5;
    private static final double ROOM_FOR_WORDS = 50;
    /** Between the middles of two scores in a lane; the newest is shown, and of the older what has room. */
    private static final double BETWEEN_DIGITS = 22;
    /** From the left edge to the middle of the first score, so that its digits stand clear of the axis. */
    private static final double FIRST_DIGIT = 4;
    /** From the middle of the last score to the line "now", so that a two-digit score stands clear of it. */
    private static final double LAST_DIGIT = 12;

    private final Density density;
    private Palette palette;
    private Optional<Shown> shown = Optional.empty();

    /** The model and the words and zone it is shown in. */
    private record Shown(TrendModel model, Optional<ReferenceModel> reference, Phrases phrases) {}

    TrendPlot(Density density, Palette palette, Phrases phrases) {
        this.density = density;
        this.palette = palette;
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(phrases.text("trend.spoken"));
    }

    void use(Palette colours) {
        palette = colours;
        redraw();
    }

    void show(TrendModel model, Optional<ReferenceModel> reference, Phrases phrases) {
        shown = Optional.of(new Shown(model, reference, phrases));
        redraw();
    }

    @Override
    protected void draw(GraphicsContext pen, double width, double height) {
        shown.ifPresent(now -> new Stroke(pen, now, width, height).all());
    }

    /** One drawing of one model. */
    private final class Stroke {
        private final GraphicsContext pen;
        private final TrendModel model;
        private final Phrases phrases;
        private final Optional<ReferenceModel> reference;
        private final TrendAxes axes;
        private final double left;
        private final double right;
        private final double top;
        private final double bottom;
        private final double height;
        private final Font font;

        private Stroke(GraphicsContext pen, Shown now, double width, double height) {
            this.pen = pen;
            model = now.model();
            phrases = now.phrases();
            reference = now.reference();
            axes = TrendAxes.of(model, phrases.zone());
            this.height = height;
            left = 54;
            right = width - 48;
            top = density.isCompact() ? 6 : 16;
            bottom = height - (density.isCompact() ? 51 : 56);
            font = Typefaces.font(Typefaces.REGULAR, 13);
        }

        private void all() {
            grid();
            reference.ifPresent(this::reference);
            gaps();
            doses();
            given();
            flags();
            lanes();
            nowLine();
        }

        private double x(Instant at) {
            double whole = Duration.between(model.from(), model.to()).toMillis();
            return left + (right - left) * Duration.between(model.from(), at).toMillis() / whole;
        }

        private double y(double value, double topValue) {
            return bottom - (bottom - top) * value / topValue;
        }

        private void line(double x1, double y1, double x2, double y2) {
            pen.strokeLine(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
        }

        private double crisp(double at) {
            return Math.floor(at) + 0.5;
        }

        private void stroke(Color colour, double width) {
            pen.setStroke(colour);
            pen.setLineWidth(width);
            pen.setLineCap(StrokeLineCap.BUTT);
            pen.setLineDashes();
        }

        private void text(String text, double x, double y, TextAlignment align, Color colour) {
            pen.setFont(font);
            pen.setFill(colour);
            pen.setTextAlign(align);
            pen.fillText(text, x, y);
        }

        private void grid() {
            int every = bottom - top < ROOM_FOR_WORDS ? TrendAxes.STEPS : 1;
            for (int i = 0; i <= TrendAxes.STEPS; i += every) {
                double y = y(i, TrendAxes.STEPS);
                stroke(i == 0 ? palette.control() : palette.line(), 1);
                line(left, y, right, y);
                text(axisNumber(axes.doseStep() * i), left - 8, y + 4.5, TextAlignment.RIGHT, palette.text2());
                text(axisNumber(axes.massStep() * i), right + 8, y + 4.5, TextAlignment.LEFT, palette.text2());
            }
            axes.hours().forEach(this::hour);
            if (axes.doseTop() > MAXIMUM) {
                maximum();
            }
        }

        private String axisNumber(double value) {
            String plain = java.math.BigDecimal.valueOf(value)
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
            return phrases.words().localised(plain);
        }

        private void hour(ZonedDateTime at) {
            boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
            double x = x(at.toInstant());
            stroke(midnight ? palette.control() : palette.line(), midnight ? 1.5 : 1);
            line(x, top, x, midnight ? bottom + 5 : bottom);
            String clock = phrases.clock(at.toInstant());
            String label = midnight ? phrases.weekday(at.toLocalDate()) + " " + clock : clock;
            if (x(model.now()) - x > 56 && x - left > 24) {
                text(label, x, height - 8, TextAlignment.CENTER, palette.text2());
            }
        }

        private void maximum() {
            double y = y(MAXIMUM, axes.doseTop());
            stroke(palette.text(), 1.5);
            pen.setLineDashes(2, 3);
            pen.strokeLine(left, y, right, y);
            pen.setLineDashes();
            if (bottom - top >= ROOM_FOR_WORDS) {
                text(
                        phrases.text("gauge.max-mark", axisNumber(MAXIMUM)),
                        left + 6,
                        y + 14,
                        TextAlignment.LEFT,
                        palette.text());
            }
        }

        /** A published regimen: a quiet band between dashed edges. Not an order. */
        private void reference(ReferenceModel band) {
            double high = Math.max(top, y(band.highest(), axes.doseTop()));
            double low = Math.max(top, y(band.lowest(), axes.doseTop()));
            pen.setFill(palette.zone2().deriveColor(0, 1, 1, 0.35));
            pen.fillRect(left, high, right - left, low - high);
            stroke(palette.text2(), 1);
            pen.setLineDashes(3, 3);
            pen.strokeLine(left, low, right, low);
            if (band.highest() <= axes.doseTop()) {
                pen.strokeLine(left, high, right, high);
            }
            pen.setLineDashes();
        }

        private void gaps() {
            for (TrendModel.Gap gap : model.gaps()) {
                hatch(x(gap.from()), Math.max(x(gap.to()), x(gap.from()) + 3));
            }
        }

        private void hatch(double from, double to) {
            pen.save();
            pen.beginPath();
            pen.rect(from, top, to - from, bottom - top);
            pen.clip();
            stroke(palette.control(), 1.2);
            double rise = bottom - top;
            for (double x = from - rise; x < to; x += 7) {
                pen.strokeLine(x, bottom, x + rise, top);
            }
            pen.restore();
        }

        private void doses() {
            Color fill = palette.accent().deriveColor(0, 1, 1, 0.13);
            Optional<TrendModel.Run> before = Optional.empty();
            for (TrendModel.Run run : model.runs()) {
                double x1 = x(run.from());
                double x2 = x(run.to());
                double y = y(run.doseRate(), axes.doseTop());
                pen.setFill(fill);
                pen.fillRect(x1, y, x2 - x1, bottom - y);
                stroke(palette.accent(), 3);
                pen.strokeLine(x1, y, x2, y);
                before.filter(last -> last.to().equals(run.from()))
                        .ifPresent(last -> pen.strokeLine(x1, y(last.doseRate(), axes.doseTop()), x1, y));
                before = Optional.of(run);
            }
        }

        private void given() {
            stroke(palette.text2(), 2);
            pen.setLineDashes(6, 4);
            pen.beginPath();
            model.given().forEach(point -> pen.lineTo(x(point.at()), y(point.mg(), axes.massTop())));
            pen.stroke();
            pen.setLineDashes();
        }

        private void flags() {
            List<TrendModel.Flag> flags = ofEachPixel(model.flags());
            flags.forEach(flag -> flag(x(flag.at())));
            if (!density.isCompact()) {
                flagWords(flags);
            }
        }

        /** Of flags on one pixel only the weightiest is drawn, of equals the newest: nobody can tell the others from it. */
        private List<TrendModel.Flag> ofEachPixel(List<TrendModel.Flag> flags) {
            Map<Double, TrendModel.Flag> drawn = new LinkedHashMap<>();
            flags.forEach(flag -> drawn.merge(
                    crisp(x(flag.at())),
                    flag,
                    (before, next) -> next.weight().compareTo(before.weight()) <= 0 ? next : before));
            return List.copyOf(drawn.values());
        }

        private void flag(double x) {
            stroke(palette.text(), 1);
            line(x, top - 4, x, bottom);
            pen.setFill(palette.text());
            double tip = top - 2;
            pen.fillPolygon(new double[] {x - 5, x + 5, x}, new double[] {tip - 7, tip - 7, tip}, 3);
        }

        private void flagWords(List<TrendModel.Flag> flags) {
            List<FlagWords.Wanted> wanted = flags.stream()
                    .map(flag -> new FlagWords.Wanted(x(flag.at()), flag.word(), flag.weight()))
                    .toList();
            new FlagWords(left, x(model.now()) - 6, this::widthOf)
                    .place(wanted)
                    .forEach(word -> text(word.word(), word.x(), top - 4, TextAlignment.LEFT, palette.text()));
        }

        private double widthOf(String word) {
            Text text = new Text(word);
            text.setFont(font);
            return text.getLayoutBounds().getWidth();
        }

        private void lanes() {
            double pain = height - (density.isCompact() ? 37 : 40);
            double sedation = height - (density.isCompact() ? 22 : 25);
            text(phrases.text("trend.pain"), left - 8, pain, TextAlignment.RIGHT, palette.text2());
            text(phrases.text("trend.sedation"), left - 8, sedation, TextAlignment.RIGHT, palette.text2());
            double last = Math.max(left + FIRST_DIGIT, x(model.now()) - LAST_DIGIT);
            double free = last + BETWEEN_DIGITS;
            for (Score score : model.scores().reversed()) {
                double x = Math.clamp(x(score.at()), left + FIRST_DIGIT, last);
                if (x <= free - BETWEEN_DIGITS) {
                    digit(score.painAtRest().map(String::valueOf).orElse("–"), x, pain);
                    digit(Integer.toString(score.sedation()), x, sedation);
                    free = x;
                }
            }
        }

        private void digit(String digit, double x, double y) {
            text(digit, x, y, TextAlignment.CENTER, palette.text());
        }

        private void nowLine() {
            double x = x(model.now());
            stroke(palette.text(), 1.5);
            line(x, top - 4, x, height - 22);
            text(phrases.text("trend.now"), x, height - 8, TextAlignment.CENTER, palette.text());
        }
    }
}
