package vigil.ui.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.DeliveryCause;
import vigil.session.Direction;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.StopReason;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;

/**
 * What was answered, as the entry it stands for.
 *
 * @param condition key of the prompt that it is about; empty where it is about none
 */
record Entries(Answers answers, String condition, Instant now, ZoneId zone) {
    /** The entry of {@code act}; nothing while something that it needs is missing or cannot be read. */
    Optional<Entry> of(Act act) {
        boolean whole = Asks.needed(act).stream()
                .allMatch(question -> answers.value(question).isPresent());
        return whole && Asks.further(act).stream().allMatch(answers::isSound) ? made(act) : Optional.empty();
    }

    private Optional<Entry> made(Act act) {
        return switch (act) {
            case PAUSE -> Optional.of((at, by) -> new Event.StopExplained(at, StopReason.SIDE_EFFECT_PAUSE, "", by));
            case EASED -> Optional.of((at, by) -> new Event.PauseAssessed(at, true, by));
            case NOT_EASED -> Optional.of((at, by) -> new Event.PauseAssessed(at, false, by));
            case STOP_SEEN -> Optional.of((at, by) -> new Event.StopExplained(at, StopReason.OTHER, "", by));
            case REVIEW -> Optional.of(Event.ReviewDone::new);
            case BACK -> Optional.of(Event.PatientBack::new);
            case DIRECTION -> direction();
            case OVERRIDE_PAUSE -> override(Overridable.R15);
            case OVERRIDE_TERMINATION -> override(Overridable.R17);
            case OVERRIDE_MAXIMUM -> override(Overridable.R12);
            case OVERRIDE_SET_UP ->
                answers.value(Asks.OVERRIDDEN).map(Overridable::valueOf).flatMap(this::override);
            case TERMINATE -> with(Asks.DECIDED_BY, this::terminated);
            case CEASE -> with(Asks.DECIDED_BY, name -> ceased(name));
            case STOP_REASON -> with(Asks.STOP, this::stopped);
            case CAUSE -> with(Asks.CAUSE, this::caused);
            case PURGE -> with(Asks.PURGED_ML, ml -> (at, by) -> new Event.PurgeRecorded(at, new Volume(ml), by));
            case AWAY -> with(Asks.WHERE, where -> (at, by) -> new Event.PatientAway(at, where, by));
            case CONCERN -> with(Asks.CONCERN, this::concerned);
            case DAILY ->
                with(Asks.DAILY, item -> (at, by) -> new Event.DailyItemDone(at, DailyItem.valueOf(item), note(), by));
            case CONCERN_OVER -> Optional.of((at, by) -> new Event.ConcernEnded(at, note(), by));
            case SET_ASIDE ->
                with(Asks.REASON, reason -> (at, by) -> new Event.PromptClosed(at, condition, reason, by));
            case PLAN -> Optional.of((at, by) -> new Event.DischargePlanned(at, plan(), by));
            case REVIEW_PLAN -> reviewPlanned();
            case OBSERVE, STEPS, CHECK, CHART_STOP, AFTER -> Optional.empty();
        };
    }

    private <T> Optional<Entry> with(vigil.ui.form.Question<T> question, Function<T, Entry> made) {
        return answers.value(question).map(made);
    }

    private String note() {
        return answers.value(Asks.NOTE).orElse("");
    }

    private Optional<Entry> direction() {
        return answers.value(Asks.PHYSICIAN)
                .flatMap(name -> answers.value(Asks.WORDS)
                        .map(words -> new Direction(name, calledAt(), words))
                        .map(said -> (at, by) -> new Event.PhysicianDirected(at, said, by)));
    }

    /** Without a time the call was now; a time that is still to come today was yesterday's. */
    private Instant calledAt() {
        return answers.value(Asks.CALLED).map(this::latest).orElse(now);
    }

    private Instant latest(LocalTime time) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant thatDay = today.atTime(time).atZone(zone).toInstant();
        return thatDay.isAfter(now)
                ? today.minusDays(1).atTime(time).atZone(zone).toInstant()
                : thatDay;
    }

    private DischargePlan plan() {
        return new DischargePlan(
                answers.isTicked(Asks.LETTER),
                answers.isTicked(Asks.RELAPSE),
                answers.isTicked(Asks.EMERGENCY_PLAN),
                answers.isTicked(Asks.INFORMED),
                answers.isTicked(Asks.BOOKED));
    }

    private Optional<Entry> reviewPlanned() {
        Optional<LocalDate> on = answers.value(Asks.REVIEW_ON);
        String reason = answers.value(Asks.NO_REVIEW).orElse("");
        return on.isEmpty() && reason.isEmpty()
                ? Optional.empty()
                : Optional.of((at, by) -> new Event.ReviewPlanned(at, on, reason, by));
    }

    private Optional<Entry> override(Overridable rule) {
        return answers.value(Asks.PHYSICIAN)
                .flatMap(name -> answers.value(Asks.REASON)
                        .map(reason -> (at, by) -> new Event.OverrideRecorded(at, rule, name, reason, by)));
    }

    private Entry terminated(String name) {
        return (at, by) -> new Event.CessationDecided(at, CessationReason.DISSOCIATION, name, by);
    }

    private Entry ceased(String name) {
        CessationReason reason =
                answers.value(Asks.CESSATION).map(CessationReason::valueOf).orElseThrow();
        return (at, by) -> new Event.CessationDecided(at, reason, name, by);
    }

    private Entry stopped(String reason) {
        Optional<Duration> planned =
                answers.value(Asks.PLANNED_MIN).map(min -> Duration.ofMinutes(min.longValueExact()));
        return (at, by) -> new Event.StopExplained(at, StopReason.valueOf(reason), note(), planned, by);
    }

    private Entry caused(String cause) {
        return (at, by) -> new Event.DeliveryExplained(at, DeliveryCause.valueOf(cause), note(), by);
    }

    private Entry concerned(String concern) {
        return (at, by) -> new Event.ConcernRaised(at, Concern.valueOf(concern), note(), by);
    }
}
