package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The three axes of the trend strip. Dose and mass have three equal steps, so that their lines fall together; time has at
 * most seven marks at full hours of the ward's clock.
 *
 * @param doseStep mg/kg/h between two lines
 * @param massStep mg between two lines
 */
record TrendAxes(double doseStep, double massStep, List<ZonedDateTime> hours) {
    static final int STEPS = 3;
    private static final double[] DOSE_STEPS = {0.05, 0.1, 0.2, 0.5, 1, 5};
    private static final double[] MASS_STEPS = {10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 50_000};
    private static final int[] HOUR_STEPS = {1, 2, 3, 4, 6, 12, 24};
    private static final int MOST_HOURS = 7;

    static TrendAxes of(TrendModel model, ZoneId zone) {
        double dose = model.runs().stream()
                .mapToDouble(TrendModel.Run::doseRate)
                .max()
                .orElse(0);
        double mass =
                model.given().stream().mapToDouble(TrendModel.Given::mg).max().orElse(0);
        return new TrendAxes(step(DOSE_STEPS, dose), step(MASS_STEPS, mass), hours(model.from(), model.to(), zone));
    }

    double doseTop() {
        return doseStep * STEPS;
    }

    double massTop() {
        return massStep * STEPS;
    }

    private static double step(double[] steps, double most) {
        for (double step : steps) {
            if (most <= step * STEPS * 0.98) {
                return step;
            }
        }
        return steps[steps.length - 1];
    }

    static List<ZonedDateTime> hours(Instant from, Instant to, ZoneId zone) {
        int every = hourStep(Duration.between(from, to).toHours());
        ZonedDateTime at = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        List<ZonedDateTime> hours = new ArrayList<>();
        while (at.toInstant().isBefore(to)) {
            if (!at.toInstant().isBefore(from)) {
                hours.add(at);
            }
            at = at.plusHours(every);
        }
        return hours;
    }

    private static int hourStep(long hours) {
        for (int step : HOUR_STEPS) {
            if (hours / step < MOST_HOURS) {
                return step;
            }
        }
        return HOUR_STEPS[HOUR_STEPS.length - 1];
    }
}
