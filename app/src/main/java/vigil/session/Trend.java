package vigil.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import vigil.dose.DoseRate;
import vigil.dose.GrowingList;
import vigil.pump.FlowRate;

/**
 * The whole course at one point a minute, with what to flag. Immutable; growing shares what is there already.
 *
 * @param nextMinute elapsed minute of the session from which the next point may be added
 */
public record Trend(GrowingList<Point> points, GrowingList<Mark> marks, GrowingList<Score> scores, long nextMinute) {
    public static final Trend EMPTY =
            new Trend(GrowingList.empty(), GrowingList.empty(), GrowingList.empty(), Long.MIN_VALUE);

    /** An absent dose rate is not known. */
    public record Point(Instant at, Optional<DoseRate> doseRate, BigDecimal cumulativeMg, boolean delivering) {}

    /** A message key and its one argument, for example {@code trend.rate} and {@code 1.75}. */
    public record Mark(Instant at, String key, String argument) {}

    public record Score(Instant at, Optional<Integer> painAtRest, int sedation) {}

    boolean isDue(Stamp now) {
        return now.elapsed().toMinutes() >= nextMinute;
    }

    Trend with(Point point, Stamp now) {
        return new Trend(points.with(point), marks, scores, now.elapsed().toMinutes() + 1);
    }

    private Trend with(Instant at, String key, String argument) {
        return new Trend(points, marks.with(new Mark(at, key, argument)), scores, nextMinute);
    }

    Trend with(ObservationSet set, Instant at) {
        Score score = new Score(at, set.pain().map(ObservationSet.Pain::atRest), set.sedation());
        return new Trend(points, marks, scores.with(score), nextMinute);
    }

    /** With the scores of the set that was charted at {@code at} as they should have been. */
    Trend amended(ObservationSet set, Instant at) {
        Score score = new Score(at, set.pain().map(ObservationSet.Pain::atRest), set.sedation());
        GrowingList<Score> amended = scores;
        for (int index = 0; index < scores.size(); index++) {
            amended = scores.get(index).at().equals(at) ? amended.replacing(index, score) : amended;
        }
        return new Trend(points, marks, amended, nextMinute);
    }

    /** Flags what changed between two states of the session. */
    Trend flagging(Progress before, Progress after, Instant at) {
        return phaseFlag(before, after, at).rateFlag(before.course(), after.course(), at);
    }

    /** A course that is interrupted because nothing is known of the pump is flagged as silence: it may run all the same. */
    private Trend phaseFlag(Progress before, Progress after, Instant at) {
        boolean silent = isSilent(after);
        return before.phase() == after.phase() && isSilent(before) == silent
                ? this
                : with(
                        at,
                        silent ? "trend.silence" : "trend.phase",
                        after.phase().name());
    }

    private static boolean isSilent(Progress progress) {
        return progress.phase() == Phase.INTERRUPTED
                && progress.stop().map(Progress.Stop::dataLost).orElse(false);
    }

    private Trend rateFlag(Course before, Course after, Instant at) {
        Optional<FlowRate> now = rateOf(after);
        return now.isEmpty() || now.equals(rateOf(before))
                ? this
                : with(at, "trend.rate", now.get().mlPerH().toPlainString());
    }

    private static Optional<FlowRate> rateOf(Course course) {
        return course.lastDelivery().flatMap(Course.Delivered::flowRate);
    }
}
