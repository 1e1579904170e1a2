package vigil.ui.setup;

import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.ui.flow.Act;
import vigil.ui.flow.ActForm;
import vigil.ui.flow.CareEntry;
import vigil.ui.flow.Outcome;
import vigil.ui.form.Field;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;

/**
 * The override of a rule that holds the start back (R1, R2, R3, R19), as it is entered in the set-up: which rule, which
 * physician, why. Belongs to the JavaFX thread.
 */
final class OverrideDesk {
    private final CareEntry care;
    private final Density density;
    private final Phrases phrases;
    private Optional<Snapshot> last = Optional.empty();
    private Optional<ActForm> form = Optional.empty();

    OverrideDesk(CareEntry care, Density density, Phrases phrases) {
        this.care = care;
        this.density = density;
        this.phrases = phrases;
    }

    /** The form that is open. */
    Optional<ActForm> form() {
        return form;
    }

    /** Whether something is missing that a physician may set aside. */
    boolean isPossible(Snapshot snapshot) {
        return form.isEmpty() && Act.OVERRIDE_SET_UP.isOffered(snapshot);
    }

    void begin(Snapshot snapshot) {
        care.choose(Act.OVERRIDE_SET_UP, "", snapshot.now().utc(), snapshot.zone());
    }

    /** Opens or puts away the form, as it is wanted; true when that has changed. */
    boolean show(Snapshot snapshot, Phrases now) {
        last = Optional.of(snapshot);
        boolean wanted = care.open().filter(act -> act.isAt(Act.Way.SETUP)).isPresent();
        boolean changed = wanted != form.isPresent();
        if (changed) {
            form = wanted ? Optional.of(made()) : Optional.empty();
        }
        form.ifPresent(it -> it.say(new Outcome(care, now).words()));
        return changed;
    }

    private ActForm made() {
        return new ActForm(
                Act.OVERRIDE_SET_UP, new Field.Place(care.form(), phrases, density), this::save, care::close);
    }

    private void save() {
        last.ifPresent(snapshot -> care.save(snapshot.now().utc(), snapshot.zone()));
    }
}
