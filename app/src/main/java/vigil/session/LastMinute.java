package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the pump has counted in the last minute. A bolus that is read once a second rises too little from one reading to
 * the next to stand out; over a minute it does (R26, vector V14). Immutable.
 *
 * @param totalMl counted since this watch began
 * @param points the readings of the last minute with the total at each, oldest first
 */
record LastMinute(BigDecimal totalMl, List<Point> points) {
    static final LastMinute NONE = new LastMinute(BigDecimal.ZERO, List.of());

    private static final Duration LENGTH = Duration.ofMinutes(1);

    record Point(Duration at, BigDecimal totalMl) {}

    LastMinute {
        points = List.copyOf(points);
    }

    /** What was purged never reached the patient: counting begins anew behind it. */
    LastMinute plus(Interval interval) {
        Duration now = interval.now().at().elapsed();
        if (interval.isPurge()) {
            return new LastMinute(BigDecimal.ZERO, List.of(new Point(now, BigDecimal.ZERO)));
        }
        BigDecimal total = totalMl.add(interval.volumeMl());
        List<Point> kept = new ArrayList<>(points.size() + 1);
        for (Point point : points) {
            if (now.minus(point.at()).compareTo(LENGTH) <= 0) {
                kept.add(point);
            }
        }
        kept.add(new Point(now, total));
        return new LastMinute(total, kept);
    }

    BigDecimal volumeMl() {
        return points.isEmpty()
                ? BigDecimal.ZERO
                : totalMl.subtract(points.getFirst().totalMl());
    }

    /** Time in which {@link #volumeMl} was counted; at most a minute. */
    Duration length() {
        return points.isEmpty()
                ? Duration.ZERO
                : points.getLast().at().minus(points.getFirst().at());
    }
}
