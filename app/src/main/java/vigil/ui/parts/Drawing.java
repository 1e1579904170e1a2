package vigil.ui.parts;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * A region that is drawn on one canvas: cleared in full and drawn anew on change only, with as many pixels as the screen
 * shows, so that an enlarged layout stays sharp. Belongs to the JavaFX thread.
 */
public abstract class Drawing extends Region {
    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale(1, 1);
    private double drawnWidth;
    private double drawnHeight;
    private double drawnScale;

    // A node cannot be assembled without naming itself; subclasses draw only once they are laid out.
    @SuppressWarnings("this-escape")
    protected Drawing() {
        canvas.getTransforms().add(shrink);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
    }

    /** Draws everything at the given size; the canvas is clear. */
    protected abstract void draw(GraphicsContext pen, double width, double height);

    /** To be called when what is shown has changed. */
    protected final void redraw() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = pixelScale();
        fit(scale);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.scale(scale, scale);
        draw(pen, getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (drawnWidth != getWidth() || drawnHeight != getHeight() || drawnScale != pixelScale()) {
            redraw();
        }
    }

    private void fit(double scale) {
        drawnWidth = getWidth();
        drawnHeight = getHeight();
        drawnScale = scale;
        canvas.setWidth(Math.ceil(drawnWidth * scale));
        canvas.setHeight(Math.ceil(drawnHeight * scale));
        shrink.setX(1 / scale);
        shrink.setY(1 / scale);
    }

    /** Pixels of the screen for one of the layout. */
    protected final double pixelScale() {
        return Math.max(0.1, getLocalToSceneTransform().getMxx());
    }
}
