package vigil.ui;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.attention.FlashClock;
import vigil.ui.history.Archive;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Styles;
import vigil.ui.parts.Texts;
import vigil.ui.parts.Typefaces;
import vigil.ui.station.Opened;
import vigil.ui.station.StationActions;
import vigil.ui.station.StationSight;
import vigil.ui.station.StationView;

/**
 * The whole station as one node, designed for 1920 × 1080 and enlarged or made smaller to fill its window: the ward, or one
 * room of it. Goes on counting when nothing comes any more. Belongs to the JavaFX thread.
 */
public final class StationPane extends Pane {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;
    /** A sight comes twice a second. */
    private static final Duration LATE = Duration.ofMillis(1_500);

    private final Words words;
    private final StationActions actions;
    private final StackPane stack = new StackPane();
    private final Scale scale = new Scale(1, 1);
    private final StationView ward;
    private Theme theme;
    private Optional<RoomPane> room = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private Optional<StationSight> last = Optional.empty();
    private Duration since = Duration.ZERO;

    public StationPane(Words words, Theme theme, StationActions actions) {
        this.words = words;
        this.theme = theme;
        this.actions = actions;
        Typefaces.load();
        getStylesheets().add(Styles.sheet());
        ward = new StationView(phrases(ZoneId.systemDefault()), new Opening());
        stack.getTransforms().add(scale);
        stack.getChildren().add(ward);
        getChildren().add(stack);
        applyTheme();
    }

    private Phrases phrases(ZoneId zone) {
        return new Phrases(words, zone);
    }

    /** Goes into a room and hands on everything else. */
    private final class Opening implements StationActions {
        @Override
        public void open(String name) {
            StationPane.this.open(name);
        }

        @Override
        public Archive past(String name) {
            return actions.past(name);
        }

        @Override
        public void leave() {
            back();
        }

        @Override
        public void pauseSound() {
            actions.pauseSound();
        }

        @Override
        public void print(Consumer<String> answer) {
            actions.print(answer);
        }
    }

    /** Goes into a room. */
    void open(String name) {
        actions.open(name);
        wanted = Optional.of(name);
        RoomPane pane = new RoomPane(
                Palette.of(theme),
                phrases(ZoneId.systemDefault()),
                name,
                new ArchiveOnFxThread(actions.past(name)),
                this::back);
        room = Optional.of(pane);
        stack.getChildren().setAll(ward, pane);
        Texts.present(ward, false);
        pane.enter();
    }

    /** Back from a room to the ward. */
    void back() {
        if (room.isPresent()) {
            actions.leave();
            wanted = Optional.empty();
            room.ifPresent(RoomPane::leave);
            room = Optional.empty();
            stack.getChildren().setAll(ward);
            Texts.present(ward, true);
        }
    }

    void pauseSound() {
        actions.pauseSound();
    }

    void switchNames() {
        ward.switchNames();
    }

    void turn(int pages) {
        ward.turn(pages);
    }

    void switchTheme() {
        theme = theme.other();
        applyTheme();
        room.ifPresent(it -> it.use(Palette.of(theme)));
    }

    private void applyTheme() {
        getStyleClass().remove(Theme.LIGHT_CLASS);
        if (theme == Theme.LIGHT) {
            getStyleClass().add(Theme.LIGHT_CLASS);
        }
    }

    /** Shows the ward as it is now. */
    public void show(StationSight sight) {
        last = Optional.of(sight);
        since = Duration.ZERO;
        display(sight);
    }

    private void display(StationSight sight) {
        ward.show(sight);
        Optional<Opened> opened = sight.opened().filter(it -> wanted.equals(Optional.of(it.room())));
        room.ifPresent(pane -> opened.ifPresent(pane::show));
    }

    /** What a screen reader would say of the ward: what stands above, then each tile; no patient's name. */
    String spoken() {
        return Stream.of("#station-strip", ".station-tile")
                .flatMap(what -> ward.lookupAll(what).stream())
                .map(Node::getAccessibleText)
                .collect(Collectors.joining(" | "));
    }

    /** Lets the flash go on, and all ages, when nothing has come. */
    public void beat(int beats) {
        ward.beat(beats);
        room.ifPresent(it -> it.beat(beats));
        since = since.plusMillis((long) beats * FlashClock.BEAT_MILLIS);
        if (since.compareTo(LATE) > 0) {
            last.ifPresent(sight -> display(sight.after(since, sight.trouble())));
        }
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        scale.setX(factor);
        scale.setY(factor);
        stack.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }
}
