import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A window with nothing in it, which says when its first frame has been laid out: what no JavaFX program can be quicker than. */
public final class EmptyWindow {
    private EmptyWindow() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Scene scene = new Scene(new Group(), 1280, 800);
            scene.addPostLayoutPulseListener(() -> System.out.println("The first frame is on the screen"));
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }
}
