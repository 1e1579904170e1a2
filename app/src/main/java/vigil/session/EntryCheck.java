package vigil.session;

import java.util.Optional;
import vigil.opioid.OmeddTable;

/**
 * Asks before an entry becomes an event whether the session can take it. The reason is one English line for the person
 * who made the entry; an event of the program is never refused.
 */
public final class EntryCheck {
    private EntryCheck() {}

    /** Why {@code event} cannot be taken now; empty when it can. */
    public static Optional<String> refusal(Session session, Event event) {
        return switch (event) {
            case Event.ByProgram _ -> Optional.empty();
            case Event.SessionOpened _ -> unless(!session.isOpen(), "another session is open; close it first");
            case Event.ByPerson entry -> session.isOpen() ? whileOpen(session, entry) : unopened(entry);
        };
    }

    private static Optional<String> unopened(Event.ByPerson entry) {
        boolean attention = entry instanceof Event.ConditionAcknowledged
                || entry instanceof Event.AudioPaused
                || entry instanceof Event.AudioResumed;
        return unless(attention, "no session is open");
    }

    private static Optional<String> whileOpen(Session session, Event.ByPerson entry) {
        return switch (entry) {
            case Event.SolutionConfirmed it ->
                unless(
                        !it.by().userId().equals(it.secondChecker().userId()),
                        "the second check must be by a second person (R29)");
            case Event.WeightConfirmed _, Event.PumpBound _ ->
                unless(isBeforeEnd(session), "the infusion has ceased; weight and pump stay as they were");
            case Event.RateOrdered it -> order(session, it.order());
            case Event.StopExplained _ ->
                unless(
                        session.phase().isCourse() || session.phase() == Phase.CEASED,
                        "no infusion is running that could stand still");
            case Event.CessationDecided _ -> cessation(session);
            case Event.Signed it -> signature(session, it);
            case Event.OpioidRegimenRecorded it ->
                unless(
                        OmeddTable.of(it.regimen().tableVersion()).isPresent(),
                        "there is no conversion table of version "
                                + it.regimen().tableVersion());
            case Event.SessionOpened _,
                    Event.OutcomesScored _,
                    Event.ReferenceChosen _,
                    Event.PlasmaChosen _,
                    Event.LineConfirmed _,
                    Event.AssessmentRecorded _,
                    Event.ObservationsCharted _,
                    Event.ReviewDone _,
                    Event.DischargePlanned _,
                    Event.NoteAdded _,
                    Event.ConditionAcknowledged _,
                    Event.AudioPaused _,
                    Event.AudioResumed _ -> Optional.empty();
        };
    }

    private static boolean isBeforeEnd(Session session) {
        Phase phase = session.phase();
        return phase == Phase.PLANNED || phase == Phase.READY || phase.isCourse();
    }

    private static Optional<String> order(Session session, RateOrder order) {
        if (!isBeforeEnd(session)) {
            return Optional.of("the infusion has ceased; a new order needs a new session");
        }
        return order.kind() == RateOrder.Kind.WEAN_STEP ? weanStep(session, order) : Optional.empty();
    }

    private static Optional<String> weanStep(Session session, RateOrder order) {
        if (!session.phase().isCourse()) {
            return Optional.of("a wean step needs a running infusion");
        }
        boolean lower = session.setUp()
                .order()
                .map(before -> order.flowRate().compareTo(before.flowRate()) < 0)
                .orElse(true);
        return unless(lower, "a wean step must lower the ordered rate");
    }

    private static Optional<String> cessation(Session session) {
        if (session.progress().cessation().isPresent()) {
            return Optional.of("the decision to cease is already recorded");
        }
        return unless(session.phase().isCourse(), "no infusion is running that could cease");
    }

    private static Optional<String> signature(Session session, Event.Signed entry) {
        return switch (entry.meaning()) {
            case REVIEWED_AGAINST_GATE ->
                unless(session.phase() != Phase.OBSERVING || session.gate().isMet(), "the discharge gate is not met");
            case OBSERVATIONS_COMPLETE, HANDED_OVER, TAKEN_OVER -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean allowed, String reason) {
        return allowed ? Optional.empty() : Optional.of(reason);
    }
}
