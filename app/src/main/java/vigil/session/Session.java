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
            case Event.ByPerson entry -> new FromPerson(this, at).take(entry);
            case PeopleEvent _ -> this;
        };
    }

    private Session taking(Event.ByProgram event, Stamp at) {
        return switch (event) {
            case Event.ConsoleStarted _ -> with(delivery.afterStart());
            case Event.PumpSaid pump -> new FromPump(this, at).take(pump.said());
            case Event.SiteSettingsInForce it ->
                with(supervision.with(it.settings()))
                        .with(delivery.with(it.settings()))
                        .with(care.with(it.settings()));
            case Event.Tick _,
                    Event.EventsLost _,
                    Event.DraftKept _,
                    Event.SoundReported _,
                    Event.OfKeeping _,
                    Event.OfRunning _ -> this;
        };
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

    Session with(SetUp next) {
        return new Session(clock, next, delivery, dosage, progress, care, trend, supervision);
    }

    Session with(Delivery next) {
        return new Session(clock, setUp, next, dosage, progress, care, trend, supervision);
    }

    Session with(Dosage next) {
        return new Session(clock, setUp, delivery, next, progress, care, trend, supervision);
    }

    Session with(Progress next) {
        return new Session(clock, setUp, delivery, dosage, next, care, trend, supervision);
    }

    Session with(Care next) {
        return new Session(clock, setUp, delivery, dosage, progress, next, trend, supervision);
    }

    Session with(Trend next) {
        return new Session(clock, setUp, delivery, dosage, progress, care, next, supervision);
    }

    Session with(Supervision next) {
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
        boolean doubted = progress.course().startedAt().isPresent() && delivery.isCounterInDoubt();
        return purged || doubted || dosage.segments().isLowerBound() || (running && isDataMissing(elapsed));
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
