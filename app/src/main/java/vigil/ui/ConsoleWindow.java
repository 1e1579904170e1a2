package vigil.ui;

import javafx.scene.Scene;
import javafx.stage.Stage;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;

/** The one window of the console. Belongs to the JavaFX thread; hand it to an {@link FxBridge} to feed it from another. */
public final class ConsoleWindow implements FxBridge.Screen {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final ConsolePane console;

    public ConsoleWindow(Stage stage, Words words, Theme theme, ConsoleActions actions) {
        this.stage = stage;
        console = new ConsolePane(words, theme, actions);
        Scene scene = new Scene(console, WIDTH, HEIGHT);
        new Keys(console).listenTo(scene);
        stage.setScene(scene);
        stage.setTitle(words.text("window.title"));
        stage.setMinWidth(640);
        stage.setMinHeight(400);
    }

    public void open() {
        stage.show();
    }

    @Override
    public void show(Snapshot snapshot) {
        console.show(snapshot);
    }

    @Override
    public void beat(int beats) {
        console.beat(beats);
    }
}
