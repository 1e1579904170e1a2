package vigil.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.DeliveryStatus;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.ObservationSet.Answer;
import vigil.session.Phase;
import vigil.session.PumpCheck;
import vigil.session.Session;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;

/**
 * The mass, the earliest time of discharge and whether a cessation is in force once more, straight from the clinical rules
 * (section 3, rulings A1, A4, A14, A19, A21 and A25), of a pump on a wire and of one that people read, and in the simplest way: what the program says is compared with it. It looks at the session only to know
 * whether one is open. Not thread-safe.
 */
final class CourseReference {
    /** An hourly check, and a quarter of an hour. */
    private static final Duration CHARTED_GAP = Duration.ofMinutes(75);

    private static final String CHARTED = "charted ";
    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private record Heard(PumpReading reading, Duration at) {}

    private Duration gap = Duration.ofSeconds(10);
    private Duration elapsed = Duration.ZERO;
    private @Nullable Moment latest;
    private String boot = "";
    private final Map<String, Heard> slots = new HashMap<>();
    private Optional<String> bound = Optional.empty();
    private @Nullable Heard newest;
    private final CounterReference counter = new CounterReference();
    private Optional<BigDecimal> mgPerMl = Optional.empty();
    private boolean started;
    private BigDecimal mg = BigDecimal.ZERO;
    private Duration earliestT0 = Duration.ZERO;
    private Duration lastFlow = Duration.ZERO;
    private Duration lastSet = Duration.ZERO;
    private Optional<Duration> lastDoubt = Optional.empty();
    private Optional<CessationReason> decided = Optional.empty();

    /** Takes {@code event}, which {@code before} has not taken yet. */
    void take(Event event, Session before) {
        pass(event);
        switch (event) {
            case Event.SiteSettingsInForce it -> gap = it.settings().seconds(SiteSetting.STALE_S);
            case Event.SessionOpened _ when !before.isOpen() -> opened();
            case Event.PumpBound it -> bind(name(it.serialNumber(), it.model()));
            case Event.ChartedPumpBound it -> bind(CHARTED + it.serialNumber());
            case Event.PumpChecked it -> readOff(it, before.phase());
            case Event.Signed it when it.meaning() == SignatureMeaning.CESSATION_BACKDATED -> earliestT0 = lastFlow;
            case Event.SolutionConfirmed it ->
                mgPerMl = Optional.of(it.solution().concentration().mgPerMl());
            case Event.SolutionEntered _ -> mgPerMl = Optional.empty();
            case Event.PumpSaid(PumpEvent.Reading(PumpReading reading)) -> read(reading, before.phase());
            case Event.CessationDecided it
            when isCeasing(before.phase()) -> {
                earliestT0 = elapsed;
                decided = Optional.of(it.reason());
            }
            case Event.ObservationsCharted it -> charted(it);
            default -> {}
        }
    }

    private void pass(Event event) {
        Moment before = latest;
        if (before != null) {
            boolean restart = event instanceof Event.ConsoleStarted;
            boolean sameBoot =
                    !restart || ((Event.ConsoleStarted) event).bootId().equals(boot);
            Duration passed = sameBoot
                    ? Duration.ofNanos(event.at().bootNanos() - before.bootNanos())
                    : Duration.between(before.utc(), event.at().utc());
            elapsed = passed.isNegative() ? elapsed : elapsed.plus(passed);
            latest = restart || passed.isPositive() ? event.at() : before;
        } else {
            latest = event.at();
        }
        boot = event instanceof Event.ConsoleStarted it ? it.bootId() : boot;
    }

    private void opened() {
        bound = Optional.empty();
        newest = null;
        counter.restart();
        mgPerMl = Optional.empty();
        started = false;
        mg = BigDecimal.ZERO;
        earliestT0 = elapsed;
        lastFlow = elapsed;
        lastSet = elapsed;
        lastDoubt = Optional.empty();
        decided = Optional.empty();
    }

    /** A pump without a serial number is told from another one by its model alone. */
    private static String name(String serialNumber, String model) {
        return serialNumber.isEmpty() ? "without a number: " + model : serialNumber;
    }

    private void bind(String pump) {
        if (bound.equals(Optional.of(pump))) {
            return;
        }
        Heard known = slots.get(pump);
        bound = Optional.of(pump);
        newest = known != null && elapsed.minus(known.at()).compareTo(gap) < 0 ? known : null;
        counter.restart();
        if (newest != null) {
            counter.take(newest.reading(), newest.at(), isCharted());
        }
    }

