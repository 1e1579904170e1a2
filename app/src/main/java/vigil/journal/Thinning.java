package vigil.journal;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.Moment;

/** Of what comes by the second, keeps one in ten seconds: while space or memory for the record is short. */
final class Thinning {
    private static final Duration STEP = Duration.ofSeconds(10);

    private Optional<Moment> kept = Optional.empty();

    boolean keeps(Moment at) {
        boolean keep =
                kept.filter(last -> at.since(last).abs().compareTo(STEP) < 0).isEmpty();
        if (keep) {
            kept = Optional.of(at);
        }
        return keep;
    }
}
