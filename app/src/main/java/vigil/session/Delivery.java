package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;

/**
 * What the pumps on the line say: which one is bound to the session, its newest sample, the state of the link, and the
 * alarms the pumps report. Readings of other pumps are shown at most, never counted. Immutable.
 *
 * @param slots every pump that has answered, with its newest sample
 * @param other a pump that answers where the bound one stood (faults B3, B5)
 * @param limits from which age on a sample is no longer current
 */
public record Delivery(
        LinkState link,
        LineQuality quality,
        Optional<Binding> binding,
        List<Slot> slots,
        Optional<Other> other,
        List<Mirrored> alarms,
        Limits limits) {
    /** A sample of this age or older is no longer live (R31), unless the site has chosen another limit. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(10);

    public static final Delivery NONE = new Delivery(
            new LinkState.Closed(),
            LineQuality.GOOD,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Limits.of(SiteSettings.DEFAULTS));

    private static final LinkState LIVE = new LinkState.Live();
    private static final int MOST_SLOTS = 64;
    private static final int MOST_ALARMS = 256;

    /** Age from which a sample counts no longer: of a pump on a wire, and of one that people read hourly. */
    public record Limits(Duration wire, Duration charted) {
        static Limits of(SiteSettings settings) {
            Duration hourly = PumpChecks.INTERVAL;
            return new Limits(settings.seconds(SiteSetting.STALE_S), hourly.plus(settings.overdueAfter(hourly)));
        }
    }

    /** The newest sample of one pump, bound or not. */
    public record Slot(PumpIdentity pump, Sample newest) {}

    public record Other(PumpIdentity pump, Stamp since) {}

    /**
     * An alarm condition that a pump reports.
     *
     * @param readingsUnconfirmed readings of this pump since the program started again without the pump repeating the
     *     alarm; empty once the pump has said it in this run
     */
    public record Mirrored(PumpIdentity pump, PumpAlarm alarm, Stamp since, Optional<Integer> readingsUnconfirmed) {}

    /** What the line proves about drug reaching the patient now. */
    public enum Evidence {
        DELIVERING,
        STOPPED,
        /** The bound pump answers but does not say. */
        UNCLEAR,
        /** The bound pump has no current sample: delivery is unknown, which is neither of the above. */
        LOST
    }

    public Delivery {
        slots = List.copyOf(slots);
        alarms = List.copyOf(alarms);
    }

    Delivery with(SiteSettings settings) {
        return new Delivery(link, quality, binding, slots, other, alarms, Limits.of(settings));
    }

    Delivery withLink(LinkState state) {
        return new Delivery(state, quality, binding, slots, other, alarms, limits);
    }

    /** After a start of the program nothing is known of the line, and the pumps' alarms wait to be confirmed. */
    Delivery afterStart() {
        List<Mirrored> unconfirmed = alarms.stream()
                .map(it -> new Mirrored(it.pump(), it.alarm(), it.since(), Optional.of(0)))
                .toList();
        return new Delivery(
                new LinkState.Closed(), LineQuality.GOOD, binding, slots, Optional.empty(), unconfirmed, limits);
    }

    /** Binds a pump. A fresh sample of it becomes the base that its counter is counted from. */
    Delivery bind(String model, String serialNumber, Stamp at) {
        return bind(Binding.to(model, serialNumber, at, false), at);
    }

    /** Binds a pump that no wire reaches: people read it, and every figure of it is marked as charted. */
    Delivery bindCharted(String model, String serialNumber, Stamp at) {
        return bind(Binding.to(model, serialNumber, at, true), at);
    }

    private Delivery bind(Binding bound, Stamp at) {
        boolean same = binding.map(before -> before.isSamePump(bound)).orElse(false);
        return same
                ? this
                : new Delivery(
                        link, quality, Optional.of(basedOnSlot(bound, at)), slots, Optional.empty(), alarms, limits);
    }

    private Binding basedOnSlot(Binding bound, Stamp at) {
        return slots.stream()
                .filter(slot -> bound.isMetBy(slot.pump()) && isYounger(slot.newest(), at.elapsed(), limits.wire()))
                .findFirst()
                .map(slot -> bound.basedOn(slot.newest()))
                .orElse(bound);
    }

    /** A new session begins: its pump has yet to be bound. */
    Delivery unbound() {
        return new Delivery(link, quality, Optional.empty(), slots, Optional.empty(), alarms, limits);
    }

    /** A reading is a valid answer, and so makes the link live whatever was said of it before. */
    Delivery with(Interval interval) {
        Sample sample = interval.now();
        PumpIdentity pump = sample.reading().pump();
        boolean counts = isBound(pump);
        Optional<Binding> nextBinding = counts ? binding.map(it -> it.after(interval)) : binding;
        return new Delivery(
                LIVE,
                qualityAfter(interval, counts),
                nextBinding,
                slotsWith(sample),
                otherAfter(sample, counts),
                alarmsAfter(pump),
                limits);
    }

    private LineQuality qualityAfter(Interval interval, boolean counts) {
        Duration elapsed = interval.now().at().elapsed();
        LineQuality next = quality.accepted(elapsed);
        return counts && interval.count().isUnusable() ? next.rejected(1, elapsed) : next;
    }

    /** The figures of a check as a sample, while people read the bound pump; empty without figures. */
    Optional<Sample> chartedSample(PumpCheck check, Stamp at) {
        return binding.filter(Binding::charted)
                .flatMap(it -> check.reading(it.model(), it.serialNumber(), at.at()))
                .map(reading -> new Sample(reading, at));
    }

    /** What a person has read off the bound pump: its newest sample, of which the line knows nothing. */
    Delivery charted(Interval interval) {
        return new Delivery(link, quality, binding.map(it -> it.after(interval)), slots, other, alarms, limits);
    }

    private List<Slot> slotsWith(Sample sample) {
        Slot slot = new Slot(sample.reading().pump(), sample);
        if (slots.isEmpty() || (slots.size() == 1 && slots.getFirst().pump().equals(slot.pump()))) {
            return List.of(slot);
        }
        List<Slot> next = new ArrayList<>(slots);
        next.removeIf(it -> it.pump().equals(slot.pump()));
        if (next.size() >= MOST_SLOTS) {
            next.removeFirst();
        }
        next.add(slot);
        return next;
    }

    private Optional<Other> otherAfter(Sample sample, boolean counts) {
        PumpIdentity pump = sample.reading().pump();
        if (!standsWhereBoundPumpStood(pump)) {
            return other;
        }
        boolean known = other.map(it -> it.pump().equals(pump)).orElse(false);
        return counts ? Optional.empty() : known ? other : Optional.of(new Other(pump, sample.at()));
    }

    private boolean standsWhereBoundPumpStood(PumpIdentity pump) {
        return binding.filter(bound -> !bound.charted())
                .map(bound -> bound.address().map(pump.address()::equals).orElse(true))
                .orElse(false);
    }

    private List<Mirrored> alarmsAfter(PumpIdentity pump) {
        return alarms.isEmpty() ? alarms : MirroredAlarms.afterReadingOf(pump, alarms);
    }

    /** Bytes arrived that were no valid answer. */
    Delivery rejecting(int frames, Stamp at) {
        return new Delivery(link, quality.rejected(frames, at.elapsed()), binding, slots, other, alarms, limits);
    }

    Delivery with(PumpEvent.AlarmStarted said, Stamp at) {
        List<Mirrored> next = MirroredAlarms.started(said, at, alarms);
        return next.size() > MOST_ALARMS ? this : new Delivery(link, quality, binding, slots, other, next, limits);
    }

    Delivery without(PumpEvent.AlarmEnded said) {
        List<Mirrored> next = MirroredAlarms.ended(said, alarms);
        return new Delivery(link, quality, binding, slots, other, next, limits);
    }

    /** A pump was taken out of its rack: it can no longer end its own alarms, and it no longer has a slot. */
    Delivery without(PumpIdentity pump) {
        return new Delivery(
                link,
                quality,
                binding,
                slots.stream().filter(it -> !it.pump().equals(pump)).toList(),
                other.filter(it -> !it.pump().equals(pump)),
                MirroredAlarms.withoutPump(pump, alarms),
                limits);
    }

    public boolean isBound(PumpIdentity pump) {
        return binding.map(bound -> bound.isMetBy(pump)).orElse(false);
    }

    Interval intervalTo(Sample sample) {
        Duration gapFrom = staleAfter();
        Count count = binding.map(it -> it.count(sample, gapFrom)).orElseGet(() -> Count.nothing(Counter.UNSEEN));
        return new Interval(binding.flatMap(Binding::newest), count, sample, gapFrom);
    }

    /** True when the bound pump was running when it was last heard, and that is too long ago to say how much it gave (A20). */
    boolean mayRunUnheard(Duration elapsed) {
        boolean ran = binding.flatMap(Binding::newest)
                .filter(sample -> !sample.reading().deliveryStatus().isStopped())
                .isPresent();
        return ran && isStale(elapsed);
    }

    /** True while the newest value of the bound pump's counter waits for the next one to be believed (A19). */
    public boolean isCounterInDoubt() {
        return binding.map(it -> it.counter().isInDoubt()).orElse(false);
    }

    /** Newest sample of the bound pump. */
    public Optional<Sample> newest() {
        return binding.flatMap(Binding::newest);
    }

    /** Newest sample to show: of the bound pump, or of whichever answered last while none is bound. */
    public Optional<Sample> shown() {
        return binding.isPresent() || slots.isEmpty()
                ? newest()
                : Optional.of(slots.getLast().newest());
    }

    /** The newest sample, if it may be taken as current at {@code elapsed} time of the session. */
    public Optional<Sample> live(Duration elapsed) {
        return newest().filter(sample -> isCurrent(sample, elapsed));
    }

    /** True while {@code sample} of the shown pump may be taken as what the pump does now. */
    public boolean isCurrent(Sample sample, Duration elapsed) {
        return (isCharted() || link.isLive()) && isYounger(sample, elapsed, staleAfter());
    }

    private static boolean isYounger(Sample sample, Duration elapsed, Duration limit) {
        return elapsed.minus(sample.at().elapsed()).compareTo(limit) < 0;
    }

    /** True when people read the bound pump, because no wire reaches it. */
    public boolean isCharted() {
        return binding.map(Binding::charted).orElse(false);
    }

    /** Age from which on the bound pump's newest sample is no longer current (R31). */
    public Duration staleAfter() {
        return isCharted() ? limits.charted() : limits.wire();
    }

    /** True when a bound pump has no current sample. */
    public boolean isStale(Duration elapsed) {
        return binding.isPresent() && live(elapsed).isEmpty();
    }

    /** Whether drug reaches the patient at {@code elapsed} time, as far as the line tells. */
    public Evidence evidence(Duration elapsed) {
        return live(elapsed).map(sample -> evidenceOf(sample.reading())).orElse(Evidence.LOST);
    }

    private static Evidence evidenceOf(PumpReading reading) {
        DeliveryStatus status = reading.deliveryStatus();
        return status.delivers() ? Evidence.DELIVERING : status.isStopped() ? Evidence.STOPPED : Evidence.UNCLEAR;
    }
}
