package vigil.ui;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.Credentials;
import vigil.people.Pin;

/** The same actions, but whoever asked is answered on the JavaFX thread. */
record PeopleOnFxThread(PeopleActions actions) implements PeopleActions {
    private static Consumer<Answer> hopping(Consumer<Answer> answer) {
        return given -> FxBridge.onFxThread(() -> answer.accept(given));
    }

    @Override
    public void touched() {
        actions.touched();
    }

    @Override
    public void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
        actions.signIn(given, chosen, hopping(answer));
    }

    @Override
    public void leave(boolean forGood) {
        actions.leave(forGood);
    }

    @Override
    public void change(Change change, Consumer<Answer> answer) {
        actions.change(change, hopping(answer));
    }

    @Override
    public void countersign(Credentials given, ConsoleActions.Entry entry, Consumer<Answer> answer) {
        actions.countersign(given, entry, hopping(answer));
    }
}
