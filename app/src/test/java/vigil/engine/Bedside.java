package vigil.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.dose.DoseLimit;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.Session;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Staff;
import vigil.session.StopReason;

/** A made-up bedside on a virtual clock: a pump, a nurse and the engine. Every event is kept, so it can be replayed. */
public final class Bedside {
    public static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    public static final Staff SECOND = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);
    public static final Staff PHYSICIAN = new Staff("po31", "Dr P. Okafor", Staff.Role.PHYSICIAN);
    public static final PumpIdentity PUMP = new PumpIdentity("Perfusor", Optional.of("1400-8271"), "50111");
    public static final PumpIdentity SWAPPED = new PumpIdentity("Perfusor", Optional.of("1400-9999"), "50111");
    public static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    private final Engine engine = new Engine();
    private final List<Event> events = new ArrayList<>();
    private Moment now;
    private Duration period = Duration.ofSeconds(1);
    private final MadeUpPump pump = new MadeUpPump(PUMP);
    private boolean connected = true;
    private boolean checking = true;
    private Step last;

    private Bedside(Instant start) {
        now = new Moment(start, 1_000_000_000L, 5_000_000_000L);
        last = engine.accept(new Event.ConsoleStarted(now, "boot-1", "0.1.0", true));
        events.add(last.event());
    }

    /** A console that has just started at 09:00 in Sydney, pump on the line, nothing set up. */
    public static Bedside started() {
        return startedAt(Instant.parse("2026-03-01T22:00:00Z"));
    }

    public static Bedside startedAt(Instant start) {
        Bedside bedside = new Bedside(start);
        bedside.said(new PumpEvent.LinkChanged(bedside.now, new LinkState.Live()));
        return bedside;
    }

    /** Set up completely and READY: 70 kg, 4 mg/mL, order of {@code mlPerH} within 0.05 to 0.5 mg/kg/h. */
    public static Bedside ready(String mlPerH) {
        return ready(started(), "70", "4", mlPerH);
    }

    public static Bedside ready(Bedside bedside, String kg, String mgPerMl, String mlPerH) {
        return bedside.opens()
                .reads()
                .binds(PUMP)
                .weighs(kg)
                .fills(mgPerMl)
                .assesses()
                .orders(mlPerH, RateOrder.Kind.START)
                .observes(fullSet())
                .checks(PumpCheck.Occasion.START)
                .runs(Duration.ofSeconds(1));
    }

    // What the program does

    public Bedside does(Event event) {
        last = engine.accept(event);
        events.add(event);
        return this;
    }

    public Bedside said(PumpEvent said) {
        return does(new Event.PumpSaid(said));
    }

    /** From here on one reading every {@code next}. */
    public Bedside every(Duration next) {
        period = next;
        return this;
    }

    /** Lets time pass: the pump pumps and, while connected, answers once a period. */
    public Bedside runs(Duration length) {
        Duration left = length;
        while (left.isPositive()) {
            Duration step = left.compareTo(period) < 0 ? left : period;
            passes(step);
            checkIfDue();
            if (connected) {
                reads();
            } else {
                does(new Event.Tick(now));
            }
            left = left.minus(step);
        }
        return this;
    }

    /** Lets time pass until {@code hhmm} in Sydney, the same day or the next. */
    public Bedside until(String hhmm) {
        ZonedDateTime local = now.utc().atZone(SYDNEY);
        ZonedDateTime then = local.with(LocalTime.parse(hhmm));
        ZonedDateTime next = then.isBefore(local) ? then.plusDays(1) : then;
        return runs(Duration.between(local, next));
    }

    /** Time passes at the pump; nothing reaches the console. */
    public Bedside passes(Duration length) {
        pump.passes(length);
        now = now.plus(length);
        return this;
    }

    public Bedside reads() {
        return said(new PumpEvent.Reading(pump.reading(now)));
    }

    /** A reading in which the pump does not report its counter. */
    public Bedside readsWithoutVolume() {
        return said(new PumpEvent.Reading(pump.readingWithoutVolume(now)));
    }

    public Bedside pumpRuns(String mlPerH) {
        pump.runsAt(mlPerH);
        return this;
    }

    public Bedside pumpIs(DeliveryStatus next) {
        pump.is(next);
        return this;
    }

    public Bedside pumpCounts(String ml) {
        pump.counts(ml);
        return this;
    }

    public Bedside pumpIs(PumpIdentity next) {
        pump.is(next);
        return this;
    }

    public Bedside loses() {
        connected = false;
        return this;
    }

    public Bedside reconnects() {
        connected = true;
        return said(new PumpEvent.LinkChanged(now, new LinkState.Live()));
    }

    public Bedside linkIs(LinkState state) {
        return said(new PumpEvent.LinkChanged(now, state));
    }

    public Bedside rejects() {
        return said(new PumpEvent.Rejected(now, "checksum 4F, expected 50", "0102", 2));
    }

    public Bedside alarms(String code, AlarmClass alarmClass) {
        return said(
                new PumpEvent.AlarmStarted(now, pump.identity(), new PumpAlarm(alarmClass, code, "words of " + code)));
    }

    public Bedside alarmEnds(String code, AlarmClass alarmClass) {
        return said(
                new PumpEvent.AlarmEnded(now, pump.identity(), new PumpAlarm(alarmClass, code, "words of " + code)));
    }

    /** The program starts again, in the same boot of the machine or in another whose boot clock begins at zero. */
    public Bedside restarts(Duration away, boolean sameBoot) {
        passes(away);
        String bootId = sameBoot ? "boot-1" : "boot-2";
        now = sameBoot ? now : new Moment(now.utc(), 3_000L, 4_000L);
        return does(new Event.ConsoleStarted(now, bootId, "0.1.0", true));
    }

    /** The wall clock is set; no time passes. */
    public Bedside clockSteps(Duration by) {
        now = new Moment(now.utc().plus(by), now.monotonicNanos(), now.bootNanos());
        return this;
    }

    // What people do

    public Bedside opens() {
        return does(CourseEntries.opened(this));
    }

    public Bedside binds(PumpIdentity to) {
        return does(new Event.PumpBound(now, to.model(), to.serialNumber().orElse(""), NURSE));
    }

    public Bedside weighs(String kg) {
        return does(CourseEntries.weight(this, kg));
    }

    public Bedside fills(String mgPerMl) {
        return does(CourseEntries.solution(this, mgPerMl));
    }

    public Bedside assesses() {
        does(CourseEntries.line(this)).does(CourseEntries.assessed(this));
        return scores().admits();
    }

    /** Everything the guideline advises is met. */
    public Bedside admits() {
        return does(CourseEntries.admitted(this));
    }

    /** BPI and PSEQ before the course. */
    public Bedside scores() {
        return does(CourseEntries.scored(this));
    }

    public Bedside orders(String mlPerH, RateOrder.Kind kind) {
        return orders(mlPerH, kind, "0.5");
    }

    public Bedside orders(String mlPerH, RateOrder.Kind kind, String highest) {
        return does(CourseEntries.order(this, mlPerH, kind, highest));
    }

    /** An order for one rate and no range. */
    public Bedside ordersExactly(String mlPerH, String mgPerKgPerH) {
        DoseLimit dose = DoseLimit.of(mgPerKgPerH);
        RateOrder order = new RateOrder(FlowRate.ofMlPerH(mlPerH), dose, dose, RateOrder.Kind.CHANGE, PHYSICIAN.name());
        return does(new Event.RateOrdered(now, order, PHYSICIAN));
    }

    public Bedside observes(ObservationSet set) {
        return does(new Event.ObservationsCharted(now, set, NURSE));
    }

    public Bedside reviews() {
        return does(new Event.ReviewDone(now, PHYSICIAN));
    }

    public Bedside explains(StopReason reason) {
        return does(new Event.StopExplained(now, reason, "", NURSE));
    }

    public Bedside ceases(CessationReason reason) {
        return does(new Event.CessationDecided(now, reason, PHYSICIAN.name(), NURSE));
    }

    public Bedside plansDischarge() {
        return does(new Event.DischargePlanned(now, new DischargePlan(true, true, true, true, true), PHYSICIAN));
    }

    public Bedside releases() {
        return does(new Event.Signed(now, SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), PHYSICIAN));
    }

    /** Two people check pump and line and find everything in order. */
    public Bedside checks(PumpCheck.Occasion occasion) {
        return checks(occasion, Set.of(PumpCheck.Item.values()), Optional.empty());
    }

    public Bedside checks(
            PumpCheck.Occasion occasion, Set<PumpCheck.Item> confirmed, Optional<PumpCheck.Figures> figures) {
        PumpCheck check = new PumpCheck(occasion, confirmed, figures, PumpCheck.Syringe.NOT_NOTED, "", "");
        return does(new Event.PumpChecked(now, check, NURSE, Optional.of(SECOND)));
    }

    /** No wire reaches the pump any more: it is bound anew, and people read it. */
    public Bedside bindsCharted() {
        return loses().does(new Event.ChartedPumpBound(now, "T34", "77", NURSE));
    }

    /** Two people read the pump as it stands. */
    public Bedside readsOff(PumpCheck.Occasion occasion) {
        return checks(occasion, Set.of(PumpCheck.Item.values()), Optional.of(pump.figures()));
    }

    /** From here on nobody looks at the pump; otherwise two people check it whenever that is due. */
    public Bedside leavesPumpUnchecked() {
        checking = false;
        return this;
    }

    private void checkIfDue() {
        Optional<PumpCheck.Occasion> due = checking
                ? session().supervision().checks().open().stream()
                        .filter(duty -> duty.due().compareTo(session().elapsedAt(now)) <= 0)
                        .map(duty -> duty.occasion())
                        .findFirst()
                : Optional.empty();
        due.ifPresent(this::checks);
    }

    public Bedside chooses(SiteSetting setting, String value) {
        return does(new Event.SiteSettingsInForce(now, new SiteSettings(Map.of(setting, new BigDecimal(value)))));
    }

    public Bedside acknowledges(String key) {
        return does(new Event.ConditionAcknowledged(now, key, NURSE));
    }

    public Bedside pausesAudio() {
        return does(new Event.AudioPaused(now, NURSE));
    }

    /** A complete set in which nothing is remarkable. */
    public static ObservationSet fullSet() {
        return Charts.set(ObservationSet.Kind.FULL, 0, Answer.NO);
    }

    public static ObservationSet coreSet() {
        return Charts.set(ObservationSet.Kind.CORE, 0, Answer.NO);
    }

    // What is seen

    public Session session() {
        return last.session();
    }

    public Step step() {
        return last;
    }

    public Engine engine() {
        return engine;
    }

    public Snapshot snapshot() {
        return engine.snapshot(now);
    }

    public Moment now() {
        return now;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Mass of the course in mg, as plain text. */
    public String mg() {
        return session().dosage().totals().course().mg().toPlainString();
    }
}
