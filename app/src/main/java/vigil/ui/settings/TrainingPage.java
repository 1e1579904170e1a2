package vigil.ui.settings;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.form.LineField;
import vigil.ui.form.SearchField;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Which course is played for training, how fast, and the way back. Belongs to the JavaFX thread. */
final class TrainingPage extends VBox {
    private final TrainingDesk desk;
    private final FormPage page = new FormPage(this::begin);
    private final Label said = Pieces.wrapped("semi");
    private final Button begin;
    private final Button end;
    private Optional<Snapshot> last = Optional.empty();
    private Phrases phrases;

    TrainingPage(Density density, Phrases phrases, TrainingDesk desk) {
        super(density.isCompact() ? 6 : 12);
        this.desk = desk;
        this.phrases = phrases;
        setId("training-page");
        getStyleClass().add("site-page");
        setMinHeight(0);
        Field.Place place = new Field.Place(desk.form(), phrases, density);
        page.row(new SearchField(desk.scenario(), place).wide(3), new LineField(TrainingDesk.SPEED, place));
        Label note = Pieces.wrapped("soft");
        note.setText(phrases.text("training.note"));
        said.setId("training-said");
        begin = Pieces.button("training-begin", phrases.text("training.begin"), this::begin);
        begin.getStyleClass().add("primary");
        end = Pieces.button("training-end", phrases.text("training.end"), desk::end);
        VBox card = new VBox(density.isCompact() ? 6 : 12, note, page, said, new HBox(12, begin, end));
        card.getStyleClass().addAll("card", "screen-card");
        card.setMinHeight(0);
        getChildren().add(card);
        desk.whenChanged(this::show);
        page.show();
    }

    private void begin() {
        last.ifPresent(desk::begin);
    }

    void show(Snapshot snapshot, Phrases now) {
        last = Optional.of(snapshot);
        phrases = now;
        show();
    }

    private void show() {
        page.show();
        boolean offered = last.filter(Training::isOffered).isPresent();
        begin.setDisable(!offered || desk.order().isEmpty());
        Texts.present(end, desk.running().isPresent());
        said.setText(desk.running()
                .map(it -> phrases.text("training.runs", it.scenario(), String.valueOf(it.speed())))
                .orElseGet(() -> phrases.text(
                        !offered ? "training.not-now" : desk.order().isEmpty() ? "training.lacks" : "training.ready")));
    }

    void enter() {
        page.enter();
    }
}
