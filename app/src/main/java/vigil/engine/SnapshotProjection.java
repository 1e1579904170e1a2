package vigil.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.alarm.Attention;
import vigil.dose.DoseRate;
import vigil.dose.DoseTotals;
import vigil.dose.DrugMass;
import vigil.engine.Snapshot.Due;
import vigil.people.People;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Cessation;
import vigil.session.Course;
import vigil.session.DailyCare;
import vigil.session.Delivery;
import vigil.session.InfusionLine;
import vigil.session.ObservationDuty;
import vigil.session.Pause;
import vigil.session.Phase;
import vigil.session.Progress;
import vigil.session.PumpDuty;
import vigil.session.Sample;
import vigil.session.Session;
import vigil.session.SetUp;
import vigil.session.Solution;
import vigil.session.Stamp;
import vigil.session.SupplyHistory;

/** What of a session may be shown at one moment. Values of the pump that are not current are left out, never zero. */
final class SnapshotProjection {
    private static final int PER_KG_DECIMALS = 2;
    private static final BigDecimal SECONDS_PER_H = new BigDecimal("3600");

    private final Session session;
    private final Drafts drafts;
    private final Moment now;
    private final Duration elapsed;

    SnapshotProjection(Session session, Drafts drafts, Moment now) {
        this.session = session;
        this.drafts = drafts;
        this.now = now;
        this.elapsed = session.elapsedAt(now);
    }

    Snapshot snapshot(RecordingState recording, Attention attention, People people) {
        return new Snapshot(
                now,
                session.isSimulated(),
                session.setUp().zone(),
                session.id(),
                session.setUp().opening().map(it -> it.patient()),
                session.setUp().weight(),
                course(),
                dose(),
                totals(),
                link(),
                recording,
                attention(attention),
                due(),
                session.care()
                        .observations()
                        .latest()
                        .map(it -> new Snapshot.LastObservation(it.at().at().utc(), it.by(), it.set())),
                TrendView.of(session.trend()),
                beside(),
                people.sight(elapsed),
                new CareProjection(session, now, elapsed).sight());
    }

    private Snapshot.Beside beside() {
        SetUp setUp = session.setUp();
        SupplyHistory supply = session.dosage().supply();
        boolean whole = supply.whole() && !session.dosage().segments().isLowerBound();
        return new Snapshot.Beside(
                setUp.background().reference(),
                new Snapshot.PlasmaInput(
                        setUp.background().plasma(),
                        setUp.solution().map(Solution::drug),
                        setUp.line().map(InfusionLine::route),
                        supply.all(),
                        whole));
    }

    private Snapshot.Course course() {
        Progress progress = session.progress();
        Optional<Stamp> start = progress.course().startedAt();
        return new Snapshot.Course(
                progress.phase(),
                progress.course().isInduction(),
                start.map(it -> elapsed.minus(it.elapsed())),
                start.map(this::dayOfCourse),
                session.missingSetUp(),
                ceased(progress),
                progress.t0().filter(_ -> isObserved(progress.phase())).map(t0 -> elapsed.minus(t0.elapsed())),
                session.care().effects().running().map(this::paused),
                preparation());
    }

    private Preparation preparation() {
        return new Preparation(
                session.setUp(),
                session.supervision().entered().unchecked(),
                session.supervision().admission(),
                session.care().plan(),
                session.settings(),
                drafts.byForm());
    }

    private Snapshot.Paused paused(Pause pause) {
        return new Snapshot.Paused(
                pause.length(elapsed),
                pause.wanted(),
                pause.from().at(),
                pause.assessed().map(Pause.Assessed::eased));
    }

    private static boolean isObserved(Phase phase) {
        return phase == Phase.OBSERVING || phase == Phase.OBSERVATION_COMPLETE;
    }

    private int dayOfCourse(Stamp start) {
        long days = ChronoUnit.DAYS.between(dayOf(start.at().utc()), today());
        return (int) Math.max(0, days) + 1;
    }

    private LocalDate dayOf(Instant utc) {
        return LocalDate.ofInstant(utc, session.setUp().zone());
    }

    private LocalDate today() {
        return dayOf(now.utc());
    }

    private static Optional<Snapshot.Ceased> ceased(Progress progress) {
        return progress.cessation().flatMap(it -> it.t0().map(t0 -> ceased(it, t0)));
    }

    private static Snapshot.Ceased ceased(Cessation cessation, Stamp t0) {
        Cessation.Decision decision = cessation.decision();
        Optional<Moment> last =
                cessation.lastDelivery().map(Course.Delivered::at).map(Stamp::at);
        return new Snapshot.Ceased(
                decision.reason(),
                t0.at(),
                cessation.observation(),
                last,
                decision.at().at(),
                decision.decidedBy());
    }

    private Snapshot.Dose dose() {
        Delivery delivery = session.delivery();
        Optional<Sample> shown = delivery.shown();
        Optional<PumpReading> current = shown.filter(this::isCurrent).map(Sample::reading);
        Optional<DoseRate> rate = session.doseRate(elapsed);
        Optional<Duration> toEmpty = current.flatMap(SnapshotProjection::timeToEmpty);
        return new Snapshot.Dose(
                rate,
                session.lastKnownDose()
                        .map(it ->
                                new Snapshot.LastKnown(it.rate(), it.at().at().utc())),
                shown.map(sample -> elapsed.minus(sample.at().elapsed())),
                shown.isPresent() && current.isEmpty(),
                session.isAboveMaximum(elapsed),
                current.map(PumpReading::deliveryStatus).orElse(DeliveryStatus.UNKNOWN),
                current.flatMap(PumpReading::flowRate),
                session.setUp().concentration(),
                current.flatMap(PumpReading::volumeInfused),
                current.flatMap(PumpReading::volumeRemaining),
                toEmpty,
                toEmpty.map(now.utc()::plus),
                session.orderedDose(),
                session.settings().maximum());
    }

