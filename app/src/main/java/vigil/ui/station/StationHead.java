package vigil.ui.station;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.alarm.AlarmPriority;
import vigil.look.Icon;
import vigil.ui.attention.FlashClock;
import vigil.ui.attention.Sign;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/**
 * The top of the station: that it is secondary, how many rooms have what, the server's clock, and the most urgent room in
 * letters that are read from the other end of the ward.
 */
final class StationHead extends VBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final double STRIP = 96;

    private final Label clock = Texts.firm("station-clock");
    private final Label day = Texts.firm("small", "soft");
    private final Label high = Texts.firm("station-count");
    private final Label medium = Texts.firm("station-count");
    private final Label low = Texts.firm("station-count");
    private final HBox strip = new HBox();
    private final Label room = Texts.firm("strip-room");
    private final Label title = Texts.label("strip-title");
    private final Label text = Texts.label("strip-text");
    private final VBox words = new VBox(-4, title, text);
    private final OnScreen<Optional<TileModel>> shown = new OnScreen<>();
    private final OnScreen<Optional<String>> troubled = new OnScreen<>();
    private Optional<TileModel.Banner> flashing = Optional.empty();

    StationHead(Phrases phrases, List<? extends javafx.scene.Node> controls) {
        Label name = Texts.firm("station-name");
        name.setText(phrases.text("station.title"));
        Label secondary = Texts.label("station-secondary");
        secondary.setText(phrases.text("station.secondary"));
        secondary.setId("station-secondary");
        VBox left = new VBox(name, secondary);
        left.setMinWidth(USE_PREF_SIZE);
        VBox time = new VBox(-4, clock, day);
        time.setAlignment(Pos.CENTER_RIGHT);
        time.setMinWidth(USE_PREF_SIZE);
        HBox choices = new HBox(8);
        choices.getChildren().addAll(controls);
        choices.setAlignment(Pos.CENTER);
        HBox line = new HBox(20, left, Texts.spacer(), choices, Texts.spacer(), high, medium, low, time);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("station-head");
        strip.getStyleClass().addAll("alarm-cell", "station-strip");
        strip.setId("station-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.setMinHeight(STRIP);
        strip.setMaxHeight(STRIP);
        strip.setAccessibleRole(AccessibleRole.TEXT);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(line, strip);
    }

    void show(StationModel model, Phrases phrases) {
        clock.setText(model.clock());
        day.setText(model.day());
        count(high, AlarmPriority.HIGH, model, phrases);
        count(medium, AlarmPriority.MEDIUM, model, phrases);
        count(low, AlarmPriority.LOW, model, phrases);
        boolean anew = troubled.changesTo(model.trouble());
        if (shown.changesTo(model.top()) || anew) {
            strip(model, phrases);
        }
    }

    private static void count(Label label, AlarmPriority priority, StationModel model, Phrases phrases) {
        label.setText(phrases.text(
                "station.count." + priority.name(),
                String.valueOf(model.counts().getOrDefault(priority, 0))));
    }

    private void strip(StationModel model, Phrases phrases) {
        strip.getStyleClass().removeAll("high", "medium", "low", "information", "none");
        if (model.trouble().isPresent()) {
            TileModel.Banner blind = new TileModel.Banner(
                    AlarmPriority.MEDIUM,
                    phrases.text("priority.MEDIUM"),
                    phrases.text("station.blind-title"),
                    model.trouble().get(),
                    true,
                    0);
            banner("", blind);
        } else {
            model.top().ifPresentOrElse(top -> banner(top.room(), top.banner().orElseThrow()), () -> quiet(phrases));
        }
    }

    private void banner(String where, TileModel.Banner banner) {
        flashing = Optional.of(banner).filter(TileModel.Banner::flashes);
        strip.getStyleClass().add(Sign.styleClass(banner.priority()));
        room.setText(where);
        title.setText(banner.title());
        text.setText(banner.word() + "   " + banner.text());
        strip.getChildren().setAll(Sign.of(banner.priority(), 72), room, words);
        strip.setAccessibleText(String.join(". ", where, banner.word(), banner.title(), banner.text()));
    }

    private void quiet(Phrases phrases) {
        flashing = Optional.empty();
        strip.getStyleClass().add("none");
        title.setText(phrases.text("station.all-quiet"));
        text.setText(phrases.text("station.all-quiet.text"));
        strip.getChildren().setAll(Symbol.of(Icon.BELL, 48), words);
        strip.setAccessibleText(title.getText());
    }

    void flash(FlashClock beat) {
        strip.pseudoClassStateChanged(
                OFF, flashing.filter(it -> beat.isOff(it.priority())).isPresent());
    }
}
