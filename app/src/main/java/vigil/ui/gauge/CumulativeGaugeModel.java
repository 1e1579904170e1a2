package vigil.ui.gauge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.DrugMass;
import vigil.engine.Snapshot;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * Drug given this course in ready words.
 *
 * @param numeral mg with 1 decimal; from 1000 mg without
 * @param mass the unit; from 1000 mg with the value to 1 decimal before it
 * @param atLeast words before the unit when parts of the course were missed, else empty
 * @param perKg for example {@code 3.55 mg/kg}; empty without a weight
 * @param dayEnds running totals at the end of each day, mg, for drawing only; the last is now
 * @param byRate the cross-check, mg, for drawing only
 * @param scale end of the scale, mg
 */
public record CumulativeGaugeModel(
        String numeral,
        String atLeast,
        String mass,
        String perKg,
        String corner,
        List<Double> dayEnds,
        Optional<Double> byRate,
        double scale,
        List<Figure> foot,
        String spoken) {
    private static final List<Integer> SCALES =
            List.of(100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000);
    /** The scale changes before the marker reaches its end. */
    private static final double HEADROOM = 0.9;

    private static final BigDecimal WHOLE_FROM = new BigDecimal("1000");

    /** Before the first state of the session: how much was given is not known, which is not zero. */
    public static CumulativeGaugeModel waiting(Phrases phrases) {
        return new CumulativeGaugeModel(
                Phrases.NO_VALUE,
                "",
                "mg",
                "",
                "",
                List.of(),
                Optional.empty(),
                SCALES.getFirst(),
                List.of(),
                phrases.text("waiting.title"));
    }

    public static CumulativeGaugeModel of(Snapshot snapshot, Phrases phrases) {
        Snapshot.Totals totals = snapshot.totals();
        String numeral = numeral(totals.course(), phrases);
        String atLeast = totals.atLeast() ? phrases.text("gauge.at-least") : "";
        return new CumulativeGaugeModel(
                numeral,
                atLeast,
                isLarge(totals.course())
                        ? phrases.words().decimal(totals.course().mg(), 1) + " mg"
                        : "mg",
                totals.perKg()
                        .map(mg -> phrases.words().decimal(mg, 2) + " mg/kg")
                        .orElse(""),
                corner(snapshot, phrases),
                dayEnds(totals),
                totals.byRate().map(mass -> mass.mg().doubleValue()),
                scale(totals),
                foot(totals, phrases),
                phrases.text("gauge.given.spoken", atLeast, numeral));
    }

    private static String numeral(DrugMass mass, Phrases phrases) {
        return phrases.words().decimal(mass.mg(), isLarge(mass) ? 0 : 1);
    }

    private static boolean isLarge(DrugMass mass) {
        return mass.mg().compareTo(WHOLE_FROM) >= 0;
    }

    private static String corner(Snapshot snapshot, Phrases phrases) {
        return snapshot.dose()
                .concentration()
                .map(c -> phrases.text("gauge.given.source", phrases.words().exact(c.mgPerMl())))
                .orElseGet(() -> phrases.text("gauge.given.no-strength"));
    }

    private static List<Double> dayEnds(Snapshot.Totals totals) {
        List<Double> ends = new ArrayList<>();
        double sum = 0;
        for (Snapshot.DayTotal day : totals.days()) {
            sum += day.mass().mg().doubleValue();
            ends.add(sum);
        }
        return List.copyOf(ends);
    }

    private static double scale(Snapshot.Totals totals) {
        double most = Math.max(
                totals.course().mg().doubleValue(),
                totals.byRate().map(mass -> mass.mg().doubleValue()).orElse(0.0));
        return SCALES.stream().filter(end -> end * HEADROOM >= most).findFirst().orElse(SCALES.getLast());
    }

    private static List<Figure> foot(Snapshot.Totals totals, Phrases phrases) {
        List<Figure> foot = new ArrayList<>();
        foot.add(figure("gauge.given.today", totals.today(), phrases));
        foot.add(figure("gauge.given.24h", totals.last24h(), phrases));
        totals.byRate().ifPresent(mass -> foot.add(figure("gauge.given.by-rate", mass, phrases)));
        return List.copyOf(foot);
    }

    private static Figure figure(String key, DrugMass mass, Phrases phrases) {
        return new Figure(phrases.text(key), phrases.words().decimal(mass.mg(), 1));
    }
}
