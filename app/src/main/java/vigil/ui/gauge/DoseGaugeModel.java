package vigil.ui.gauge;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.engine.Snapshot;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The dose gauge in ready words. A value that is stale or unknown is {@code --} with its age, never zero (R31, and the
 * standing safety text); whether the dose is above the maximum is decided by the engine, never here.
 *
 * @param toVerify true of a rate that jumped tenfold (fault A17), also above the maximum
 * @param corner age of the value, or why there is none; with the mark in words while it is to be verified
 * @param value position of the value in mg/kg/h, for drawing only
 * @param ordered position of the ordered rate in mg/kg/h, for drawing only
 * @param zones as the site has them
 */
public record DoseGaugeModel(
        State state,
        boolean toVerify,
        String numeral,
        String corner,
        OptionalDouble value,
        OptionalDouble ordered,
        Zones zones,
        List<Figure> foot,
        String spoken) {
    private static final int DISPLAY_DECIMALS = 3;

    public enum State {
        LIVE,
        ABOVE_MAXIMUM,
        NO_VALUE
    }

    /** Where the zones of the gauge meet, mg/kg/h, for drawing only (clinical rules, section 3). */
    public record Zones(double inductionFrom, double inductionTo, double psychomimetic, double maximum) {
        public static final Zones STANDARD = of(SiteSettings.DEFAULTS);

        private static final double[] BETWEEN = {0.3, 0.4};

        static Zones of(SiteSettings site) {
            return new Zones(
                    site.value(SiteSetting.INDUCTION_LOW).doubleValue(),
                    site.value(SiteSetting.INDUCTION_HIGH).doubleValue(),
                    site.value(SiteSetting.PSYCHOMIMETIC).doubleValue(),
                    site.maximum().mgPerKgPerH().doubleValue());
        }

        /** Every mark below the maximum. */
        double[] ticks() {
            return DoubleStream.concat(
                            DoubleStream.of(0, inductionFrom, inductionTo, psychomimetic), DoubleStream.of(BETWEEN))
                    .filter(at -> at < maximum)
                    .toArray();
        }
    }

    /** Before the first state of the session: no value, and nothing about one. */
    public static DoseGaugeModel waiting(Phrases phrases) {
        return new DoseGaugeModel(
                State.NO_VALUE,
                false,
                Phrases.NO_VALUE,
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Zones.STANDARD,
                List.of(),
                phrases.text("waiting.title"));
    }

    public static DoseGaugeModel of(Snapshot snapshot, Phrases phrases) {
        Snapshot.Dose dose = snapshot.dose();
        Optional<DoseRate> rate = dose.stale() ? Optional.empty() : dose.rate();
        State state = state(rate.isPresent(), dose.aboveMaximum());
        String numeral = rate.map(r -> decimals(r, phrases)).orElse(Phrases.NO_VALUE);
        boolean toVerify = rate.isPresent() && snapshot.isRateToVerify();
        String corner = corner(state, toVerify, snapshot, phrases);
        return new DoseGaugeModel(
                state,
                toVerify,
                numeral,
                corner,
                position(rate),
                position(dose.ordered()),
                Zones.of(snapshot.course().preparation().settings()),
                foot(state, snapshot, phrases),
                phrases.text("gauge.dose.spoken", numeral, corner));
    }

    private static State state(boolean known, boolean above) {
        if (!known) {
            return State.NO_VALUE;
        }
        return above ? State.ABOVE_MAXIMUM : State.LIVE;
    }

    private static String corner(State state, boolean toVerify, Snapshot snapshot, Phrases phrases) {
        String said = corner(state, snapshot, phrases);
        if (!toVerify) {
            return said;
        }
        // Above the maximum comes first, whatever else there is to say.
        return phrases.text(state == State.ABOVE_MAXIMUM ? "gauge.above-verify" : "gauge.verify", said);
    }

    private static String corner(State state, Snapshot snapshot, Phrases phrases) {
        Snapshot.Dose dose = snapshot.dose();
        boolean charted = snapshot.link().charted();
        return switch (state) {
            case LIVE -> charted ? age(dose, phrases, "gauge.charted") : age(dose, phrases, "gauge.age");
            case ABOVE_MAXIMUM -> phrases.text("gauge.above");
            case NO_VALUE -> absence(dose, phrases);
        };
    }

    private static String absence(Snapshot.Dose dose, Phrases phrases) {
        if (dose.readingAge().isEmpty()) {
            return phrases.text("gauge.no-data-yet");
        }
        if (!dose.stale()) {
            return phrases.text("gauge.dose.unknown");
        }
        String since = age(dose, phrases, "gauge.no-data-for");
        return dose.lastKnown()
                .map(last -> phrases.text("gauge.last", since, decimals(last.rate(), phrases), phrases.time(last.at())))
                .orElse(since);
    }

    private static String age(Snapshot.Dose dose, Phrases phrases, String key) {
        return phrases.text(key, phrases.age(dose.readingAge().orElse(Duration.ZERO)));
    }

    private static List<Figure> foot(State state, Snapshot snapshot, Phrases phrases) {
        Snapshot.Dose dose = snapshot.dose();
        List<Figure> foot = new ArrayList<>();
        foot.add(new Figure(
                phrases.text("gauge.ordered"),
                dose.ordered().map(rate -> decimals(rate, phrases)).orElse(phrases.text("value.none"))));
        foot.add(new Figure(phrases.text("gauge.maximum"), decimals(dose.maximum(), phrases)));
        foot.add(
                state == State.ABOVE_MAXIMUM
                        ? new Figure(
                                phrases.text("gauge.value-age"),
                                phrases.age(dose.readingAge().orElse(Duration.ZERO)))
                        : new Figure(
                                phrases.text("gauge.induction"),
                                induction(snapshot.course().preparation().settings(), phrases)));
        return List.copyOf(foot);
    }

    private static String induction(SiteSettings site, Phrases phrases) {
        return phrases.words().exact(site.value(SiteSetting.INDUCTION_LOW))
                + "–"
                + phrases.words().exact(site.value(SiteSetting.INDUCTION_HIGH));
    }

    private static String decimals(DoseRate rate, Phrases phrases) {
        return phrases.words().decimal(rate.toDecimal(DISPLAY_DECIMALS), DISPLAY_DECIMALS);
    }

    private static String decimals(DoseLimit limit, Phrases phrases) {
        return phrases.words().decimal(limit.mgPerKgPerH(), DISPLAY_DECIMALS);
    }

    private static OptionalDouble position(Optional<DoseRate> rate) {
        return rate.map(r -> r.toDecimal(6))
                .map(BigDecimal::doubleValue)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
