package vigil.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigil.engine.CareSight;
import vigil.engine.CareSight.Question;
import vigil.engine.Snapshot;
import vigil.session.CessationReason;
import vigil.session.Delivery.Evidence;
import vigil.session.Phase;

/** What the session would take now, so that nothing is offered that it refuses. The session itself has the last word. */
record Possible(Snapshot snapshot) {
    /** What R1, R2, R3 and R19 ask for. */
    private static final Set<String> OVERRIDABLE =
            Set.of("missing.purpose", "missing.selection", "missing.assessment", "missing.opioidPlan");

    /** Why {@code act} makes no sense now, as a message key; empty when it can be done. */
    Optional<String> why(Act act) {
        return snapshot.sessionId().isEmpty() ? Optional.of("why.no-session") : whileOpen(act);
    }

    boolean can(Act act) {
        return why(act).isEmpty();
    }

    private Optional<String> whileOpen(Act act) {
        return switch (act) {
            case PAUSE -> phase() == Phase.PAUSED_FOR_SIDE_EFFECT ? Optional.of("why.paused") : explain();
            case EASED -> question() == Question.OPEN_BUT_TROUBLED ? Optional.of("why.troubled") : answer();
            case NOT_EASED -> answer();
            case STOP_SEEN -> unless(isCeasingUnseen(), "why.pump-tells");
            case STOP_REASON -> explain();
            case BACK -> unless(care().ward().away().isPresent(), "why.not-away");
            case AWAY -> unless(hasPump() && care().ward().away().isEmpty(), "why.away");
            case OVERRIDE_PAUSE -> unless(care().flow().pauseWanted().isPresent(), "why.nothing");
            case OVERRIDE_TERMINATION ->
                unless(care().flow().terminationWanted().isPresent(), "why.nothing");
            case OVERRIDE_MAXIMUM -> unless(snapshot.dose().aboveMaximum(), "why.nothing");
            case OVERRIDE_SET_UP -> unless(!overridable().isEmpty(), "why.nothing");
            case TERMINATE -> unless(hasPump() && !isDecidedAs(CessationReason.DISSOCIATION), "why.decided");
            case CEASE -> cease();
            case CAUSE -> unless(care().pump().unexpected().isPresent() || phase().isCourse(), "why.nothing");
            case CONCERN_OVER -> unless(!care().ward().concerns().isEmpty(), "why.nothing");
            case DAILY -> unless(snapshot.course().elapsed().isPresent(), "why.not-started");
            case PLAN, REVIEW_PLAN, AFTER -> unless(care().after().isPresent(), "why.not-ceased");
            case REVIEW, DIRECTION, PURGE, CONCERN, SET_ASIDE, OBSERVE, STEPS, CHECK, CHART_STOP -> Optional.empty();
        };
    }

    /** After the decision to cease, where no data can tell, every explanation would confirm that the pump stands still. */
    private Optional<String> explain() {
        return isCeasingUnseen() ? Optional.of("why.decided") : unless(isRunning(), "why.not-running");
    }

    private Optional<String> answer() {
        return unless(question() == Question.OPEN || question() == Question.OPEN_BUT_TROUBLED, "why.hour");
    }

    private Optional<String> cease() {
        if (care().flow().terminationWanted().isPresent()) {
            return Optional.of("why.dissociation");
        }
        boolean decided = care().flow().decision().isPresent();
        return unless(phase().isCourse() && !decided, decided ? "why.decided" : "why.not-running");
    }

    /** What is missing before the start and may be set aside. */
    private List<String> overridable() {
        return snapshot.course().missingSetUp().stream()
                .filter(OVERRIDABLE::contains)
                .toList();
    }

    private boolean isDecidedAs(CessationReason reason) {
        return care().flow()
                .decision()
                .filter(it -> it.decision().reason() == reason)
                .isPresent();
    }

    private boolean isCeasingUnseen() {
        Evidence evidence = care().flow().evidence();
        boolean unseen = evidence == Evidence.LOST || evidence == Evidence.UNCLEAR;
        return hasPump() && unseen && care().flow().decision().isPresent();
    }

    private boolean isRunning() {
        return phase() == Phase.INFUSING || phase() == Phase.WEANING || phase() == Phase.INTERRUPTED;
    }

    private boolean hasPump() {
        return phase().isCourse() || phase() == Phase.CEASED;
    }

    private Phase phase() {
        return snapshot.course().phase();
    }

    private CareSight care() {
        return snapshot.care();
    }

    private Question question() {
        return care().flow().question();
    }

    private static Optional<String> unless(boolean possible, String why) {
        return possible ? Optional.empty() : Optional.of(why);
    }
}