    private boolean isCurrent(Sample sample) {
        return session.delivery().isCurrent(sample, elapsed);
    }

    private static Optional<Duration> timeToEmpty(PumpReading reading) {
        return reading.deliveryStatus().delivers()
                ? reading.volumeRemaining()
                        .flatMap(left -> reading.flowRate()
                                .filter(rate -> !rate.isZero())
                                .map(rate -> timeFor(left, rate)))
                : Optional.empty();
    }

    private static Duration timeFor(Volume left, FlowRate rate) {
        BigDecimal seconds = left.ml().multiply(SECONDS_PER_H).divide(rate.mlPerH(), 0, RoundingMode.FLOOR);
        return Duration.ofSeconds(seconds.longValue());
    }

    private Snapshot.Totals totals() {
        DoseTotals totals = session.dosage().totals();
        boolean started = session.progress().course().startedAt().isPresent();
        return new Snapshot.Totals(
                totals.course(),
                totals.on(today()),
                totals.last24h(elapsed),
                session.dosage().mgPerKg(PER_KG_DECIMALS),
                session.isTotalLowerBound(elapsed),
                started ? Optional.of(session.dosage().byRate().mass()) : Optional.empty(),
                days(totals));
    }

    private List<Snapshot.DayTotal> days(DoseTotals totals) {
        List<Snapshot.DayTotal> days = new ArrayList<>();
        totals.days().forEach(it -> days.add(new Snapshot.DayTotal(it.day(), it.mass())));
        boolean todayCounted = !days.isEmpty() && !days.getLast().day().isBefore(today());
        if (session.phase().isCourse() && !todayCounted) {
            days.add(new Snapshot.DayTotal(today(), DrugMass.ZERO));
        }
        return List.copyOf(days);
    }

    private Snapshot.Link link() {
        Delivery delivery = session.delivery();
        return new Snapshot.Link(
                delivery.link(),
                delivery.shown().map(sample -> sample.reading().pump()),
                delivery.binding().map(it -> it.serialNumber()),
                delivery.isCharted(),
                delivery.other().map(Delivery.Other::pump));
    }

    private Snapshot.Attention attention(Attention attention) {
        Optional<Moment> until = attention
                .pause()
                .filter(it -> elapsed.compareTo(it.untilElapsed()) < 0)
                .map(Attention.AudioPause::until);
        return new Snapshot.Attention(attention.conditions(), until, attention.signal(), attention.sound());
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        session.care().schedule().missed().ifPresent(duty -> due.add(observation(duty)));
        session.care().schedule().open().forEach(duty -> due.add(observation(duty)));
        review().ifPresent(due::add);
        pumpCheck().ifPresent(due::add);
        due.sort(Comparator.comparing(Due::dueAt));
        due.addAll(daily());
        return due;
    }

    private Due observation(ObservationDuty duty) {
        boolean overdue = elapsed.compareTo(duty.overdueAfter()) > 0;
        Instant overdueFrom = utcAt(duty.overdueAfter());
        return new Due(Due.What.OBSERVATION, utcAt(duty.due()), overdueFrom, overdue, Optional.of(duty));
    }

    private Optional<Due> review() {
        return session.phase().isCourse()
                ? session.care()
                        .daily()
                        .reviewDue(
                                session.progress().course().startedAt(),
                                session.setUp().zone())
                        .map(this::review)
                : Optional.empty();
    }

    private Due review(Duration due) {
        boolean overdue = elapsed.compareTo(due) > 0;
        return new Due(Due.What.DAILY_REVIEW, utcAt(due), utcAt(due), overdue, Optional.empty());
    }

    /** The first check that is asked for; the others are done with it. */
    private Optional<Due> pumpCheck() {
        return session.phase().isCourse()
                ? session.supervision().checks().open().stream().findFirst().map(this::pumpCheck)
                : Optional.empty();
    }

    private Due pumpCheck(PumpDuty duty) {
        return new Due(
                Due.What.PUMP_CHECK,
                utcAt(duty.due()),
                utcAt(duty.overdueAfter()),
                duty.isOverdue(elapsed),
                Optional.empty());
    }

    /** The items of the day that have come due; those ahead would crowd the list. */
    private List<Due> daily() {
        Optional<Stamp> start = session.progress().course().startedAt();
        return session.phase().isCourse()
                ? start.map(from -> session.care().daily().due(from, elapsed, session.settings()).stream())
                        .orElseGet(Stream::empty)
                        .map(this::daily)
                        .toList()
                : List.of();
    }

    private Due daily(DailyCare.Due item) {
        boolean overdue = elapsed.compareTo(item.overdueAfter()) > 0;
        Due.What what = Due.What.of(item.item());
        return new Due(what, utcAt(item.at()), utcAt(item.overdueAfter()), overdue, Optional.empty());
    }

    private Instant utcAt(Duration atElapsed) {
        return now.utc().plus(atElapsed.minus(elapsed));
    }
}
