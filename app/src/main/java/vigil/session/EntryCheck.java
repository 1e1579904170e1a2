package vigil.session;

import java.math.BigDecimal;
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
            case Event.ByProgram _, PeopleEvent _ -> Optional.empty();
            case Event.SessionOpened _ -> unless(!session.isOpen(), "another session is open; close it first");
            case Event.ByPerson entry -> session.isOpen() ? whileOpen(session, entry) : unopened(entry);
        };
    }

    private static Optional<String> unopened(Event.ByPerson entry) {
        boolean anyTime = entry instanceof Event.ConditionAcknowledged
                || entry instanceof Event.SettingChanged
                || entry instanceof Event.AudioPaused
                || entry instanceof Event.AudioResumed
                || entry instanceof Event.OfSound;
        return unless(anyTime, "no session is open");
    }

    private static Optional<String> whileOpen(Session session, Event.ByPerson entry) {
        return switch (entry) {
            case Event.SolutionConfirmed it ->
                unless(
                        !it.by().userId().equals(it.secondChecker().userId()),
                        "the second check must be by a second person (R29)");
            case Event.PumpChecked it -> check(session, it);
            case Event.DeliveryExplained _ ->
                unless(
                        session.supervision().watch().unexpected().isPresent()
                                || session.phase().isCourse(),
                        "nothing unexpected has been seen that could be explained");
            case Event.WeightConfirmed it ->
                ceased(session)
                        .or(() -> unless(
                                !it.secondChecker()
                                        .map(Staff::userId)
                                        .equals(Optional.of(it.by().userId())),
                                "the second entry of the weight must be by a second person (R28)"));
            case Event.PumpBound _, Event.ChartedPumpBound _ -> ceased(session);
            case Event.RateOrdered it -> order(session, it.order());
            case Event.ObservationsAmended it -> amendment(session, it);
            case Event.EntryVoided it -> voiding(session, it);
            case Event.StopExplained it -> explanation(session, it.reason());
            case Event.CessationDecided it -> cessation(session, it.reason());
            case Event.Signed it -> signature(session, it);
            case Event.OpioidRegimenRecorded it ->
                unless(
                        OmeddTable.of(it.regimen().tableVersion()).isPresent(),
                        "there is no conversion table of version "
                                + it.regimen().tableVersion());
            case Event.ReviewDone it ->
                unless(
                        it.by().role() == Staff.Role.PHYSICIAN
                                || session.careChoices().reviewByDelegate(),
                        "the daily review is the specialist's (R7)");
            case Event.OfCare it -> CareCheck.refusal(session, it);
            case Event.SessionOpened _,
                    Event.PatientCorrected _,
                    Event.OutcomesScored _,
                    Event.ReferenceChosen _,
                    Event.PlasmaChosen _,
                    Event.AdmissionRecorded _,
                    Event.WeightMeasured _,
                    Event.SolutionEntered _,
                    Event.PurgeRecorded _,
                    Event.LineConfirmed _,
                    Event.AssessmentRecorded _,
                    Event.ObservationsCharted _,
                    Event.DischargePlanned _,
                    Event.NoteAdded _,
                    Event.SettingChanged _,
                    Event.ConditionAcknowledged _,
                    Event.AudioPaused _,
                    Event.AudioResumed _,
                    Event.OfSound _ -> Optional.empty();
        };
    }

    private static Optional<String> amendment(Session session, Event.ObservationsAmended entry) {
        Optional<ObservationSet> charted =
                session.care().observations().at(entry.charted()).map(Observations.Charted::set);
        return unless(charted.isPresent(), "no set was charted at that time in this session")
                .or(() -> unless(!entry.reason().isBlank(), "give the reason for the amendment (R32)"))
                .or(() ->
                        unless(!charted.equals(Optional.of(entry.set())), "nothing is different from the charted set"));
    }

    private static Optional<String> voiding(Session session, Event.EntryVoided event) {
        Optional<Standing.Entry> found =
                session.supervision().entered().standing().find(event.entered(), event.kind());
        boolean counted = session.delivery().isCharted()
                && found.filter(entry -> entry.said() instanceof Event.PumpChecked check
                                && check.check().figures().isPresent())
                        .isPresent();
        return unless(found.isPresent(), "there is no such entry in this session that stands")
                .or(() -> unless(!event.reason().isBlank(), "give the reason why it was entered in error (R32)"))
                .or(() -> unless(
                        !counted, "its figures are in the dose already: enter the check as it should be, with a note"));
    }

    private static Optional<String> check(Session session, Event.PumpChecked entry) {
        boolean byTwo = entry.secondChecker()
                .map(second -> !second.userId().equals(entry.by().userId()))
                .orElse(false);
        if (entry.check().occasion().isByTwo() && !byTwo) {
            return Optional.of("this check needs a second person (section 10)");
        }
        boolean read =
                entry.check().figures().isPresent() || !session.delivery().isCharted();
        return unless(read, "no wire reaches this pump: enter its rate and volume infused");
    }

    private static Optional<String> ceased(Session session) {
        return unless(isBeforeEnd(session), "the infusion has ceased; weight and pump stay as they were");
    }

    private static boolean isBeforeEnd(Session session) {
        Phase phase = session.phase();
        return phase == Phase.PLANNED || phase == Phase.READY || phase.isCourse();
    }

    private static Optional<String> order(Session session, RateOrder order) {
        Optional<RateOrder> before = session.setUp().order();
        return Transitions.refusal(session.phase(), Progress.triggerOf(order, before))
                .or(() -> range(order))
                .or(() -> order.kind() == RateOrder.Kind.WEAN_STEP ? weanStep(order, before) : Optional.empty())
                .or(() -> raise(session, order, before));
    }

    private static Optional<String> weanStep(RateOrder order, Optional<RateOrder> before) {
        return before.filter(earlier -> order.flowRate().compareTo(earlier.flowRate()) >= 0)
                .map(earlier -> "a wean step must lower the ordered rate: %s ≥ %s mL/h"
                        .formatted(
                                plain(order.flowRate().mlPerH()),
                                plain(earlier.flowRate().mlPerH())));
    }

    private static Optional<String> range(RateOrder order) {
        BigDecimal lowest = order.lowest().mgPerKgPerH();
        BigDecimal highest = order.highest().mgPerKgPerH();
        return unless(
                lowest.compareTo(highest) <= 0,
                "the range of the order ends below its beginning: %s > %s mg/kg/h"
                        .formatted(plain(lowest), plain(highest)));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** Nobody raises the rate while a dissociative or amnestic effect asks for the end of the infusion. */
    private static Optional<String> raise(Session session, RateOrder order, Optional<RateOrder> before) {
        boolean raises = Progress.triggerOf(order, before) == Trigger.INCREASE_ORDERED;
        boolean terminates =
                session.care().effects().terminationWanted(session.progress()).isPresent();
        return unless(!raises || !terminates, "a dissociative effect is recorded: the rate is not raised (R17)");
    }

    private static Optional<String> explanation(Session session, StopReason reason) {
        Delivery.Evidence evidence = session.delivery().evidence(session.elapsed());
        return Transitions.refusal(session.phase(), session.progress().triggerOf(reason, evidence));
    }

    /** After a dissociative effect the course ends for that reason and no other (R17, A14), unless it was overridden. */
    private static Optional<String> cessation(Session session, CessationReason reason) {
        Optional<CessationReason> decided =
                session.progress().cessation().map(it -> it.decision().reason());
        boolean dissociation = reason == CessationReason.DISSOCIATION;
        boolean amends = dissociation && !decided.equals(Optional.of(reason));
        boolean terminates =
                session.care().effects().terminationWanted(session.progress()).isPresent();
        return Transitions.refusal(session.phase(), Trigger.CESSATION_DECIDED)
                .or(() -> unless(decided.isEmpty() || amends, "the decision to cease is already recorded"))
                .or(() -> unless(
                        dissociation || !terminates,
                        "a dissociative effect is recorded: cease for that reason, or a physician overrides R17"));
    }

    private static Optional<String> signature(Session session, Event.Signed entry) {
        return SecondSignature.refusal(
                        session.care().signatures(), session.progress().t0(), entry)
                .or(() -> switch (entry.meaning()) {
                    case REVIEWED_AGAINST_GATE -> release(session);
                    case CESSATION_BACKDATED -> Backdating.refusal(session, entry.by());
                    case OBSERVATIONS_COMPLETE, HANDED_OVER, TAKEN_OVER -> Optional.empty();
                });
    }

    private static Optional<String> release(Session session) {
        return Transitions.refusal(session.phase(), Trigger.RELEASED)
                .or(() -> unless(session.gate().isMet(), "the discharge gate is not met"));
    }

    private static Optional<String> unless(boolean allowed, String reason) {
        return allowed ? Optional.empty() : Optional.of(reason);
    }
}
