package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vigil.dose.DoseLimit;

/**
 * What the site has chosen, every key with its value. Enters the record as an event, so that a replay years later decides
 * as the console did. Immutable.
 */
public record SiteSettings(Map<SiteSetting, BigDecimal> values) {
    public static final SiteSettings DEFAULTS = new SiteSettings(Map.of());

    /**
     * @param values what differs from the defaults, or all
     * @throws IllegalArgumentException one line if a value is outside its range, or two contradict each other
     */
    public SiteSettings {
        Map<SiteSetting, BigDecimal> all = new EnumMap<>(SiteSetting.class);
        for (SiteSetting setting : SiteSetting.values()) {
            all.put(setting, setting.checked(values.getOrDefault(setting, setting.standard())));
        }
        values = Collections.unmodifiableMap(all);
        requireOrder(values, SiteSetting.STAY_LEAST_H, SiteSetting.STAY_MOST_H);
        requireOrder(values, SiteSetting.INDUCTION_LOW, SiteSetting.INDUCTION_HIGH);
        requireOrder(values, SiteSetting.INDUCTION_HIGH, SiteSetting.MAXIMUM);
        requireWhole(values, SiteSetting.PAUSE_MIN);
        requireWhole(values, SiteSetting.OBSERVE_MIN);
    }

    private static void requireOrder(Map<SiteSetting, BigDecimal> values, SiteSetting low, SiteSetting high) {
        BigDecimal lower = values.get(low);
        BigDecimal higher = values.get(high);
        if (lower != null && higher != null && lower.compareTo(higher) > 0) {
            throw new IllegalArgumentException("%s %s is above %s %s"
                    .formatted(low.key(), lower.toPlainString(), high.key(), higher.toPlainString()));
        }
    }

    /** Rows of the schedule are counted in whole minutes. */
    private static void requireWhole(Map<SiteSetting, BigDecimal> values, SiteSetting setting) {
        BigDecimal value = values.getOrDefault(setting, setting.standard());
        if (value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(
                    "%s %s is not a whole number of minutes".formatted(setting.key(), value.toPlainString()));
        }
    }

    /** The value in the unit that the key names. */
    public BigDecimal value(SiteSetting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    public boolean isOn(SiteSetting setting) {
        return value(setting).signum() != 0;
    }

    public Duration hours(SiteSetting setting) {
        return Duration.ofSeconds(seconds(setting, 3_600));
    }

    public Duration minutes(SiteSetting setting) {
        return Duration.ofSeconds(seconds(setting, 60));
    }

    public Duration seconds(SiteSetting setting) {
        return Duration.ofSeconds(seconds(setting, 1));
    }

    private long seconds(SiteSetting setting, int each) {
        return value(setting).multiply(BigDecimal.valueOf(each)).longValue();
    }

    /** R12, as the site has it. */
    public DoseLimit maximum() {
        return limit(SiteSetting.MAXIMUM);
    }

    public DoseLimit limit(SiteSetting setting) {
        return new DoseLimit(value(setting));
    }

    /** The optional limit in mg/h (A26). */
    public Optional<BigDecimal> capMgPerH() {
        return Optional.of(value(SiteSetting.CAP_MG_PER_H)).filter(cap -> cap.signum() > 0);
    }

    /** How late something due every {@code interval} may be without being overdue. */
    public Duration overdueAfter(Duration interval) {
        return Lateness.of(this).tolerance(interval);
    }
}
