package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.dose.FlowTolerance;
import vigil.dose.GrowingList;
import vigil.pump.FlowRate;

/**
 * The volume test of over- and under-infusion: the slope of what the pump counted, over a window that slides (alarm
 * page, section 6.1). It begins anew whenever rate, order or delivery change. Immutable.
 *
 * @param marks what was counted at one time of each minute since the stretch began
 * @param volumeMl counted since then
 * @param stepMl the smallest rise the counter was ever seen to make; empty before the first
 */
record VolumeWatch(
        GrowingList<Mark> marks,
        BigDecimal volumeMl,
        Optional<BigDecimal> stepMl,
        Optional<FlowDirection> direction,
        boolean estimated) {
    static final VolumeWatch NONE =
            new VolumeWatch(GrowingList.empty(), BigDecimal.ZERO, Optional.empty(), Optional.empty(), false);

    private static final Duration BETWEEN_MARKS = Duration.ofMinutes(1);

    record Mark(Duration at, BigDecimal volumeMl) {}

    /** A new stretch; what is known of the counter stays known. */
    VolumeWatch restarted() {
        return marks.isEmpty() && direction.isEmpty()
                ? this
                : new VolumeWatch(GrowingList.empty(), BigDecimal.ZERO, stepMl, Optional.empty(), false);
    }

    VolumeWatch counted(Interval interval, FlowRate ordered, Duration least) {
        Duration now = interval.now().at().elapsed();
        if (marks.isEmpty()) {
            return new VolumeWatch(
                    marks.with(new Mark(now, BigDecimal.ZERO)), BigDecimal.ZERO, step(interval), direction, false);
        }
        BigDecimal volume = volumeMl.add(interval.volumeMl());
        boolean due = now.minus(marks.getLast().at()).compareTo(BETWEEN_MARKS) >= 0;
        GrowingList<Mark> next = due ? marks.with(new Mark(now, volume)) : marks;
        Optional<BigDecimal> step = step(interval);
        Optional<FlowDirection> found = step.flatMap(it -> test(now, volume, ordered, it, least));
        return new VolumeWatch(next, volume, step, found, estimated || interval.isGap());
    }

    private Optional<BigDecimal> step(Interval interval) {
        BigDecimal rise = interval.volumeMl();
        boolean smaller = rise.signum() > 0
                && stepMl.map(known -> rise.compareTo(known) < 0).orElse(true);
        return smaller ? Optional.of(rise) : stepMl;
    }

    private Optional<FlowDirection> test(
            Duration now, BigDecimal volume, FlowRate ordered, BigDecimal step, Duration least) {
        Duration window = FlowTolerance.window(ordered, step, least);
        return lastMarkBy(now.minus(window))
                .flatMap(mark -> side(volume.subtract(mark.volumeMl()), now.minus(mark.at()), ordered, step));
    }

    private static Optional<FlowDirection> side(BigDecimal volume, Duration time, FlowRate ordered, BigDecimal step) {
        if (FlowTolerance.isAbove(volume, time, ordered, step)) {
            return Optional.of(FlowDirection.OVER);
        }
        return FlowTolerance.isBelow(volume, time, ordered, step) ? Optional.of(FlowDirection.UNDER) : Optional.empty();
    }

    private Optional<Mark> lastMarkBy(Duration at) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).at().compareTo(at) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(marks.get(low - 1));
    }
}
