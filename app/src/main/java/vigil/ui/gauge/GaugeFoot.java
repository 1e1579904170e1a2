package vigil.ui.gauge;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vigil.look.Icon;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** The row of small figures at the foot of a gauge. They keep their places; only their words change. */
final class GaugeFoot extends HBox {
    private final List<Entry> entries = new ArrayList<>();
    private int withTriangle = -1;

    GaugeFoot() {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** {@code triangle}: which of them has the sign of the hollow triangle before it, or -1. */
    void show(List<Figure> figures, int triangle) {
        if (figures.size() != entries.size() || triangle != withTriangle) {
            build(figures.size(), triangle);
        }
        for (int i = 0; i < figures.size(); i++) {
            entries.get(i).show(figures.get(i));
        }
    }

    private void build(int count, int triangle) {
        withTriangle = triangle;
        entries.clear();
        getChildren().clear();
        for (int i = 0; i < count; i++) {
            Entry entry = new Entry(i == triangle);
            entries.add(entry);
            if (i > 0) {
                getChildren().add(entry.before);
            }
            getChildren().add(entry);
        }
    }

    /** The last figures give way where the words are long or the card is small. */
    void fit(double room) {
        double taken = 0;
        for (Entry entry : entries) {
            boolean first = entry.equals(entries.getFirst());
            taken += entry.prefWidth(USE_COMPUTED_SIZE) + (first ? 0 : 2 * getSpacing());
            entry.present(first || taken <= room);
        }
    }

    private static final class Entry extends HBox {
        private final Region before = Texts.spacer();
        private final Label label = Texts.firm("soft", "foot");
        private final Label value = Texts.firm("semi", "foot");

        private Entry(boolean hasTriangle) {
            super(4);
            setAlignment(Pos.CENTER_LEFT);
            if (hasTriangle) {
                getChildren().add(Symbol.of(Icon.ORDERED, 14));
            }
            getChildren().addAll(label, value);
        }

        private void show(Figure figure) {
            label.setText(figure.label());
            value.setText(figure.value());
        }

        private void present(boolean present) {
            Texts.present(before, present);
            Texts.present(this, present);
        }
    }
}
