package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;
import vigil.pump.DeliveryStatus;

/**
 * The course as stretches of one rate each. A pump that says whether it delivers is taken at its word, sample by sample;
 * of one that does not say, the rise of its counter is taken over a minute at least. Immutable.
 *
 * @param ended in order, without holes
 * @param open the last one, which may still grow
 * @param counting what a pump without a status has counted since the last stretch
 * @param whole false once drug may have been given at an unknown rate: then there is no estimate (pharmacokinetics, K4)
 */
public record SupplyHistory(
        GrowingList<Supply> ended, Optional<Supply> open, Optional<Counting> counting, boolean whole) {
    public static final SupplyHistory NONE =
            new SupplyHistory(GrowingList.empty(), Optional.empty(), Optional.empty(), true);

    private static final Duration SHORTEST_COUNT = Duration.ofMinutes(1);
    private static final BigDecimal NANOS_PER_H = new BigDecimal("3600000000000");
    private static final int MEAN_DECIMALS = 9;

    /** Volume counted from a time on. */
    public record Counting(Stamp from, Stamp to, BigDecimal mg, Segment segment) {}

    /** All stretches, the open one last. */
    public List<Supply> all() {
        List<Supply> all = new ArrayList<>(ended.size() + 1);
        all.addAll(ended);
        open.ifPresent(all::add);
        return all;
    }

    SupplyHistory plus(Interval interval, Segment segment, boolean patient) {
        if (!whole) {
            return this;
        }
        if (interval.before().isEmpty()) {
            return open.isPresent() || interval.missesVolume() ? broken() : this;
        }
        return segment.dosing().isPresent() ? known(interval, segment, patient) : broken();
    }

    /** Nothing after an unknown stretch can be told any more. */
    private SupplyHistory broken() {
        return new SupplyHistory(ended, open, Optional.empty(), false);
    }

    private SupplyHistory known(Interval interval, Segment segment, boolean patient) {
        if (!patient) {
            return with(interval, segment, BigDecimal.ZERO);
        }
        if (interval.isGap()) {
            return gap(interval, segment);
        }
        DeliveryStatus before = interval.before().orElseThrow().reading().deliveryStatus();
        if (before.isStopped()) {
            return with(interval, segment, BigDecimal.ZERO);
        }
        return interval.ratePassed()
                .flatMap(rate -> segment.concentration().map(it -> rate.mlPerH().multiply(it.mgPerMl())))
                .map(mgPerH -> with(interval, segment, mgPerH))
                .orElseGet(() -> counted(interval, segment));
    }

    private SupplyHistory with(Interval interval, Segment segment, BigDecimal mgPerH) {
        return flushed().with(stretch(interval, segment, mgPerH, false));
    }

    private SupplyHistory gap(Interval interval, Segment segment) {
        boolean told = isCounterSeen(interval) && !interval.isReset() && !interval.isInDoubt();
        BigDecimal mg = segment.massOf(interval.volumeMl()).mg();
        return told ? flushed().with(stretch(interval, segment, perHour(mg, interval.length()), true)) : broken();
    }

    private SupplyHistory counted(Interval interval, Segment segment) {
        if (!isCounterSeen(interval)) {
            return broken();
        }
        SupplyHistory same =
                counting.map(it -> it.segment().number() == segment.number()).orElse(true) ? this : flushed();
        BigDecimal mg = segment.massOf(interval.volumeMl()).mg();
        Counting next = same.counting
                .map(it -> new Counting(it.from(), interval.now().at(), it.mg().add(mg), segment))
                .orElseGet(() -> new Counting(before(interval), interval.now().at(), mg, segment));
        SupplyHistory held = new SupplyHistory(same.ended, same.open, Optional.of(next), true);
        return next.to().since(next.from()).compareTo(SHORTEST_COUNT) < 0 ? held : held.flushed();
    }

    private static boolean isCounterSeen(Interval interval) {
        return interval.reading().volumeInfused().isPresent()
                && interval.before()
                        .flatMap(sample -> sample.reading().volumeInfused())
                        .isPresent();
    }

    /** What was counted so far as a stretch of its own. */
    private SupplyHistory flushed() {
        return counting.map(it -> new SupplyHistory(ended, open, Optional.empty(), whole)
                        .with(new Supply(
                                it.from(),
                                it.to(),
                                perHour(it.mg(), it.to().since(it.from())),
                                it.segment().weight().orElseThrow(),
                                false)))
                .orElse(this);
    }

    private SupplyHistory with(Supply next) {
        if (open.map(it -> it.goesOnAs(next)).orElse(false)) {
            return new SupplyHistory(ended, open.map(it -> it.until(next.to())), counting, whole);
        }
        return new SupplyHistory(open.map(ended::with).orElse(ended), Optional.of(next), counting, whole);
    }

    private static Supply stretch(Interval interval, Segment segment, BigDecimal mgPerH, boolean reconciled) {
        return new Supply(
                before(interval), interval.now().at(), mgPerH, segment.weight().orElseThrow(), reconciled);
    }

    private static Stamp before(Interval interval) {
        return interval.before().orElseThrow().at();
    }

    private static BigDecimal perHour(BigDecimal mg, Duration length) {
        return length.isPositive()
                ? mg.multiply(NANOS_PER_H)
                        .divide(BigDecimal.valueOf(length.toNanos()), MEAN_DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }
}
