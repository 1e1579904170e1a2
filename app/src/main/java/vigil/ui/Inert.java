package vigil.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Foresight;
import vigil.session.PlasmaChoice;

/** What stands in a replay asks for nothing: what was pressed by mistake does not reach the live session. */
record Inert(String reason) implements ConsoleActions {
    @Override
    public void acknowledge(String conditionKey) {}

    @Override
    public void pauseAudio() {}

    @Override
    public void showReference(Optional<String> regimen) {}

    @Override
    public void showPlasma(PlasmaChoice choice) {}

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        answer.accept(Optional.of(reason));
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        answer.accept(new Foresight(Optional.of(reason), List.of()));
    }
}
