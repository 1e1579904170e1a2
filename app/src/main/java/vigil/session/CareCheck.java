package vigil.session;

import java.time.Duration;
import java.util.Optional;

/** Asks whether an entry about the patient's care makes sense now. The reason is one English line. */
final class CareCheck {
    private CareCheck() {}

    static Optional<String> refusal(Session session, Event.OfCare entry) {
        return switch (entry) {
            case Event.PauseAssessed it -> assessment(session, it.eased());
            case Event.PhysicianDirected it ->
                unless(
                        isGiven(it.direction().physician())
                                && isGiven(it.direction().words()),
                        "a direction needs the physician's name and the direction itself (R16)");
            case Event.OverrideRecorded it -> override(session, it);
            case Event.PatientAway _ ->
                unless(
                        Effects.hasDrugToPause(session.phase())
                                && session.care().ward().away().isEmpty(),
                        "no pump is attached, or the patient is marked away already");
            case Event.PatientBack _ ->
                unless(session.care().ward().away().isPresent(), "the patient is not marked away");
            case Event.ConcernRaised _ -> Optional.empty();
            case Event.ConcernEnded _ ->
                unless(!session.care().ward().concerns().isEmpty(), "no concern has been raised");
            case Event.ReviewPlanned it ->
                unless(it.on().isPresent() || isGiven(it.reason()), "a date, or the reason why there is none (R25)");
            case Event.DailyItemDone _ ->
                unless(
                        session.progress().course().startedAt().isPresent(),
                        "the infusion has not started; there is no day of it yet");
            case Event.PromptClosed it -> unless(isGiven(it.reason()), "a prompt is set aside with a reason (R32)");
        };
    }

    private static Optional<String> assessment(Session session, boolean eased) {
        Optional<Pause> pause = session.care().effects().running();
        boolean over = pause.map(it -> it.isOver(session.elapsed())).orElse(false);
        boolean answered = pause.flatMap(Pause::assessed).isPresent();
        return Transitions.refusal(session.phase(), Trigger.PAUSE_ASSESSED)
                .or(() -> unless(over, "the pause is not over: " + left(pause, session.elapsed()) + " min left"))
                .or(() -> unless(!answered, "the pause is assessed already"))
                .or(() -> unless(
                        !eased || !session.care().isStillTroubled(session.careChoices()),
                        "the newest set still shows a troublesome effect; chart a set first"));
    }

    private static String left(Optional<Pause> pause, Duration now) {
        Duration left = pause.map(it -> it.wanted().minus(it.length(now))).orElse(Duration.ZERO);
        return String.valueOf(left.toMinutes() + 1);
    }

    private static Optional<String> override(Session session, Event.OverrideRecorded entry) {
        return unless(
                        isGiven(entry.physician()) && isGiven(entry.reason()),
                        "an override needs the physician's name and the reason (R32)")
                .or(() -> unless(isOpen(session, entry.rule()), "there is nothing to override"));
    }

    private static boolean isOpen(Session session, Overridable rule) {
        Effects effects = session.care().effects();
        return switch (rule) {
            case R1, R2, R3, R19 ->
                !session.isOverridden(rule)
                        && (session.phase() == Phase.PLANNED || session.phase().isCourse());
            case R12 -> session.isAboveMaximum();
            case R15 -> effects.pauseWanted(session.phase()).isPresent();
            case R17 -> effects.terminationWanted(session.progress()).isPresent();
        };
    }

    private static boolean isGiven(String text) {
        return !text.isBlank();
    }

    private static Optional<String> unless(boolean allowed, String reason) {
        return allowed ? Optional.empty() : Optional.of(reason);
    }
}
