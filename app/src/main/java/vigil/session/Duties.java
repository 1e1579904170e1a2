package vigil.session;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.FlowRate;

/** Which event lays out which observation phase anew (clinical rules, section 8, column "starts at"). */
final class Duties {
    private Duties() {}

    /** {@code length}: how long the phase is to last at the least, where the site can choose that. */
    private record Anchor(ObservationPlan plan, Duration at, Duration length) {
        Anchor(ObservationPlan plan, Duration at) {
            this(plan, at, Duration.ZERO);
        }
    }

    /** The schedule of {@code session} once its progress has become {@code next}. */
    static ObservationSchedule after(Session before, Session session, Progress next, Stamp now) {
        ObservationSchedule schedule = session.care().schedule();
        Duration elapsed = now.elapsed();
        ObservationSchedule anchored = anchor(before, session, next, now)
                .map(it -> schedule.anchored(it.plan(), it.at(), it.length(), elapsed))
                .orElse(schedule);
        boolean over = next.phase() == Phase.OBSERVATION_COMPLETE && before.phase() != next.phase();
        ObservationSchedule going = over ? anchored.ended(elapsed) : anchored;
        return going.at(elapsed, next.course().startedAt().map(Stamp::elapsed));
    }

    private static Optional<Anchor> anchor(Session before, Session session, Progress next, Stamp now) {
        Progress was = before.progress();
        if (Change.isNone(was, next)) {
            return Optional.empty();
        }
        if (next.t0().isPresent() && !was.t0().equals(next.t0())) {
            return next.cessation()
                    .flatMap(ended ->
                            ended.t0().map(t0 -> new Anchor(ObservationPlan.P6, t0.elapsed(), ended.observation())));
        }
        return was.phase() == next.phase()
                ? withinPhase(was, next, session, before, now)
                : entering(was, next, now, session.settings());
    }

    private static Optional<Anchor> entering(Progress was, Progress next, Stamp now, SiteSettings site) {
        return switch (next.phase()) {
            case READY -> Optional.of(new Anchor(ObservationPlan.P0, now.elapsed()));
            case INFUSING, WEANING -> resuming(was, next, now);
            case PAUSED_FOR_SIDE_EFFECT ->
                Optional.of(
                        new Anchor(ObservationPlan.P4, lastDelivery(next, now), site.minutes(SiteSetting.PAUSE_MIN)));
            case PLANNED, INTERRUPTED, CEASED, OBSERVING, OBSERVATION_COMPLETE, CLOSED -> Optional.empty();
        };
    }

    private static Duration lastDelivery(Progress progress, Stamp now) {
        return progress.course().lastDelivery().map(it -> it.at().elapsed()).orElse(now.elapsed());
    }

    private static Optional<Anchor> resuming(Progress was, Progress next, Stamp now) {
        return switch (was.phase()) {
            case PLANNED, READY, PAUSED_FOR_SIDE_EFFECT, OBSERVING -> higherRate(now);
            case INTERRUPTED, CEASED -> isHigherRate(was, next) ? higherRate(now) : Optional.empty();
            case INFUSING, WEANING ->
                next.phase() == Phase.WEANING
                        ? Optional.of(new Anchor(ObservationPlan.P5, now.elapsed()))
                        : Optional.empty();
            case OBSERVATION_COMPLETE, CLOSED -> Optional.empty();
        };
    }

    private static Optional<Anchor> withinPhase(
            Progress was, Progress next, Session session, Session before, Stamp now) {
        boolean step = next.phase() == Phase.WEANING
                && !session.setUp().order().equals(before.setUp().order());
        if (step) {
            return Optional.of(new Anchor(ObservationPlan.P5, now.elapsed()));
        }
        return next.phase().isCourse() && isHigherRate(was, next) ? higherRate(now) : Optional.empty();
    }

    private static Optional<Anchor> higherRate(Stamp now) {
        return Optional.of(new Anchor(ObservationPlan.P1, now.elapsed()));
    }

    private static boolean isHigherRate(Progress was, Progress next) {
        return rateOf(was)
                .flatMap(earlier -> rateOf(next).map(later -> later.compareTo(earlier) > 0))
                .orElse(false);
    }

    private static Optional<FlowRate> rateOf(Progress progress) {
        return progress.course().lastDelivery().flatMap(Course.Delivered::flowRate);
    }
}
