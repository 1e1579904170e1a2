package vigil.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Foresight;
import vigil.session.PlasmaChoice;
import vigil.ui.history.Archive;

/** The same actions, but whoever asked is answered on the JavaFX thread. */
record AnswersOnFxThread(ConsoleActions actions) implements ConsoleActions {
    @Override
    public void acknowledge(String conditionKey) {
        actions.acknowledge(conditionKey);
    }

    @Override
    public void pauseAudio() {
        actions.pauseAudio();
    }

    @Override
    public void showReference(Optional<String> regimen) {
        actions.showReference(regimen);
    }

    @Override
    public boolean offersPlasma() {
        return actions.offersPlasma();
    }

    @Override
    public void estimate(Runnable solving) {
        actions.estimate(solving);
    }

    @Override
    public void showPlasma(PlasmaChoice choice) {
        actions.showPlasma(choice);
    }

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        actions.enter(entry, refusal -> FxBridge.onFxThread(() -> answer.accept(refusal)));
    }

    @Override
    public void keep(String form, Map<String, String> texts) {
        actions.keep(form, texts);
    }

    @Override
    public PeopleActions people() {
        return new PeopleOnFxThread(actions.people());
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        actions.foresee(entry, seen -> FxBridge.onFxThread(() -> answer.accept(seen)));
    }

    @Override
    public Archive archive() {
        return new ArchiveOnFxThread(actions.archive());
    }
}
