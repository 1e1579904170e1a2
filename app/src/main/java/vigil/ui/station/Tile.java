package vigil.ui.station;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import vigil.alarm.AlarmPriority;
import vigil.look.Icon;
import vigil.ui.attention.FlashClock;
import vigil.ui.attention.Sign;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** One room: its highest condition, where the course stands, the dose now, what is due, how old it all is. */
final class Tile extends Button {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private static final double BORDER = 3;

    private final OnScreen<TileModel> shown = new OnScreen<>();
    private final Size size;
    private final HBox head = new HBox();
    private final Label tag = Texts.firm("tag");
    private final Label title = Texts.label("station-tile-title");
    private final Label text = Texts.label("station-tile-text");
    private final Label others = Texts.firm("station-tile-others");
    private final Label room = Texts.firm("station-tile-room");
    private final Label phase = Texts.label("station-tile-phase");
    private final Label detail = Texts.label("station-tile-detail");
    private final Label dose = Texts.firm("station-tile-dose");
    private final Label unit = Texts.firm("station-tile-unit");
    private final Label foot = Texts.label("station-tile-foot");
    private final Label age = Texts.firm("station-tile-age");
    private final Label who = Texts.label("station-tile-who");
    private final Symbol bell = Symbol.of(Icon.BELL, 20);
    private final Scale scale = new Scale(1, 1);
    private final Card card;
    private Optional<TileModel> model = Optional.empty();
    private Optional<AlarmPriority> drawn = Optional.empty();

    /** How a tile is designed; drawn larger where there is room. */
    enum Size {
        /** Up to 24 rooms on a screen. */
        WIDE(340, 282),
        /** Up to 60. */
        DENSE(176, 140);

        private final double width;
        private final double height;

        Size(double width, double height) {
            this.width = width;
            this.height = height;
        }

        double factor(double tileWidth, double tileHeight) {
            return Math.min(tileWidth / width, tileHeight / height);
        }
    }

    Tile(Size size, Consumer<String> opened) {
        this.size = size;
        card = new Card(size == Size.WIDE ? wide() : dense());
        getStyleClass().setAll("station-tile", size == Size.DENSE ? "dense" : "wide");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(card);
        unit.setText("mg/kg/h");
        setOnAction(_ -> model.ifPresent(it -> opened.accept(it.room())));
        setMinSize(0, 0);
    }

    /** Keeps its design and is enlarged as a whole, so that lettering grows with the tile. */
    private final class Card extends Pane {
        private final VBox body;

        private Card(VBox body) {
            this.body = body;
            getChildren().add(body);
            body.getTransforms().add(scale);
        }

        @Override
        protected void layoutChildren() {
            double factor = size.factor(getWidth(), getHeight());
            scale.setX(factor);
            scale.setY(factor);
            body.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
        }
    }

    private VBox wide() {
        head.getStyleClass().addAll("alarm-cell", "station-tile-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(62);
        head.setMaxHeight(62);
        VBox said = new VBox(phase, detail);
        said.setMinWidth(0);
        HBox where = new HBox(16, room, said);
        where.setAlignment(Pos.CENTER_LEFT);
        where.getStyleClass().add("station-tile-row");
        HBox value = new HBox(12, dose, unit);
        value.setAlignment(Pos.BASELINE_LEFT);
        value.getStyleClass().add("station-tile-row");
        HBox last = new HBox(8, foot, Texts.spacer(), age);
        last.setAlignment(Pos.BASELINE_LEFT);
        last.getStyleClass().add("station-tile-row");
        HBox name = new HBox(who);
        name.getStyleClass().add("station-tile-row");
        VBox body = new VBox(head, where, name, grown(value), last);
        body.getStyleClass().add("station-tile-body");
        return body;
    }

    private VBox dense() {
        head.getStyleClass().addAll("alarm-cell", "station-tile-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(40);
        head.setMaxHeight(40);
        for (Label words : List.of(title, phase, foot)) {
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            HBox.setHgrow(words, Priority.ALWAYS);
        }
        // Not in the head, where the name of the condition needs all the room.
        Texts.present(others, false);
        HBox value = new HBox(6, dose, unit, Texts.spacer(), others);
        value.setAlignment(Pos.BASELINE_LEFT);
        value.getStyleClass().add("station-tile-row");
        HBox where = new HBox(6, phase, age);
        where.getStyleClass().add("station-tile-row");
        HBox last = new HBox(6, foot);
        last.getStyleClass().add("station-tile-row");
        VBox body = new VBox(head, where, grown(value), last);
        body.getStyleClass().add("station-tile-body");
        return body;
    }

    private static HBox grown(HBox row) {
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }

    /** Puts it in its place; its content fills it. */
    void place(double x, double y, double width, double height) {
        card.setPrefSize(width - 2 * BORDER, height - 2 * BORDER);
        resizeRelocate(x, y, width, height);
    }

    void show(TileModel next, boolean named) {
        model = Optional.of(next);
        Texts.present(who, named && !next.who().isEmpty());
        if (!shown.changesTo(next)) {
            return;
        }
        setText(next.spoken());
        setAccessibleText(next.spoken());
        setId("tile-" + next.room());
        room.setText(next.room());
        phase.setText(next.phase());
        detail.setText(next.detail());
        dose.setText(next.dose().orElse(""));
        Texts.present(unit, next.dose().isPresent());
        foot.setText(next.foot());
        age.setText(next.age());
        who.setText(next.who());
        mark(dose, "above", next.above());
        mark(foot, "late", next.late());
        head(next);
    }

    private void head(TileModel next) {
        next.banner().ifPresentOrElse(this::banner, () -> quiet(next.quiet()));
        mark(
                this,
                "raised",
                next.banner().filter(it -> it.priority() == AlarmPriority.HIGH).isPresent());
    }

    private void banner(TileModel.Banner banner) {
        tag.setText(banner.word());
        title.setText(banner.title());
        text.setText(banner.text());
        others.setText("+" + banner.others());
        paint(Optional.of(banner.priority()));
        boolean more = banner.others() > 0;
        if (size == Size.WIDE) {
            HBox first = new HBox(8, tag, title);
            first.setAlignment(Pos.CENTER_LEFT);
            VBox words = new VBox(1, first, text);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().setAll(Sign.of(banner.priority(), 38), words);
            if (more) {
                head.getChildren().add(others);
            }
        } else {
            head.getChildren().setAll(Sign.of(banner.priority(), 26), room, title);
            Texts.present(others, more);
        }
    }

    private void quiet(String words) {
        paint(Optional.empty());
        title.setText(words);
        head.getChildren().setAll(size == Size.WIDE ? bell : room, title);
        if (size == Size.DENSE) {
            Texts.present(others, false);
        }
    }

    private void paint(Optional<AlarmPriority> priority) {
        if (!drawn.equals(priority)) {
            drawn.map(Sign::styleClass).ifPresent(head.getStyleClass()::remove);
            head.getStyleClass().remove("none");
            head.getStyleClass().add(priority.map(Sign::styleClass).orElse("none"));
            drawn = priority;
        }
    }

    private static void mark(javafx.scene.Node node, String styleClass, boolean marked) {
        node.getStyleClass().remove(styleClass);
        if (marked) {
            node.getStyleClass().add(styleClass);
        }
    }

    void flash(FlashClock clock) {
        boolean off = model.flatMap(TileModel::banner)
                .filter(TileModel.Banner::flashes)
                .filter(it -> clock.isOff(it.priority()))
                .isPresent();
        head.pseudoClassStateChanged(OFF, off);
    }
}
