package vigil.ui.history;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.ui.history.Archive.Progress;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * How far a piece of work is, with the button that gives it up, and what came of it. Nothing in it moves by itself.
 *
 * @param <T> what the work brings
 */
final class JobLine<T> extends VBox {
    private final Job<T> job;
    private final Function<T, String> result;
    private final Label said = Texts.label("small");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button giveUp = new Button();
    private final HBox going = new HBox(8, bar, giveUp);

    /** {@code result}: what is said of a piece of work that is done. */
    JobLine(Job<T> job, Phrases phrases, String id, Function<T, String> result) {
        super(4);
        this.job = job;
        this.result = result;
        setId(id);
        said.setWrapText(true);
        bar.getStyleClass().add("job-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        giveUp.setText(phrases.text("job.give-up"));
        giveUp.setAccessibleText(giveUp.getText());
        giveUp.setId(id + "-give-up");
        giveUp.getStyleClass().setAll("button", "action-button");
        giveUp.setMinSize(110, 48);
        giveUp.setOnAction(_ -> job.giveUp());
        going.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(said, going);
    }

    void show(Phrases phrases) {
        Texts.present(going, job.isRunning());
        Texts.show(said, words(phrases));
        if (job.state() instanceof Job.State.Running<T>(var progress)) {
            bar.setProgress(progress.of() > 0 ? Math.min(1.0, (double) progress.done() / progress.of()) : 0);
            Texts.present(bar, progress.of() > 0);
        }
    }

    private String words(Phrases phrases) {
        return switch (job.state()) {
            case Job.State.Idle<T>() -> "";
            case Job.State.Running<T>(var progress) -> progress(progress, phrases);
            case Job.State.Done<T>(var value) -> result.apply(value);
            case Job.State.Refused<T>(var reason) -> phrases.text("job.refused", reason);
            case Job.State.GivenUp<T>() -> phrases.text("job.given-up");
        };
    }

    private static String progress(Progress progress, Phrases phrases) {
        if (progress.of() > 0) {
            return phrases.text("job.part", Long.toString(progress.done()), Long.toString(progress.of()));
        }
        return progress.done() > 0
                ? phrases.text("job.bytes", Long.toString(progress.done() / 1_024))
                : phrases.text("job.begun");
    }
}
