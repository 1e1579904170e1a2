package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.DoseRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.session.Delivery.Evidence;

/**
 * One patient's infusion as the fold of its events: {@code Session.initial()}, then {@link #apply} for each event in the
 * order of the journal. Immutable, and so safe to hand to any thread.
 *
 * <p>{@link #apply} is total: an event that makes no sense in the present state changes nothing but the clock. Whether a
 * person's entry makes sense is asked beforehand with {@link EntryCheck}.
 */
public record Session(
        CourseClock clock,
        SetUp setUp,
        Delivery delivery,
        Dosage dosage,
        Progress progress,
        Care care,
        Trend trend,
        Supervision supervision) {

    /** Nothing has happened yet. */
    public static Session initial() {
        return new Session(
                CourseClock.STOPPED,
                SetUp.NOTHING,
                Delivery.NONE,
                Dosage.NONE,
                Progress.PLANNED,
                Care.NONE,
                Trend.EMPTY,
                Supervision.NONE);
    }

    /** The session after {@code event}. */
    public Session apply(Event event) {
        Session timed = new Session(clock.after(event), setUp, delivery, dosage, progress, care, trend, supervision);
        Stamp at = timed.clock.stamp(event.at());
        Session taken = timed.taking(event, at).settledAfter(this, at);
        Supervision watched = taken.supervision.after(event, this, taken, at).settled(this, taken, at);
        return taken.with(watched);
    }

    private Session taking(Event event, Stamp at) {
        return switch (event) {
            case Event.ByProgram said -> taking(said, at);
            case Event.ByPerson entry -> taking(entry, at);
            case PeopleEvent _ -> this;
        };
    }

    private Session taking(Event.ByProgram event, Stamp at) {
        return switch (event) {
            case Event.ConsoleStarted _ -> with(delivery.afterStart());
            case Event.PumpSaid pump -> taking(pump.said(), at);
            case Event.SiteSettingsInForce it ->
                with(supervision.with(it.settings()))
                        .with(delivery.with(it.settings()))
                        .with(care.with(it.settings()));
            case Event.Tick _,
                    Event.EventsLost _,
                    Event.DraftKept _,
                    Event.SoundReported _,
                    Event.OfKeeping _,
                    Event.OfScreen _ -> this;
        };
    }

    private Session taking(PumpEvent said, Stamp at) {
        return switch (said) {
            case PumpEvent.Reading reading -> taking(new Sample(reading.reading(), at));
            case PumpEvent.AlarmStarted alarm -> with(delivery.with(alarm, at));
            case PumpEvent.AlarmEnded alarm -> with(delivery.without(alarm));
            case PumpEvent.LinkChanged link -> with(delivery.withLink(link.state()));
            case PumpEvent.SlotChanged slot -> slot.present() ? this : with(delivery.without(slot.pump()));
            case PumpEvent.Rejected it -> with(delivery.rejecting(it.frameCount(), at));
        };
    }

    /** What a person has read off a pump that no wire reaches counts as its newest sample. */
    private Session charted(Event.PumpChecked event, Stamp at) {
        return delivery.chartedSample(event.check(), at)
                .filter(_ -> phase() != Phase.CLOSED)
                .map(sample -> with(delivery.charted(sample)).counting(delivery.intervalTo(sample)))
                .orElse(this);
    }

    private Session taking(Sample sample) {
        boolean counts = delivery.isBound(sample.reading().pump()) && phase() != Phase.CLOSED;
        Interval interval = delivery.intervalTo(sample);
        Session received = with(delivery.with(sample));
        return counts ? received.counting(interval) : received;
    }

    private Session counting(Interval interval) {
        Stamp at = interval.now().at();
        boolean delivering = interval.isDelivering();
        Evidence evidence = delivering ? Evidence.DELIVERING : delivery.evidence(at.elapsed());
        Optional<Course.Delivered> delivered =
                delivering ? Optional.of(deliveredAt(interval)) : progress.deliveredUnseen(interval);
        Progress next = progress.after(evidence, at, delivered);
        boolean restarted = next.voided().size() > progress.voided().size();
        Segments segments = restarted ? dosage.segments().changed(Segment.Cause.RESTART, at, setUp) : dosage.segments();
        boolean started = next.course().startedAt().isPresent();
        return with(next).with(dosage.with(segments).counted(interval, setUp, started));
    }

    private Course.Delivered deliveredAt(Interval interval) {
        return new Course.Delivered(
                interval.now().at(),
                interval.reading().flowRate(),
                interval.reading().flowRate().flatMap(rate -> Dosage.doseRate(rate, setUp)));
    }

    private Session taking(Event.ByPerson event, Stamp at) {
        return switch (event) {
            case Event.SessionOpened opened -> opened(opened, at);
            case Event.PatientCorrected it -> with(setUp.with(it.patient()));
            case Event.WeightConfirmed it -> with(setUp.with(it.weight()), Segment.Cause.WEIGHT, at);
            case Event.SolutionConfirmed it -> with(setUp.with(it.solution()), Segment.Cause.SOLUTION, at);
            case Event.SolutionEntered _ -> unchecked(at);
            case Event.LineConfirmed it -> rerouted(it.line(), at);
            case Event.AssessmentRecorded it -> with(setUp.with(it.assessment()));
            case Event.RateOrdered it -> ordered(it.order(), at);
            case Event.PumpBound it -> bound(delivery.bind(it.model(), it.serialNumber(), at), at);
            case Event.ChartedPumpBound it -> bound(delivery.bindCharted(it.model(), it.serialNumber(), at), at);
            case Event.PumpChecked it -> charted(it, at);
            case Event.ObservationsCharted it -> charted(it, at);
            case Event.ObservationsAmended it ->
                with(care.amended(it, at, this)).with(trend.amended(it.set(), it.charted()));
            case Event.ReviewDone _ -> with(care.with(care.daily().reviewed(at)));
            case Event.StopExplained it -> with(progress.explained(it.reason(), at, delivery.evidence(at.elapsed())));
            case Event.CessationDecided it -> with(progress.decided(decided(it, at)));
            case Event.DischargePlanned it -> with(care.with(it.plan()));
            case Event.Signed it -> signed(it, at);
            case Event.OpioidRegimenRecorded it ->
                with(setUp.with(setUp.background().with(it, at)));
            case Event.OutcomesScored it -> with(setUp.with(setUp.background().with(it.scores())));
            case Event.ReferenceChosen it -> with(setUp.with(setUp.background().showing(it.regimen())));
            case Event.PlasmaChosen it -> with(setUp.with(setUp.background().with(it.choice())));
            case Event.OfCare it -> with(care.taking(it, at, this));
            case Event.WeightMeasured _,
                    Event.AdmissionRecorded _,
                    Event.PurgeRecorded _,
                    Event.DeliveryExplained _,
                    Event.NoteAdded _,
                    Event.ConditionAcknowledged _,
                    Event.AudioPaused _,
                    Event.AudioResumed _,
                    Event.OfSound _ -> this;
        };
    }

    /** A session begins: what the line and the clock say goes on, all else is new. Ignored while one is open. */
    private Session opened(Event.SessionOpened event, Stamp at) {
        if (isOpen()) {
            return this;
        }
        SetUp.Opening opening = new SetUp.Opening(event.id(), event.patient(), event.zone(), at, event.by());
        return new Session(
                clock,
                SetUp.NOTHING.with(opening),
                delivery.unbound(),
                Dosage.NONE,
                Progress.PLANNED,
                Care.NONE.with(settings()),
                Trend.EMPTY,
                supervision.opened());
    }

    /** R29: until a second person has checked what is in the syringe, volume counts and mass is not known. */
    private Session unchecked(Stamp at) {
        return with(setUp.withoutSolution(), Segment.Cause.SOLUTION, at);
    }

    /** Another route during the course needs what flows there to be checked again (R29). */
    private Session rerouted(InfusionLine line, Stamp at) {
        boolean another =
                setUp.line().map(before -> before.route() != line.route()).orElse(false);
        Session routed = with(setUp.with(line));
        return another && phase().isCourse() ? routed.unchecked(at) : routed;
    }

    private Session with(SetUp next, Segment.Cause because, Stamp at) {
        Dosage separated = dosage.with(dosage.segments().changed(because, at, next));
        return with(next).with(separated);
    }

    private Session ordered(RateOrder order, Stamp at) {
        return with(setUp.with(order)).with(progress.ordered(order, setUp.order(), at));
    }

    private Session bound(Delivery next, Stamp at) {
        boolean same = Change.isNone(delivery, next);
        return same
                ? this
                : with(next).with(dosage.with(dosage.segments().changed(Segment.Cause.OTHER_PUMP, at, setUp)));
    }

    private Session charted(Event.ObservationsCharted event, Stamp at) {
        return with(care.charted(event, at, progress, careChoices()))
                .with(trend.with(event.set(), at.at().utc()));
    }

    private Cessation decided(Event.CessationDecided event, Stamp at) {
        Cessation.Decision decision = new Cessation.Decision(event.reason(), event.decidedBy(), event.by(), at);
        return Cessation.decided(decision, settings().minutes(SiteSetting.OBSERVE_MIN));
    }

    /** The release signature completes the observation, but only while the gate is met (R14); another dates t0 back (A1). */
    private Session signed(Event.Signed event, Stamp at) {
        Care.Signature signature = new Care.Signature(at, event.by(), event.meaning(), event.contentHash());
        Progress next = switch (event.meaning()) {
            case REVIEWED_AGAINST_GATE ->
                DischargeGate.of(this, at.elapsed()).isMet() ? progress.observationComplete() : progress;
            case CESSATION_BACKDATED ->
                Backdating.refusal(this, event.by()).isEmpty() ? progress.backdated() : progress;
            case OBSERVATIONS_COMPLETE, HANDED_OVER, TAKEN_OVER -> progress;
        };
        return with(care.with(signature)).with(next);
    }

    /** What follows from the event by itself: phases, duties, trend. */
    private Session settledAfter(Session before, Stamp at) {
        Progress next = progressed(at);
        Care cared = care.with(Duties.after(before, this, next, at))
                .with(care.effects().after(before.progress, next, at, settings().minutes(SiteSetting.PAUSE_MIN)))
                .keepingOverrides(this);
        return new Session(
                clock, setUp, delivery, dosage, next, cared, trendAfter(before.progress, next, at), supervision);
    }

    private Progress progressed(Stamp at) {
        Evidence evidence = delivery.evidence(at.elapsed());
        boolean silent = evidence == Evidence.LOST && delivery.binding().isPresent();
        Progress seen =
                silent || evidence == Evidence.STOPPED ? progress.after(evidence, at, Optional.empty()) : progress;
        Progress ready = seen.phase() == Phase.PLANNED && missingSetUp().isEmpty() ? seen.setUpComplete() : seen;
        boolean planned = care.plan()
                .map(plan -> plan.isComplete(setUp.background().needsLetter()))
                .orElse(false);
        return planned ? ready.closed() : ready;
    }

    private Trend trendAfter(Progress before, Progress next, Stamp at) {
        Instant utc = at.at().utc();
        Trend flagged = Change.isNone(before, next) ? trend : trend.flagging(before, next, utc);
        boolean due = next.course().startedAt().isPresent() && next.phase() != Phase.CLOSED && flagged.isDue(at);
        return due ? flagged.with(trendPoint(utc, at.elapsed()), at) : flagged;
    }

    private Trend.Point trendPoint(Instant utc, Duration elapsed) {
        BigDecimal mass = dosage.totals().course().mg();
        boolean delivering = delivery.evidence(elapsed) == Evidence.DELIVERING;
        return new Trend.Point(utc, doseRate(elapsed), mass, delivering);
    }

    private Session with(SetUp next) {
        return new Session(clock, next, delivery, dosage, progress, care, trend, supervision);
    }

    private Session with(Delivery next) {
        return new Session(clock, setUp, next, dosage, progress, care, trend, supervision);
    }

    private Session with(Dosage next) {
        return new Session(clock, setUp, delivery, next, progress, care, trend, supervision);
    }

    private Session with(Progress next) {
        return new Session(clock, setUp, delivery, dosage, next, care, trend, supervision);
    }

    private Session with(Care next) {
        return new Session(clock, setUp, delivery, dosage, progress, next, trend, supervision);
    }

    private Session with(Trend next) {
        return new Session(clock, setUp, delivery, dosage, progress, care, next, supervision);
    }

    private Session with(Supervision next) {
        return Change.isNone(supervision, next)
                ? this
                : new Session(clock, setUp, delivery, dosage, progress, care, trend, next);
    }

    // What others ask

    /** What the site has chosen. */
    public SiteSettings settings() {
        return supervision.settings();
    }

    public Phase phase() {
        return progress.phase();
    }

    /** True from the opening of a session until it is closed. */
    public boolean isOpen() {
        return setUp.opening().isPresent() && phase() != Phase.CLOSED;
    }

    public Optional<SessionId> id() {
        return setUp.opening().map(SetUp.Opening::id);
    }

    /** True when pump and patient are made up. */
    public boolean isSimulated() {
        return clock.console().map(Event.ConsoleStarted::simulated).orElse(false);
    }

    /** Elapsed time of the session at its last event. */
    public Duration elapsed() {
        return clock.elapsed();
    }

    public Duration elapsedAt(Moment now) {
        return clock.elapsedAt(now);
    }

    /** Message keys of what stands between PLANNED and READY. */
    public List<String> missingSetUp() {
        List<String> keys = new ArrayList<>(setUp.missing());
        keys.removeIf(this::isSetAside);
        if (delivery.binding().isEmpty()) {
            keys.add("missing.pump");
        }
        return List.copyOf(keys);
    }

    private boolean isSetAside(String missing) {
        return switch (missing) {
            case "missing.purpose" -> isOverridden(Overridable.R1);
            case "missing.selection" -> isOverridden(Overridable.R2);
            case "missing.assessment" -> isOverridden(Overridable.R3);
            case "missing.opioidPlan" -> isOverridden(Overridable.R19);
            default -> false;
        };
    }

    /** True while a physician's override of {@code rule} covers what happens. */
    public boolean isOverridden(Overridable rule) {
        return care.ward().override(rule).isPresent();
    }

    /** R10: the patient is marked away while the pump is attached. */
    public boolean isPatientAway() {
        return care.ward().away().isPresent() && Effects.hasDrugToPause(phase());
    }

    /** What the site has chosen about side effects and reviews. */
    public CareChoices careChoices() {
        return CareChoices.of(settings());
    }

    /**
     * Dose rate now: of the rate the pump delivers, zero while the pump says it is stopped; empty when that is not known,
     * or weight or concentration is missing.
     */
    public Optional<DoseRate> doseRate(Duration elapsed) {
        return delivery.live(elapsed)
                .flatMap(sample -> DoseNow.flowRate(sample.reading()))
                .flatMap(rate -> Dosage.doseRate(rate, setUp));
    }

    /** The dose rate of the newest sample of the bound pump, however old, and when it was received. */
    public Optional<Dosage.Peak> lastKnownDose() {
        return delivery.newest()
                .flatMap(sample -> DoseNow.flowRate(sample.reading())
                        .flatMap(rate -> Dosage.doseRate(rate, setUp))
                        .map(rate -> new Dosage.Peak(rate, sample.at())));
    }

    /** Dose rate of the order in force; empty while weight or concentration is missing. */
    public Optional<DoseRate> orderedDose() {
        return setUp.order().flatMap(order -> Dosage.doseRate(order.flowRate(), setUp));
    }

    /** R12 and A26: the dose rate now is above the site's maximum or its cap in mg/h, exactly. */
    public boolean isAboveMaximum() {
        return isAboveMaximum(elapsed());
    }

    public boolean isAboveMaximum(Duration elapsed) {
        return doseRate(elapsed)
                .map(rate -> rate.isAbove(settings().maximum())
                        || settings()
                                .capMgPerH()
                                .map(cap -> rate.mgPerH().compareTo(cap) > 0)
                                .orElse(false))
                .orElse(false);
    }

    /** True while drug may be given that is not counted yet, or was given that never will be (A20). */
    public boolean isTotalLowerBound(Duration elapsed) {
        boolean running = progress.course().startedAt().isPresent() && (phase().isCourse() || phase() == Phase.CEASED);
        boolean purged = supervision.unrecordedPurgeMl(dosage).signum() > 0;
        return purged || dosage.segments().isLowerBound() || (running && isDataMissing(elapsed));
    }

    /** True when the bound pump has no current sample, or does not report its counter while delivering. */
    public boolean isDataMissing(Duration elapsed) {
        return delivery.isStale(elapsed)
                || delivery.live(elapsed)
                        .filter(sample -> sample.reading().deliveryStatus().delivers())
                        .map(sample -> sample.reading().volumeInfused().isEmpty())
                        .orElse(false);
    }

    public LinkState link() {
        return delivery.link();
    }

    public DischargeGate gate() {
        return DischargeGate.of(this, elapsed());
    }
}
