package vigil.ui.history;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.look.Icon;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/**
 * The bar over a replay: says that it is one, which moment is shown, and what is live meanwhile; with slider and speed.
 * Belongs to the JavaFX thread.
 */
public final class ReplayBar extends HBox {
    private static final double STEP_SECONDS = 60;
    private static final double LEAP_SECONDS = 3_600;

    private final Player player;
    private final Label time = Texts.firm("clock");
    private final Label day = Texts.firm("small", "soft");
    private final Button play = new Button();
    private final Slider slider = new Slider();
    private final Label said = Texts.label("small");
    private final Label live = Texts.label("small", "semi");
    private final Map<Integer, ToggleButton> speeds = new LinkedHashMap<>();
    private final Button end = new Button();
    /** While the slider is set rather than moved by a person; also until it is shown first. */
    private boolean moving = true;

    public ReplayBar(Density density, Phrases phrases, Player player) {
        super(density.isCompact() ? 8 : 12);
        this.player = player;
        getStyleClass().add("replay-bar");
        setId("replay-bar");
        setAlignment(Pos.CENTER_LEFT);
        double height = density.isCompact() ? 56 : 64;
        setMinHeight(height);
        setMaxHeight(height);
        Label tag = Texts.firm("replay-tag");
        tag.setText(phrases.text("replay.tag"));
        VBox clock = new VBox(-4, time, day);
        clock.setAlignment(Pos.CENTER_LEFT);
        clock.setMinWidth(density.isCompact() ? 108 : 130);
        button(play, "replay-play", density.isCompact() ? 72 : 96);
        play.setOnAction(_ -> player.play(!player.isPlaying()));
        buildSlider(phrases);
        HBox words = new HBox(12, said, Texts.spacer(), live);
        VBox middle = new VBox(-2, slider, words);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        button(end, "replay-end", density.isCompact() ? 84 : 110);
        end.setText(phrases.text("replay.end"));
        end.setAccessibleText(end.getText());
        end.setOnAction(_ -> player.close());
        getChildren().addAll(tag, clock, play, middle, speeds(density, phrases), end);
    }

    private static void button(Button button, String id, double width) {
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinSize(width, 48);
        button.setMaxHeight(48);
    }

    private void buildSlider(Phrases phrases) {
        slider.setId("replay-slider");
        slider.getStyleClass().add("replay-slider");
        slider.setAccessibleText(phrases.text("replay.slider"));
        slider.setBlockIncrement(STEP_SECONDS);
        slider.setMajorTickUnit(LEAP_SECONDS);
        slider.setMinHeight(26);
        slider.valueProperty().subscribe(value -> {
            if (!moving) {
                player.seek(Duration.ofSeconds(Math.round(value.doubleValue())));
            }
        });
    }

    private HBox speeds(Density density, Phrases phrases) {
        HBox row = new HBox(4);
        row.setAlignment(Pos.CENTER_LEFT);
        for (int speed : Player.SPEEDS) {
            ToggleButton toggle = new ToggleButton(speed + "×");
            toggle.setId("replay-speed-" + speed);
            toggle.setAccessibleText(phrases.text("replay.speed", Integer.toString(speed)));
            toggle.getStyleClass().setAll("button", "action-button", "log-toggle");
            toggle.setMinSize(density.isCompact() ? 40 : 50, 48);
            toggle.setMaxHeight(48);
            toggle.setOnAction(_ -> player.setSpeed(speed));
            speeds.put(speed, toggle);
            row.getChildren().add(toggle);
        }
        Arrows.choose(List.copyOf(speeds.values()));
        return row;
    }

    /** Puts the focus where the keyboard begins. */
    public void enter() {
        slider.requestFocus();
    }

    /** {@code now}: the live session, of which the bar says what runs meanwhile. */
    public void show(Optional<Snapshot> now, Phrases phrases) {
        time.setText(player.shown()
                .map(shown -> words(phrases, shown).time(shown.now().utc()))
                .orElse(Phrases.NO_VALUE));
        day.setText(player.shown()
                .map(shown -> words(phrases, shown).day(shown.now().utc()))
                .orElse(""));
        play.setText(phrases.text(player.isPlaying() ? "replay.pause" : "replay.play"));
        play.setAccessibleText(play.getText());
        play.setGraphic(Symbol.of(player.isPlaying() ? Icon.PAUSE : Icon.PLAY, 18));
        speeds.forEach((speed, toggle) -> toggle.setSelected(speed == player.speed()));
        moving = true;
        slider.setMax((double) Math.max(1, player.length().toSeconds()));
        slider.setValue((double) player.position().toSeconds());
        moving = false;
        said.setText(player.trouble()
                .map(reason -> phrases.text("archive.refused", reason))
                .orElseGet(() -> phrases.text(
                        "replay.position", phrases.span(player.position()), phrases.span(player.length()))));
        now.ifPresent(snapshot -> live.setText(live(snapshot, phrases)));
    }

    /** Times of a session are those of its own ward. */
    private static Phrases words(Phrases phrases, Snapshot shown) {
        return new Phrases(phrases.words(), shown.zone());
    }

    /** Without a name: the bar stands over the values of somebody else. */
    private static String live(Snapshot now, Phrases phrases) {
        String dose = now.dose()
                .rate()
                .map(rate -> phrases.words().decimal(rate.toDecimal(3), 3))
                .orElse(Phrases.NO_VALUE);
        return phrases.text("replay.live", dose);
    }
}
