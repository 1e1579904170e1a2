package vigil.ui.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import vigil.ui.attention.FlashClock;

/** Up to sixty tiles in as many columns as make them largest. Tiles are kept from one look to the next. */
final class TileGrid extends Pane {
    private static final double GAP = 12;
    private static final int MOST_WIDE = 24;
    private static final int MOST_COLUMNS = 12;

    private final Consumer<String> opened;
    private final List<Tile> tiles = new ArrayList<>();
    private Optional<Tile.Size> size = Optional.empty();

    TileGrid(Consumer<String> opened) {
        this.opened = opened;
        setMinSize(0, 0);
    }

    void show(List<TileModel> models, boolean named) {
        Tile.Size wanted = models.size() <= MOST_WIDE ? Tile.Size.WIDE : Tile.Size.DENSE;
        if (!size.equals(Optional.of(wanted))) {
            tiles.clear();
            size = Optional.of(wanted);
        }
        while (tiles.size() < models.size()) {
            tiles.add(new Tile(wanted, opened));
        }
        List<Tile> used = tiles.subList(0, models.size());
        if (!getChildren().equals(used)) {
            getChildren().setAll(used);
        }
        for (int i = 0; i < models.size(); i++) {
            tiles.get(i).show(models.get(i), named);
        }
    }

    void flash(FlashClock clock) {
        tiles.forEach(tile -> tile.flash(clock));
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        if (count == 0) {
            return;
        }
        int columns = columns(count);
        int rows = (count + columns - 1) / columns;
        double width = (getWidth() - GAP * (columns - 1)) / columns;
        double height = (getHeight() - GAP * (rows - 1)) / rows;
        for (int i = 0; i < count; i++) {
            double x = i % columns * (width + GAP);
            double y = Math.floorDiv(i, columns) * (height + GAP);
            ((Tile) getChildren().get(i)).place(x, y, width, height);
        }
    }

    private int columns(int count) {
        Tile.Size design = size.orElse(Tile.Size.WIDE);
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= Math.min(count, MOST_COLUMNS); columns++) {
            int rows = (count + columns - 1) / columns;
            double factor = design.factor(getWidth() / columns, getHeight() / rows);
            if (factor > largest) {
                largest = factor;
                best = columns;
            }
        }
        return best;
    }
}
