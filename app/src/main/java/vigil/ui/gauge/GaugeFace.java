package vigil.ui.gauge;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import vigil.ui.parts.Density;
import vigil.ui.parts.Drawing;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Texts;
import vigil.ui.parts.Typefaces;

/** What both gauges are made of: title, corner, dome, numeral, unit line and foot. Belongs to the JavaFX thread. */
abstract class GaugeFace extends Drawing {
    private static final double SIDE = 16;
    private static final double CORNER_GAP = 6;

    protected final Label title = Texts.firm("strong");
    protected final Label corner = Texts.label("soft", "corner");
    protected final Text numeral = new Text();
    protected final HBox unit = new HBox(8);
    private final GaugeFoot foot = new GaugeFoot();
    private final OnScreen<Sized> placed = new OnScreen<>();
    private final Density density;
    private Palette palette;

    /** What the place of the numeral depends on. */
    private record Sized(String text, Font font, GaugeSize size, double width) {}

    GaugeFace(Density density, Palette palette, String titleText) {
        this.density = density;
        this.palette = palette;
        getStyleClass().addAll("gauge", "card");
        title.setText(titleText);
        numeral.getStyleClass().add("numeral");
        unit.setAlignment(javafx.geometry.Pos.CENTER);
        // It is placed by hand: else each new value would have the gauge laid out once more, and drawn in a pulse of
        // its own.
        numeral.setManaged(false);
        // A stylesheet that is applied anew gives it the font of small print: the layout gives it its own again.
        numeral.fontProperty().subscribe(this::requestLayout);
        getChildren().addAll(title, corner, numeral, unit, foot);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** Lettering, bands and signs of this gauge on its dome. */
    protected abstract void drawDome(Dome dome, GaugeSize size, Palette colours);

    /** End of the scale. */
    protected abstract double scaleEnd();

    /** Draws the dome in the colours of another theme. */
    public final void recolour(Palette colours) {
        palette = colours;
        redraw();
    }

    /** What the numeral says now. */
    public final String numeralText() {
        return numeral.getText();
    }

    protected final void mark(String styleClass, boolean on) {
        if (on != getStyleClass().contains(styleClass)) {
            toggle(styleClass, on);
        }
    }

    private void toggle(String styleClass, boolean on) {
        if (on) {
            getStyleClass().add(styleClass);
        } else {
            getStyleClass().remove(styleClass);
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass(styleClass), on);
    }

    protected final void showFoot(List<Figure> figures, int withTriangle) {
        foot.show(figures, withTriangle);
    }

    /** How many half pixels of the scale a value is from its beginning: as long as that stays the same, so does the drawing. */
    protected final long halfPixels(double value) {
        double length =
                Dome.lengthOf(GaugeSize.of(density, getWidth(), getHeight()).radius());
        return Math.round(2 * length * pixelScale() * value / scaleEnd());
    }

    /** It fills its tile, whatever it says. */
    @Override
    public final void requestLayout() {
        setNeedsLayout(true);
    }

    @Override
    protected final void draw(GraphicsContext pen, double width, double height) {
        GaugeSize size = GaugeSize.of(density, width, height);
        Dome dome = new Dome(pen, width / 2, size.peak(), size.radius(), scaleEnd());
        drawDome(dome, size, palette);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        GaugeSize size = GaugeSize.of(density, getWidth(), getHeight());
        double right = getWidth() - SIDE;
        place(title, SIDE, size.factor() * 10, title.prefWidth(-1));
        double room = right - SIDE - title.getWidth() - CORNER_GAP;
        double cornerWidth = Math.min(right - SIDE, corner.prefWidth(-1));
        // Why there is no value is said in full, if need be under the name of the gauge and over letters of the scale.
        double below = cornerWidth > room ? title.prefHeight(-1) : middle(title, corner);
        place(corner, cornerWidth > room ? SIDE : right - cornerWidth, size.factor() * 10 + below, cornerWidth);
        placeNumeral(size, right - SIDE);
        double unitWidth = unit.prefWidth(-1);
        place(unit, (getWidth() - unitWidth) / 2, size.unit() - unit.prefHeight(-1) / 2, unitWidth);
        foot.fit(right - SIDE);
        place(foot, SIDE, size.foot() - foot.prefHeight(-1) / 2, right - SIDE);
    }

    private static double middle(Region first, Region second) {
        return (first.prefHeight(-1) - second.prefHeight(-1)) / 2;
    }

    private static void place(Region region, double x, double y, double width) {
        region.resizeRelocate(x, y, width, region.prefHeight(width));
    }

    private void placeNumeral(GaugeSize size, double room) {
        if (placed.changesTo(sized(size))) {
            numeral.setFont(Typefaces.font(Typefaces.SEMIBOLD, size.numeral()));
            double width = numeral.getLayoutBounds().getWidth();
            if (width > room) {
                numeral.setFont(Typefaces.font(Typefaces.SEMIBOLD, size.numeral() * room / width));
                width = numeral.getLayoutBounds().getWidth();
            }
            numeral.setX((getWidth() - width) / 2);
            numeral.setY(size.baseline());
            placed.changesTo(sized(size));
        }
    }

    private Sized sized(GaugeSize size) {
        return new Sized(numeral.getText(), numeral.getFont(), size, getWidth());
    }
}
