package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.Volume;

/**
 * The counter of the bound pump, as far as it is believed (A19). A counter goes up no faster than the pump runs, and falls to
 * near zero when it is set back or a syringe is changed. A value that is neither may be a turned bit on a wire without a
 * check, so it waits for the next one: where that follows it, it was the pump's word; where that goes on from what was
 * believed before, it was none. A value that was believed and is then seen to have stood too high is not counted again: the
 * total never falls (R30), and waits until the counter has passed it. Immutable.
 *
 * @param earlier what was believed before {@code base}
 * @param base what was believed last; counting goes on from here
 * @param doubtful a value that waits for the next one
 */
record Counter(Optional<Mark> earlier, Optional<Mark> base, Optional<Mark> doubtful) {
    static final Counter UNSEEN = new Counter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a pump that tells no rate, or fills a line: as fast as any pump that Vigil reads can run, mL/h. */
    private static final BigDecimal FASTEST = new BigDecimal("1800");
    /** The rate is what was told at both ends; in between it may have been higher for a while. */
    private static final BigDecimal MARGIN = new BigDecimal("2");
    /** A step of the coarsest counter (0.1 mL), and what a line is filled with at the pump, mL. */
    private static final BigDecimal ALWAYS_ML = new BigDecimal("0.5");

    private static final BigDecimal NANOS_PER_H =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());

    /**
     * A value of the counter with what the pump said of its rate.
     *
     * @param quick the pump says that it purges or gives a bolus: then any rise is its own
     * @param high it is known to stand too high
     * @param stood the pump said that it stands
     */
    record Mark(BigDecimal ml, Stamp at, BigDecimal fastestMlPerH, boolean quick, boolean high, boolean stood) {
        private static Mark of(Volume volume, Sample sample) {
            PumpReading reading = sample.reading();
            boolean quick = reading.bolusActive() || reading.deliveryStatus() == DeliveryStatus.PURGING;
            BigDecimal told = reading.flowRate().map(FlowRate::mlPerH).orElse(FASTEST);
            boolean stood = reading.deliveryStatus().isStopped();
            return new Mark(volume.ml(), sample.at(), quick ? FASTEST.max(told) : told, quick, false, stood);
        }

        private boolean isBelow(Mark other) {
            return ml.compareTo(other.ml) < 0;
        }

        /** True where a pump can have delivered {@code volumeMl} from {@code other} to here; exact. */
        private boolean isEnoughFor(BigDecimal volumeMl, Mark other) {
            BigDecimal nanos = BigDecimal.valueOf(at.since(other.at).toNanos());
            BigDecimal most =
                    fastestMlPerH.max(other.fastestMlPerH).multiply(MARGIN).multiply(nanos);
            return volumeMl.subtract(ALWAYS_ML).multiply(NANOS_PER_H).compareTo(most) <= 0;
        }

        private boolean follows(Mark other) {
            boolean possible = quick || other.quick || isEnoughFor(ml.subtract(other.ml), other);
            return possible && !isBelow(other);
        }

        /** True where the counter can have begun at zero since {@code other} and come to here. */
        private boolean isNearZeroAfter(Mark other) {
            return isEnoughFor(ml, other);
        }
    }

    /** How {@code sample} counts. What a person has read off is believed at once: no later reading will come so soon. */
    Count take(Sample sample, Duration gapFrom, boolean charted) {
        Optional<Mark> now = sample.reading().volumeInfused().map(volume -> Mark.of(volume, sample));
        Duration length = base.map(it -> sample.at().since(it.at())).orElse(Duration.ZERO);
        boolean gap = isGap(sample.at(), gapFrom);
        Count count = now.map(mark -> charted ? believed(mark) : taken(mark))
                .orElseGet(() -> Count.nothing(this))
                .over(length, gap);
        return mayHaveRunOn(count) ? count.missing() : count;
    }

    /** Before a reset within a gap the pump may have given more, unless it stood when it was last seen. */
    private boolean mayHaveRunOn(Count count) {
        boolean ran = base.map(from -> !from.stood()).orElse(false);
        return ran && count.gap() && count.verdict() == Count.Verdict.RESET;
    }

    /** True when the counter was not seen for {@code gapFrom} anywhere between the base and now. */
    private boolean isGap(Stamp now, Duration gapFrom) {
        Optional<Duration> toDoubtful =
                doubtful.flatMap(held -> base.map(from -> held.at().since(from.at())));
        Duration sinceSeen =
                doubtful.or(() -> base).map(it -> now.since(it.at())).orElse(Duration.ZERO);
        return sinceSeen.compareTo(gapFrom) >= 0
                || toDoubtful.map(it -> it.compareTo(gapFrom) >= 0).orElse(false);
    }

    private Count believed(Mark now) {
        return base.map(from ->
                        now.isBelow(from) ? new Count(Count.Verdict.RESET, now.ml(), after(now, now)) : rise(from, now))
                .orElseGet(() -> Count.nothing(new Counter(Optional.empty(), Optional.of(now), Optional.empty())));
    }

    private Count taken(Mark now) {
        return base.isEmpty()
                ? believed(now)
                : doubtful.map(held -> settled(base.get(), held, now)).orElseGet(() -> judged(base.get(), now));
    }

    private Count judged(Mark from, Mark now) {
        if (now.follows(from)) {
            return rise(from, now);
        }
        boolean between =
                now.isBelow(from) && earlier.map(before -> !now.isBelow(before)).orElse(false);
        return between ? behind(from, now) : doubted(from, now);
    }

    /** What the value after a doubtful one says of it. */
    private Count settled(Mark from, Mark held, Mark now) {
        if (!now.isBelow(from)) {
            return from.isBelow(held) ? risen(from, held, now) : returned(from, held, now);
        }
        boolean falls = held.isBelow(from) && now.follows(held);
        return falls ? fallen(from, held, now) : judged(from, now).refuting();
    }

    /** The doubtful value stood above the line, and the counter has not gone back behind it. */
    private static Count risen(Mark from, Mark held, Mark now) {
        Count rise = rise(from, now);
        return now.isBelow(held) ? rise.refuting() : rise.sinceHeld(now.ml().subtract(held.ml()));
    }

    /** The doubtful value stood below the line. Where it may have been a new beginning all the same, that is said. */
    private Count returned(Mark from, Mark held, Mark now) {
        Count next = judged(from, now).refuting();
        return held.isNearZeroAfter(from) && now.follows(held) ? next.missing() : next;
    }

    /** Two values agree that the counter fell. */
    private static Count fallen(Mark from, Mark held, Mark now) {
        return held.isNearZeroAfter(from) ? reset(held, now) : leapt(from, held, now);
    }

    private static Count rise(Mark from, Mark now) {
        return new Count(Count.Verdict.RISE, now.ml().subtract(from.ml()), after(from, now));
    }

    private static Count reset(Mark held, Mark now) {
        return new Count(Count.Verdict.RESET, now.ml(), after(held, now))
                .sinceHeld(now.ml().subtract(held.ml()));
    }

    private static Count leapt(Mark from, Mark held, Mark now) {
        return new Count(Count.Verdict.LEAP, now.ml().subtract(held.ml()), after(held, now))
                .missing()
                .finding(new Implausible(held.at(), from.ml(), held.ml()));
    }

    private Count doubted(Mark from, Mark now) {
        return new Count(
                Count.Verdict.DOUBTFUL, BigDecimal.ZERO, new Counter(earlier, Optional.of(from), Optional.of(now)));
    }

    /** The last value stood too high, and the one before it did not: nothing counts until the counter has passed it. */
    private Count behind(Mark from, Mark now) {
        Mark kept = new Mark(from.ml(), now.at(), now.fastestMlPerH(), now.quick(), true, now.stood());
        Counter next = new Counter(earlier, Optional.of(kept), Optional.empty());
        Count waits = new Count(Count.Verdict.BEHIND, BigDecimal.ZERO, next);
        Count told = from.high() ? waits : waits.finding(new Implausible(from.at(), now.ml(), from.ml()));
        return now.isNearZeroAfter(from) ? told.missing() : told;
    }

    private static Counter after(Mark earlier, Mark now) {
        return new Counter(Optional.of(earlier), Optional.of(now), Optional.empty());
    }

    /** True while only one value is believed, the one that counting began at. */
    boolean isFirst() {
        return earlier.isEmpty() && base.isPresent();
    }

    /** True while a value waits for the next one: drug may have been given that is not counted. */
    boolean isInDoubt() {
        return doubtful.isPresent();
    }
}
