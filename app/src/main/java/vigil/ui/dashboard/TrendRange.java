package vigil.ui.dashboard;

import java.time.Duration;
import java.util.Optional;

/** How much of the course the trend strip shows. */
public enum TrendRange {
    FOUR_HOURS(Duration.ofHours(4)),
    DAY(Duration.ofHours(24)),
    COURSE(null);

    private final Optional<Duration> length;

    TrendRange(@org.jspecify.annotations.Nullable Duration length) {
        this.length = Optional.ofNullable(length);
    }

    /** Empty for the whole course. */
    public Optional<Duration> length() {
        return length;
    }
}
