package vigil.ui.parts;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import vigil.look.Icon;

/** An icon at a size, coloured by the stylesheet. Always stands beside a word, so a screen reader passes over it. */
public final class Symbol extends StackPane {
    private static final double BOX = 24;

    private Symbol(double size, Node... drawings) {
        Rectangle box = new Rectangle(BOX, BOX);
        box.setFill(null);
        Group drawing = new Group(box);
        drawing.getChildren().addAll(drawings);
        drawing.setScaleX(size / BOX);
        drawing.setScaleY(size / BOX);
        getChildren().add(new Group(drawing));
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
    }

    /** A stroked icon. */
    public static Symbol of(Icon icon, double size) {
        return new Symbol(size, path(icon, "icon"));
    }

    /** A filled icon, for example the dot before a state. */
    public static Symbol solid(Icon icon, double size) {
        SVGPath path = path(icon, "icon");
        path.getStyleClass().add("solid");
        return new Symbol(size, path);
    }

    /** A filled shape with strokes on it: the sign of a priority. */
    public static Symbol sign(Icon shape, Icon strokes, double size) {
        return new Symbol(size, path(shape, "sign"), path(strokes, "strokes"));
    }

    private static SVGPath path(Icon icon, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(icon.path());
        path.getStyleClass().add(styleClass);
        return path;
    }
}
