package vigil.ui.gauge;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.Tile.SkinType;
import eu.hansolo.tilesfx.skins.TileSkin;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * One of our gauges as a TilesFX tile: not animated, changed only when there is something new. TilesFX's own custom skin
 * leaves a margin and scales its content; this one gives the gauge the whole tile.
 */
public final class GaugeTile extends Tile {
    public GaugeTile(Node gauge) {
        super(SkinType.CUSTOM);
        setAnimated(false);
        setShadowsEnabled(false);
        setBackgroundColor(Color.TRANSPARENT);
        setBorderColor(Color.TRANSPARENT);
        setBorderWidth(0);
        setTextVisible(false);
        setFocusTraversable(false);
        setGraphic(gauge);
        setSkin(new WholeTile(this, gauge));
    }

    /** TilesFX looks for its stylesheet beside the class that asks; a gauge of ours brings its own. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }

    private static final class WholeTile extends TileSkin {
        private final Node gauge;

        private WholeTile(Tile tile, Node gauge) {
            super(tile);
            this.gauge = gauge;
            getChildren().setAll(gauge);
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            gauge.resizeRelocate(0, 0, width, height);
        }
    }
}
