package vigil.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * When something due again and again counts as overdue: later than the longer of a least time and a part of its interval
 * (clinical rules, section 8; 5 min and 25 % unless the site has chosen others). Immutable.
 *
 * @param gate how late the last row of the four hours may be without being printed as late (A25; 15 min)
 */
public record Lateness(Duration least, BigDecimal percent, Duration gate) {
    public static final Lateness STANDARD = of(SiteSettings.DEFAULTS);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    static Lateness of(SiteSettings settings) {
        return new Lateness(
                settings.minutes(SiteSetting.OVERDUE_MIN),
                settings.value(SiteSetting.OVERDUE_PERCENT),
                settings.minutes(SiteSetting.GATE_LATE_MIN));
    }

    /** How late something due every {@code interval} may be without being overdue. */
    Duration tolerance(Duration interval) {
        BigDecimal part =
                BigDecimal.valueOf(interval.toMillis()).multiply(percent).divide(WHOLE, RoundingMode.HALF_UP);
        Duration share = Duration.ofMillis(part.longValue());
        return share.compareTo(least) > 0 ? share : least;
    }
}
