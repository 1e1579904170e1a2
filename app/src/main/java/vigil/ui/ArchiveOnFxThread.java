package vigil.ui;

import java.util.function.Consumer;
import vigil.ui.history.Archive;

/** The same archive, but whoever asked is answered on the JavaFX thread. */
record ArchiveOnFxThread(Archive archive) implements Archive {
    @Override
    public <T> void ask(Question<T> question, Consumer<Answer<T>> answer) {
        archive.ask(question, told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }

    @Override
    public <T> Errand begin(Work<T> work, Consumer<Progress> progress, Consumer<Answer<T>> answer) {
        return archive.begin(
                work,
                reached -> FxBridge.onFxThread(() -> progress.accept(reached)),
                told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }
}
