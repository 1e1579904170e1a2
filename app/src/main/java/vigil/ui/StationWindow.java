package vigil.ui;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.station.StationActions;
import vigil.ui.station.StationSight;
import vigil.ui.wire.WireSight;

/** The one window of a station. Belongs to the JavaFX thread. */
final class StationWindow implements OpenableWindow {
    private static final Logger LOG = LoggerFactory.getLogger(StationWindow.class);

    private final Stage stage;
    private final StationPane station;
    private final Map<KeyCode, Runnable> keys;

    StationWindow(Stage stage, Words words, Theme theme, StationActions actions) {
        this.stage = stage;
        station = new StationPane(words, theme, actions);
        keys = Map.of(
                KeyCode.ESCAPE, station::back,
                KeyCode.F10, station::pauseSound,
                KeyCode.F11, station::switchNames,
                KeyCode.F12, station::switchTheme,
                KeyCode.PAGE_DOWN, () -> station.turn(1),
                KeyCode.PAGE_UP, () -> station.turn(-1));
        Scene scene = new Scene(station, 1920, 1080);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.setTitle(words.text("station.window"));
        stage.setMaximized(true);
    }

    private void pressed(KeyEvent event) {
        Runnable action = keys.get(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    @Override
    public void open() {
        stage.show();
    }

    @Override
    public void show(StationSight sight) {
        station.show(sight);
        if (LOG.isDebugEnabled()) {
            LOG.debug("On the wall: {}", station.spoken());
        }
    }

    @Override
    public void show(Snapshot snapshot) {
        throw new IllegalStateException("a station has no bedside of its own");
    }

    @Override
    public void show(WireSight sight) {
        throw new IllegalStateException("a station has no pump");
    }

    @Override
    public void beat(int beats) {
        station.beat(beats);
    }
}
