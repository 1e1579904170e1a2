package vigil.ui.setup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vigil.dose.Dosing;
import vigil.engine.Preparation;
import vigil.engine.Snapshot;
import vigil.session.Admission;
import vigil.session.Phase;
import vigil.session.SetUp;
import vigil.session.Solution;

/**
 * What is in the record already and what the pump says, as far as the parts of the set-up need it. Immutable.
 *
 * @param today in the ward's zone
 * @param zone the ward's; before a session is open that of this console
 */
record Situation(
        Preparation preparation, Phase phase, Snapshot.Link link, List<String> missing, LocalDate today, ZoneId zone) {
    /** {@code own}: the zone of this console. */
    static Situation of(Snapshot snapshot, ZoneId own) {
        boolean open = isOpen(snapshot);
        ZoneId zone = open ? snapshot.zone() : own;
        Preparation known = snapshot.course().preparation();
        Preparation shown = open
                ? known
                : new Preparation(
                        SetUp.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        known.settings(),
                        known.drafts());
        return new Situation(
                shown,
                snapshot.course().phase(),
                snapshot.link(),
                snapshot.course().missingSetUp(),
                LocalDate.ofInstant(snapshot.now().utc(), zone),
                zone);
    }

    private static boolean isOpen(Snapshot snapshot) {
        return snapshot.sessionId().isPresent() && snapshot.course().phase() != Phase.CLOSED;
    }

    boolean isOpen() {
        return preparation.setUp().opening().isPresent();
    }

    SetUp setUp() {
        return preparation.setUp();
    }

    /** What is in the syringe, checked by a second person or not yet. */
    Optional<Solution> solution() {
        return setUp().solution().or(preparation::unchecked);
    }

    /** What turns a rate into a dose, once weight and strength are known. */
    Optional<Dosing> dosing() {
        return setUp().dosingWeight()
                .flatMap(weight -> solution().map(solution -> new Dosing(solution.concentration(), weight)));
    }

    /** What was recorded around the course; nothing ticked where nothing was. */
    Admission admission() {
        return preparation.admission().orElse(new Admission(false, false, "", Admission.WeanPlan.NONE));
    }
}