    private boolean isCharted() {
        return bound.map(name -> name.startsWith(CHARTED)).orElse(false);
    }

    private void readOff(Event.PumpChecked checked, Phase phase) {
        if (isCharted() && checked.check().figures().isPresent()) {
            PumpCheck.Figures figures = checked.check().figures().get();
            heard(
                    PumpReading.from(Bedside.PUMP, checked.at())
                            .deliveryStatus(
                                    figures.delivering() ? DeliveryStatus.DELIVERING : DeliveryStatus.NOT_DELIVERING)
                            .flowRate(figures.flowRate())
                            .volumeInfused(figures.volumeInfused())
                            .build(),
                    phase);
        }
    }

    private void read(PumpReading reading, Phase phase) {
        String pump =
                name(reading.pump().serialNumber().orElse(""), reading.pump().model());
        slots.put(pump, new Heard(reading, elapsed));
        if (bound.equals(Optional.of(pump))) {
            heard(reading, phase);
        }
    }

    /** The newest sample of the bound pump. */
    private void heard(PumpReading reading, Phase phase) {
        Heard now = new Heard(reading, elapsed);
        Duration unseen = counter.unseen(elapsed);
        BigDecimal rise = counter.take(reading, elapsed, isCharted());
        if (phase != Phase.CLOSED) {
            count(now, rise, unseen, phase);
        }
        newest = now;
    }

    private static boolean isCeasing(Phase phase) {
        return phase.isCourse() || phase == Phase.CEASED;
    }

    private void count(Heard now, BigDecimal rise, Duration unseen, Phase phase) {
        DeliveryStatus status = now.reading().deliveryStatus();
        boolean flows = status == DeliveryStatus.DELIVERING
                || status == DeliveryStatus.KVO
                || (status == DeliveryStatus.UNKNOWN && rise.signum() > 0);
        boolean maybeFlowed = rise.signum() > 0 || counter.isWaiting();
        boolean flowedUnseen = isCeasing(phase) && maybeFlowed && (isCharted() || unseen.compareTo(gapFrom()) >= 0);
        boolean begins = flows && !started;
        started |= flows;
        earliestT0 = flows || flowedUnseen ? elapsed : earliestT0;
        if (flows && phase == Phase.OBSERVING) {
            // A4: begun again within the four hours; A14: but not after a dissociative effect
            decided = decided.filter(CessationReason.DISSOCIATION::equals);
        }
        lastFlow = flows || rise.signum() > 0 ? elapsed : lastFlow;
        if (started && !isPurge(now)) {
            boolean stood = begins
                    && newest != null
                    && newest.reading().deliveryStatus().isStopped();
            BigDecimal given = stood ? rise.subtract(counter.doubted()) : rise;
            mg = mg.add(given.multiply(mgPerMl.orElse(BigDecimal.ZERO)));
        }
    }

    private boolean isPurge(Heard now) {
        boolean purges = now.reading().deliveryStatus() == DeliveryStatus.PURGING
                || (newest != null && newest.reading().deliveryStatus() == DeliveryStatus.PURGING);
        return purges && !isGapSince(newest, now);
    }

    private boolean isGapSince(@Nullable Heard before, Heard now) {
        return before != null && now.at().minus(before.at()).compareTo(gapFrom()) >= 0;
    }

    private Duration gapFrom() {
        return isCharted() ? CHARTED_GAP : gap;
    }

    private void charted(Event.ObservationsCharted charted) {
        lastSet = elapsed;
        boolean doubt = charted.set().dissociation().values().stream()
                .anyMatch(answer -> answer == Answer.YES || answer == Answer.UNSURE);
        lastDoubt = doubt ? Optional.of(elapsed) : lastDoubt;
    }

    Duration elapsed() {
        return elapsed;
    }

    BigDecimal mg() {
        return mg;
    }

    /** Whether the decision to cease that was taken last is still in force. */
    boolean isCessationInForce() {
        return decided.isPresent();
    }

    /** Four hours since drug last flowed or the decision was last taken, a set since then, an hour without a doubt. */
    boolean mayOpen() {
        Duration earliest = earliestT0.plus(FOUR_HOURS);
        return elapsed.compareTo(earliest) >= 0
                && lastSet.compareTo(earliest) >= 0
                && lastDoubt.map(at -> elapsed.minus(at).compareTo(AN_HOUR) > 0).orElse(true);
    }
}
