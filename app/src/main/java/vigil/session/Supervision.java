package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.pump.PumpEvent;
import vigil.session.Delivery.Evidence;
import vigil.session.PumpCheck.Occasion;

/**
 * The session's watch over the pump: what its readings say against the order, how often it stopped, when it was checked,
 * and what the site has chosen. Immutable.
 *
 * @param admission what is recorded around the course; empty while nothing is
 */
public record Supervision(
        SiteSettings settings,
        DeliveryWatch watch,
        StopStarts stopStarts,
        PumpChecks checks,
        Entered entered,
        Optional<Admission> admission) {
    public static final Supervision NONE = of(SiteSettings.DEFAULTS);

    private static final Duration OVER_PLAN = Duration.ofMinutes(5);

    private static Supervision of(SiteSettings settings) {
        return new Supervision(
                settings, DeliveryWatch.NONE, StopStarts.NONE, PumpChecks.NONE, Entered.NOTHING, Optional.empty());
    }

    Supervision with(SiteSettings next) {
        return new Supervision(next, watch, stopStarts, checks, entered, admission);
    }

    Supervision with(DeliveryWatch next) {
        return Change.isNone(watch, next)
                ? this
                : new Supervision(settings, next, stopStarts, checks, entered, admission);
    }

    private Supervision with(StopStarts next) {
        return Change.isNone(stopStarts, next)
                ? this
                : new Supervision(settings, watch, next, checks, entered, admission);
    }

    Supervision with(PumpChecks next) {
        return Change.isNone(checks, next)
                ? this
                : new Supervision(settings, watch, stopStarts, next, entered, admission);
    }

    private Supervision with(Entered next) {
        return new Supervision(settings, watch, stopStarts, checks, next, admission);
    }

    private Supervision with(Admission recorded) {
        return new Supervision(settings, watch, stopStarts, checks, entered, Optional.of(recorded));
    }

    /** A new session: nothing is left but what the site has chosen. */
    Supervision opened() {
        return of(settings);
    }

    /** After {@code event}, which led from {@code before} to {@code session}. */
    Supervision after(Event event, Session before, Session session, Stamp at) {
        return switch (event) {
            case Event.PumpSaid it -> after(it.said(), before, session, at);
            case Event.ByProgram _, PeopleEvent _ -> this;
            case Event.ByPerson it -> after(it, before, session, at).keeping(it, at);
        };
    }

    private Supervision after(PumpEvent said, Session before, Session session, Stamp at) {
        return switch (said) {
            case PumpEvent.Reading it
            when session.delivery().isBound(it.reading().pump()) ->
                sampled(before.delivery().intervalTo(new Sample(it.reading(), at)), session);
            case PumpEvent.AlarmStarted it
            when session.delivery().isBound(it.pump()) ->
                with(stopStarts.alerted(it.alarm().alarmClass(), at.elapsed(), isStopped(session, at)));
            case PumpEvent _ -> this;
        };
    }

    private static boolean isStopped(Session session, Stamp at) {
        return session.delivery().evidence(at.elapsed()) == Evidence.STOPPED;
    }

    private Supervision sampled(Interval interval, Session session) {
        Optional<FlowRate> ordered =
                entered.titrated().or(() -> session.setUp().order().map(RateOrder::flowRate));
        StopStarts cycled = interval.isDelivering()
                ? stopStarts.started(interval.now().at().elapsed())
                : interval.reading().deliveryStatus().isStopped() ? stopStarts.stopped() : stopStarts;
        return with(watch.after(interval, new DeliveryWatch.Setting(ordered, session, settings)))
                .with(cycled);
    }

    private Supervision after(Event.ByPerson event, Session before, Session session, Stamp at) {
        return switch (event) {
            case Event.RateOrdered _ -> with(entered.titrated(Optional.empty())).with(watch.reordered());
            case Event.WeightConfirmed _ -> with(entered.measured(Optional.empty()));
            case Event.WeightMeasured it -> with(entered.measured(Optional.of(it.weight())));
            case Event.SolutionEntered it -> with(entered.unchecked(Optional.of(it.solution())));
            case Event.SolutionConfirmed _ -> with(entered.unchecked(Optional.empty()));
            case Event.StopExplained it -> with(entered.planning(at, it.plannedFor()));
            case Event.PurgeRecorded it -> with(entered.purged(it.volume().ml()));
            case Event.DeliveryExplained _ -> with(watch.explained());
            case Event.AdmissionRecorded it -> with(it.admission());
            case Event.PumpChecked it -> checked(it, before, session, at);
            case Event.Signed it -> signed(it, session, at);
            case Event.EntryVoided it -> voided(it, session, at);
            case Event.ByPerson _ -> this;
        };
    }

    private Supervision keeping(Event.ByPerson event, Stamp at) {
        Entered next = entered.with(entered.standing().with(event, at));
        return Change.isNone(entered, next) ? this : with(next);
    }

    private Supervision voided(Event.EntryVoided event, Session session, Stamp at) {
        return entered.standing()
                .find(event.entered(), event.kind())
                .map(entry -> with(entered.with(entered.standing().marking(entry, event, at)))
                        .withoutCheck(entry, session.phase().isCourse()))
                .orElse(this);
    }

    /** A rate that two people found counts as ordered no longer: it is asked about again. */
    private Supervision withoutCheck(Standing.Entry voided, boolean running) {
        if (!(voided.said() instanceof Event.PumpChecked check)) {
            return this;
        }
        Optional<PumpChecks.Done> before = entered.standing().of(EntryKind.PUMP_CHECK).stream()
                .filter(entry -> entry.said() instanceof Event.PumpChecked)
                .reduce((_, later) -> later)
                .map(entry -> done((Event.PumpChecked) entry.said(), entry.at()));
        Entered next = isComparing(check) ? entered.titrated(Optional.empty()) : entered;
        return with(next).with(checks.without(voided.at(), before, running));
    }

    private static PumpChecks.Done done(Event.PumpChecked event, Stamp at) {
        return new PumpChecks.Done(at, event.check(), event.by(), event.secondChecker());
    }

    private static boolean isComparing(Event.PumpChecked event) {
        return event.check().occasion().isByTwo()
                && event.secondChecker().isPresent()
                && event.check().confirmed().contains(PumpCheck.Item.PRESCRIPTION);
    }

    private Supervision signed(Event.Signed event, Session session, Stamp at) {
        boolean handover =
                event.meaning() == SignatureMeaning.HANDED_OVER || event.meaning() == SignatureMeaning.TAKEN_OVER;
        return handover && session.phase().isCourse()
                ? with(checks.due(Occasion.HANDOVER, at.elapsed(), settings))
                : this;
    }

    private Supervision checked(Event.PumpChecked event, Session before, Session session, Stamp at) {
        Supervision next = with(checks.done(done(event, at), session.phase().isCourse(), settings))
                .with(entered.titrated(titratedBy(event, session, at)))
                .with(event.check().confirmed().contains(PumpCheck.Item.PRESCRIPTION) ? watch.compared() : watch);
        return session.delivery().isCharted() ? next.charted(event, before, session, at) : next;
    }

    private Supervision charted(Event.PumpChecked event, Session before, Session session, Stamp at) {
        return before.delivery()
                .chartedSample(event.check(), at)
                .map(sample -> sampled(before.delivery().intervalTo(sample), session))
                .orElse(this);
    }

    /** Two people have found the pump at a rate within the order's range: from now on that is the rate ordered. */
    private Optional<FlowRate> titratedBy(Event.PumpChecked event, Session session, Stamp at) {
        if (!isComparing(event)) {
            return entered.titrated();
        }
        Optional<FlowRate> found = event.check()
                .figures()
                .map(PumpCheck.Figures::flowRate)
                .or(() -> session.delivery()
                        .live(at.elapsed())
                        .flatMap(sample -> sample.reading().flowRate()));
        return found.filter(rate -> isWithinRange(rate, session)).or(entered::titrated);
    }

    private static boolean isWithinRange(FlowRate rate, Session session) {
        return session.setUp()
                .order()
                .flatMap(order -> Dosage.doseRate(rate, session.setUp())
                        .map(dose -> !dose.isAbove(order.highest()) && !dose.isBelow(order.lowest())))
                .orElse(false);
    }

    /** Which checks of the pump follow from what has happened. */
    Supervision settled(Session before, Session session, Stamp at) {
        return with(checksAfter(before, session, at.elapsed()));
    }

    private PumpChecks checksAfter(Session before, Session session, Duration now) {
        if (!session.phase().isCourse()) {
            return session.phase() == Phase.CEASED ? checks : checks.ended();
        }
        Course was = before.progress().course();
        Course is = session.progress().course();
        if (was.startedAt().isEmpty()) {
            boolean checked = checks.latest()
                    .map(it -> it.check().occasion() == Occasion.START)
                    .orElse(false);
            PumpChecks hourly = checks.due(Occasion.HOURLY, now.plus(PumpChecks.INTERVAL), settings);
            return checked ? hourly : hourly.due(Occasion.START, now, settings);
        }
        PumpChecks refilled =
                isNewSyringe(before, session) ? checks.due(Occasion.SYRINGE_CHANGE, now, settings) : checks;
        return isRateChanged(was, is) ? refilled.due(Occasion.RATE_CHANGE, now, settings) : refilled;
    }

    private static boolean isNewSyringe(Session before, Session session) {
        Segments was = before.dosage().segments();
        Segments is = session.dosage().segments();
        return !Change.isNone(was, is)
                && is.current()
                        .filter(segment -> segment.openedBecause() == Segment.Cause.COUNTER_RESET
                                || segment.openedBecause() == Segment.Cause.SOLUTION)
                        .map(segment -> was.current()
                                .map(earlier -> earlier.number() != segment.number())
                                .orElse(true))
                        .orElse(false);
    }

    private static boolean isRateChanged(Course was, Course is) {
        return !Change.isNone(was, is)
                && was.lastDelivery()
                        .flatMap(Course.Delivered::flowRate)
                        .flatMap(earlier -> is.lastDelivery()
                                .flatMap(Course.Delivered::flowRate)
                                .map(later -> !later.equals(earlier)))
                        .orElse(false);
    }

    /** C24: elapsed time from which on a pause is longer than planned; empty while the pump does not stand still. */
    public Optional<Duration> pausedTooLongFrom(Progress progress) {
        return progress.stop()
                .filter(stop -> !stop.dataLost() && isStanding(progress.phase()))
                .map(stop -> plannedEnd(stop, progress).plus(OVER_PLAN));
    }

    private static boolean isStanding(Phase phase) {
        return phase == Phase.INTERRUPTED || phase == Phase.PAUSED_FOR_SIDE_EFFECT;
    }

    private Duration plannedEnd(Progress.Stop stop, Progress progress) {
        Duration since = stop.since().elapsed();
        if (progress.phase() == Phase.PAUSED_FOR_SIDE_EFFECT) {
            Duration last = progress.course()
                    .lastDelivery()
                    .map(it -> it.at().elapsed())
                    .orElse(since);
            return last.plus(settings.minutes(SiteSetting.PAUSE_MIN));
        }
        return entered.planned()
                .filter(_ -> stop.reason().isPresent())
                .map(it -> since.compareTo(it.entered().elapsed()) > 0
                        ? since.plus(it.length())
                        : it.entered().elapsed().plus(it.length()))
                .orElse(since);
    }

    /** Volume that went through the line while the pump was filling it and that nobody has recorded as a purge (A21). */
    public BigDecimal unrecordedPurgeMl(Dosage dosage) {
        return dosage.segments().purgedMl().subtract(entered.purgedMl()).max(BigDecimal.ZERO);
    }

    /** True while the pump stopped and started again three times after the same alarm (C16). */
    public boolean isCycling() {
        return stopStarts.raised().isPresent();
    }
}
