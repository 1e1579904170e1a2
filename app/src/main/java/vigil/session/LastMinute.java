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
 * @param points readings of the last minute with the total at each, oldest first, some seconds apart
 * @param until time of the newest reading
 */
record LastMinute(BigDecimal totalMl, List<Point> points, Duration until) {
    static final LastMinute NONE = new LastMinute(BigDecimal.ZERO, List.of(), Duration.ZERO);

    private static final Duration LENGTH = Duration.ofMinutes(1);
    /** Every reading could be kept; a dozen a minute tell as much, and cost less at each reading. */
    private static final Duration APART = Duration.ofSeconds(5);

    record Point(Duration at, BigDecimal totalMl) {}

    LastMinute {
        points = List.copyOf(points);
    }

    /** What was purged never reached the patient: counting begins anew behind it. */
    LastMinute plus(Interval interval) {
        Duration now = interval.now().at().elapsed();
        BigDecimal total = interval.isPurge() ? BigDecimal.ZERO : totalMl.add(interval.volumeMl());
        List<Point> before = interval.isPurge() ? List.of() : points;
        boolean due = before.isEmpty() || now.minus(before.getLast().at()).compareTo(APART) >= 0;
        return new LastMinute(total, due ? kept(before, new Point(now, total)) : before, now);
    }

    private static List<Point> kept(List<Point> before, Point newest) {
        List<Point> kept = new ArrayList<>(before.size() + 1);
        for (Point point : before) {
            if (newest.at().minus(point.at()).compareTo(LENGTH) <= 0) {
                kept.add(point);
            }
        }
        kept.add(newest);
        return kept;
    }

    BigDecimal volumeMl() {
        return points.isEmpty()
                ? BigDecimal.ZERO
                : totalMl.subtract(points.getFirst().totalMl());
    }

    /** Time in which {@link #volumeMl} was counted; a minute and the space between two points at most. */
    Duration length() {
        return points.isEmpty() ? Duration.ZERO : until.minus(points.getFirst().at());
    }
}
