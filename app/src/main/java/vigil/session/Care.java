package vigil.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.dose.GrowingList;
import vigil.pump.FlowRate;

/**
 * What people do beside the pump: observations and when they are due, what is done each day, the discharge plan, signatures, what
 * side effects have led to, and what was said about the patient. Immutable.
 */
public record Care(
        Observations observations,
        ObservationSchedule schedule,
        DailyCare daily,
        Optional<DischargePlan> plan,
        GrowingList<Signature> signatures,
        Effects effects,
        Ward ward) {
    public static final Care NONE = new Care(
            Observations.NONE,
            ObservationSchedule.NONE,
            DailyCare.NONE,
            Optional.empty(),
            GrowingList.empty(),
            Effects.NONE,
            Ward.NONE);

    private static final Duration WATCHED = Duration.ofMinutes(15);
    private static final Duration WATCHED_IN_EMERGENCY = Duration.ofMinutes(10);
    private static final int SEDATED = 2;

    public record Signature(Stamp at, Staff by, SignatureMeaning meaning, String contentHash) {}

    Care charted(Event.ObservationsCharted event, Stamp at, Progress progress, CareChoices choices) {
        ObservationSchedule.Matched matched = schedule.charted(at.elapsed());
        List<ObservationDuty> satisfied = matched.satisfied();
        Observations.Charted charted = new Observations.Charted(at, event.by(), event.set(), satisfied, false);
        boolean started = progress.course().startedAt().isPresent();
        Effects measured = effects.measured(event.set());
        Effects next = started ? measured.charted(charted, observations, progress.phase(), choices) : measured;
        DailyCare asked = started
                ? daily.charted(event.set(), observations.baseline().map(Observations.Charted::set), at)
                : daily;
        Care care =
                new Care(observations.with(charted, started), matched.schedule(), asked, plan, signatures, next, ward);
        return care.watched(at);
    }

    /** Everything but the times of a set is weighed anew with what it should have said. */
    Care amended(Event.ObservationsAmended event, Stamp now, Session session) {
        return observations
                .at(event.charted())
                .map(was -> amended(was, was.as(event.set()), event.by(), now, session)
                        .watched(now))
                .orElse(this);
    }

    private Care amended(Observations.Charted was, Observations.Charted is, Staff by, Stamp now, Session session) {
        Observations next = observations.replacing(was, is);
        Effects measured = effects.measuredAnew(next);
        if (!session.progress().course().hasStartedBy(was.at())) {
            return new Care(next, schedule, daily, plan, signatures, measured, ward);
        }
        Effects decided = new Reconsidered(measured, next, session.phase(), session.careChoices()).after(was, is, by);
        DailyCare asked = daily.charted(is.set(), next.baseline().map(Observations.Charted::set), now);
        return new Care(next, schedule, asked, plan, signatures, decided, ward);
    }

    /** Lays out the next observation sooner while the newest set, or an emergency, asks for it. */
    private Care watched(Stamp now) {
        return with(schedule.tightened(now.elapsed(), interval()));
    }

    private Optional<Duration> interval() {
        if (!emergency().isEmpty()) {
            return Optional.of(WATCHED_IN_EMERGENCY);
        }
        return observations
                .latest()
                .map(Observations.Charted::set)
                .filter(set -> set.sedation() >= SEDATED || Dissociation.isAnyAnswered(set))
                .map(_ -> WATCHED);
    }

    /** The emergency criteria that are met now (C01): measured ones, then those a person raised. */
    public List<EmergencyCriterion> emergency() {
        return effects.criteria().isEmpty() && ward.concerns().isEmpty()
                ? List.of()
                : Stream.concat(
                                effects.criteria().stream(),
                                ward.concerns().stream().map(EmergencyCriterion::of))
                        .toList();
    }

    Care with(ObservationSchedule next) {
        return Change.isNone(schedule, next)
                ? this
                : new Care(observations, next, daily, plan, signatures, effects, ward);
    }

    Care with(SiteSettings settings) {
        return with(schedule.with(ScheduleChoices.of(settings)));
    }

    Care with(DailyCare next) {
        return Change.isNone(daily, next)
                ? this
                : new Care(observations, schedule, next, plan, signatures, effects, ward);
    }

    Care with(DischargePlan planned) {
        return new Care(observations, schedule, daily, Optional.of(planned), signatures, effects, ward);
    }

    Care with(Signature signature) {
        return new Care(observations, schedule, daily, plan, signatures.with(signature), effects, ward);
    }

    Care with(Effects next) {
        return Change.isNone(effects, next)
                ? this
                : new Care(observations, schedule, daily, plan, signatures, next, ward);
    }

    Care with(Ward next) {
        return Change.isNone(ward, next)
                ? this
                : new Care(observations, schedule, daily, plan, signatures, effects, next);
    }

    /** {@code session} is the session before the entry. */
    Care taking(Event.OfCare entry, Stamp at, Session session) {
        return switch (entry) {
            case Event.PauseAssessed it -> assessed(new Pause.Assessed(at, it.eased(), it.by()), session.phase());
            case Event.PhysicianDirected it ->
                with(effects.directed()).with(ward.with(new Ward.Directed(at, it.direction(), it.by())));
            case Event.OverrideRecorded it -> overridden(it, at, session);
            case Event.PatientAway it -> with(ward.left(new Ward.Away(at, it.where(), it.by())));
            case Event.PatientBack _ -> with(ward.back());
            case Event.ConcernRaised it ->
                with(ward.with(new Ward.Raised(at, it.concern(), it.note(), it.by())))
                        .watched(at);
            case Event.ConcernEnded _ -> with(ward.withoutConcerns()).watched(at);
            case Event.ReviewPlanned it -> with(ward.with(new Ward.Review(it.on(), it.reason())));
            case Event.DailyItemDone it -> with(daily.done(it.item(), at));
            case Event.PromptClosed _ -> this;
        };
    }

    private Care assessed(Pause.Assessed answer, Phase phase) {
        boolean asked = Transitions.refusal(phase, Trigger.PAUSE_ASSESSED).isEmpty();
        return asked ? with(effects.assessed(answer)) : this;
    }

    private Care overridden(Event.OverrideRecorded entry, Stamp at, Session session) {
        Optional<FlowRate> flowRate = session.delivery()
                .live(at.elapsed())
                .flatMap(sample -> sample.reading().flowRate());
        return with(effects.overridden(entry.rule()))
                .with(ward.with(
                        new Ward.SetAside(entry.rule(), at, flowRate, entry.physician(), entry.reason(), entry.by())));
    }

    /** True while the newest set shows an effect that asks for a pause. */
    public boolean isStillTroubled(CareChoices choices) {
        return observations
                .latest()
                .map(Observations.Charted::set)
                .filter(set -> !SideEffects.qualifying(
                                set, observations.baseline().map(Observations.Charted::set), choices)
                        .isEmpty())
                .isPresent();
    }

    /** An override of R12 covers the rate it was recorded at and nothing above, and only while it is above the maximum. */
    Care keepingOverrides(Session session) {
        Optional<Ward.SetAside> override = ward.override(Overridable.R12);
        return override.isEmpty() || isCovered(override.get(), session) ? this : with(ward.without(Overridable.R12));
    }

    private static boolean isCovered(Ward.SetAside override, Session session) {
        Optional<FlowRate> now = session.delivery()
                .live(session.elapsed())
                .flatMap(sample -> sample.reading().flowRate());
        boolean higher = now.flatMap(rate -> override.flowRate().map(covered -> rate.compareTo(covered) > 0))
                .orElse(false);
        return !higher && (now.isEmpty() || session.isAboveMaximum());
    }
}
