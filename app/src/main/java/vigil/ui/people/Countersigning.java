package vigil.ui.people;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.people.Countersign;
import vigil.people.People;
import vigil.session.Event;
import vigil.session.PlasmaChoice;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.PeopleActions;
import vigil.ui.history.Archive;

/**
 * The same actions, but an entry that has to be signed or checked by a second person asks for that person's PIN first. So no
 * view has to know which entries those are. Belongs to the JavaFX thread.
 */
public final class Countersigning implements ConsoleActions {
    private final ConsoleActions actions;
    private final SignIn signIn;
    private Optional<Snapshot> latest = Optional.empty();

    public Countersigning(ConsoleActions actions, SignIn signIn) {
        this.actions = actions;
        this.signIn = signIn;
    }

    /** What the console shows now. */
    public void see(Snapshot snapshot) {
        latest = Optional.of(snapshot);
        signIn.see(snapshot.people());
    }

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        Optional<Event.ByPerson> sketch = latest.filter(it -> it.people().hasUsers())
                .map(it -> entry.made(
                        it.now(), it.people().presence().acting().orElse(People.BREAK_GLASS)));
        Optional<Countersign> needed = sketch.flatMap(Countersign::neededBy);
        needed.ifPresentOrElse(
                what -> signIn.sign(what, sketch.flatMap(Countersign::claimedBy).map(Staff::userId).orElse(""), entry, answer),
                () -> actions.enter(entry, answer));
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        actions.foresee(entry, answer);
    }

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
    public void showPlasma(PlasmaChoice choice) {
        actions.showPlasma(choice);
    }

    @Override
    public void keep(String form, Map<String, String> texts) {
        actions.keep(form, texts);
    }

    @Override
    public Archive archive() {
        return actions.archive();
    }

    @Override
    public PeopleActions people() {
        return actions.people();
    }
}
