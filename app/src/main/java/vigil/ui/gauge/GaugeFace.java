package vigil.ui.gauge;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import vigil.look.Icon;
import vigil.ui.parts.Density;
import vigil.ui.parts.Drawing;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Symbol;
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
    private final HBox foot = new HBox(6);
    private final Density density;
    private Palette palette;

    GaugeFace(Density density, Palette palette, String titleText) {
        this.density = density;
        this.palette = palette;
        getStyleClass().addAll("gauge", "card");
        title.setText(titleText);
        numeral.getStyleClass().add("numeral");
        unit.setAlignment(javafx.geometry.Pos.CENTER);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
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
        foot.getChildren().clear();
        for (int i = 0; i < figures.size(); i++) {
            if (i > 0) {
                foot.getChildren().add(Texts.spacer());
            }
            foot.getChildren().add(footFigure(figures.get(i), i == withTriangle));
        }
    }

    private static Node footFigure(Figure figure, boolean triangle) {
        Label label = Texts.firm("soft", "foot");
        label.setText(figure.label());
        Label value = Texts.firm("semi", "foot");
        value.setText(figure.value());
        HBox box = new HBox(4, label, value);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (triangle) {
            box.getChildren().addFirst(Symbol.of(Icon.ORDERED, 14));
        }
        return box;
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
        fitFoot(right - SIDE);
        place(foot, SIDE, size.foot() - foot.prefHeight(-1) / 2, right - SIDE);
    }

    /** The last figure gives way where the words are long or the card is small. */
    private void fitFoot(double room) {
        if (foot.prefWidth(-1) > room && foot.getChildren().size() > 2) {
            foot.getChildren().removeLast();
            foot.getChildren().removeLast();
        }
    }

    private static double middle(Region first, Region second) {
        return (first.prefHeight(-1) - second.prefHeight(-1)) / 2;
    }

    private static void place(Region region, double x, double y, double width) {
        region.resizeRelocate(x, y, width, region.prefHeight(width));
    }

    private void placeNumeral(GaugeSize size, double room) {
        numeral.setFont(Typefaces.font(Typefaces.SEMIBOLD, size.numeral()));
        double width = numeral.getLayoutBounds().getWidth();
        if (width > room) {
            numeral.setFont(Typefaces.font(Typefaces.SEMIBOLD, size.numeral() * room / width));
            width = numeral.getLayoutBounds().getWidth();
        }
        numeral.setX((getWidth() - width) / 2);
        numeral.setY(size.baseline());
    }
}
