package vigil.ui.form;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** Something that is so once it is ticked. Belongs to the JavaFX thread. */
public final class TickField extends Field {
    private final CheckBox box = new CheckBox();

    public TickField(Question<Boolean> question, Place place) {
        super(question, place);
        box.getStyleClass().add("field-tick");
        box.setText(name());
        box.setWrapText(true);
        box.setMinHeight(target());
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.BOTTOM_LEFT);
        assemble(box, "");
        getChildren().removeFirst();
        box.selectedProperty().subscribe((_, on) -> form().put(question, on ? Kind.Tick.TICKED : ""));
    }

    @Override
    public Node stop() {
        return box;
    }

    @Override
    protected void show(String text) {
        boolean on = text.equals(Kind.Tick.TICKED);
        if (box.isSelected() != on) {
            box.setSelected(on);
        }
    }

    /** The control itself says whether it is ticked. */
    @Override
    protected String spoken(String text) {
        return "";
    }
}
