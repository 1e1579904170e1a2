package vigil.ui.dashboard;

import javafx.scene.layout.Region;
import vigil.ui.gauge.GaugeTile;
import vigil.ui.parts.Density;

/** The two gauges side by side, as high as their width asks for while the trend below keeps its least height. */
final class GaugeRow extends Region {
    private static final double NORMAL_SHAPE = 312.0 / 414;
    private static final double COMPACT_SHAPE = 225.0 / 340;
    private static final double GAP_NORMAL = 16;
    private static final double GAP_COMPACT = 12;

    private final GaugeTile left;
    private final GaugeTile right;
    private final double shape;
    private final double gap;
    private final double most;

    GaugeRow(GaugeTile left, GaugeTile right, Density density) {
        this.left = left;
        this.right = right;
        shape = density.isCompact() ? COMPACT_SHAPE : NORMAL_SHAPE;
        gap = density.isCompact() ? GAP_COMPACT : GAP_NORMAL;
        most = density.isCompact() ? 232 : 350;
        getChildren().addAll(left, right);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.min(most, Math.floor(tileWidth(width) * shape));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private double tileWidth(double width) {
        return Math.floor((width - gap) / 2);
    }

    /** As high as its width asks for, whatever the gauges say. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        double width = tileWidth(getWidth());
        left.resizeRelocate(0, 0, width, getHeight());
        right.resizeRelocate(getWidth() - width, 0, width, getHeight());
    }
}
