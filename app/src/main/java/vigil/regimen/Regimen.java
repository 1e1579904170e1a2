package vigil.regimen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Decimals;

/**
 * A published regimen, or a range of Appendix 2, as a band of dose rates. Not an order. Immutable.
 *
 * @param id for example {@code EIDE95}
 * @param source where the figures come from
 */
public record Regimen(
        String id, Kind kind, String drug, List<String> routes, Rates rates, List<Mark> marks, String source) {
    private static final MathContext SHOWN = new MathContext(9, RoundingMode.HALF_UP);
    private static final BigDecimal REFERENCE_KG = new BigDecimal("70");

    public enum Kind {
        /** A range or limit of FPM 2016 that a rule tests by itself. */
        RULE,
        /** A published study. */
        STUDY,
        /** One hospital's protocol. */
        LOCAL_PROTOCOL,
        /** An outcome of FPM 2016, Appendix 2. */
        APPENDIX
    }

    /** What must be said beside the band. */
    public enum Mark {
        NOT_RACEMIC,
        /** The rate is the one at the end of a stepwise titration. */
        TITRATED,
        ROUTE_UNRESOLVED,
        UNVERIFIED
    }

    /** What the figures are given in. */
    public enum Basis {
        MG_PER_KG_PER_H,
        MG_PER_H,
        /** mg/h for a person of 70 kg, the same in mg/kg/h at every weight. */
        MG_PER_H_PER_70_KG
    }

    /**
     * The figures as published.
     *
     * @param lowest empty: only a highest rate is given
     */
    record Rates(Basis basis, Optional<BigDecimal> lowest, BigDecimal highest, Optional<Cap> cap) {}

    /**
     * Highest mg/h whatever the weight.
     *
     * @param aboveKg the cap holds above this weight
     * @param otherwise cap at and below it
     */
    record Cap(BigDecimal mgPerH, BigDecimal aboveKg, BigDecimal otherwise) {
        static Cap always(BigDecimal mgPerH) {
            return new Cap(mgPerH, BigDecimal.ZERO, mgPerH);
        }

        BigDecimal at(DosingWeight weight) {
            return weight.kg().compareTo(aboveKg) > 0 ? mgPerH : otherwise;
        }
    }

    /** A band of dose rates at one weight, mg/kg/h; {@code lowest} is empty where only a highest rate is given. */
    public record Band(Optional<BigDecimal> lowest, BigDecimal highest) {}

    public Regimen {
        routes = List.copyOf(routes);
        marks = List.copyOf(marks);
    }

    /** The band in a person of this weight, for drawing and showing: rounded to 9 figures where it does not divide. */
    public Band at(DosingWeight weight) {
        BigDecimal highest = perKg(rates.highest(), weight);
        Optional<BigDecimal> capped = rates.cap().map(cap -> cap.at(weight).divide(weight.kg(), SHOWN));
        return new Band(
                rates.lowest().map(lowest -> perKg(lowest, weight)),
                Decimals.canonical(capped.map(highest::min).orElse(highest)));
    }

    /**
     * The band on a scale of {@code dosed}: a study's rates go by the actual weight (A15), what a rule tests goes by the
     * weight that doses are computed with.
     */
    public Band at(DosingWeight dosed, DosingWeight actual) {
        if (isOfRule() || dosed.equals(actual)) {
            return at(dosed);
        }
        Band band = at(actual);
        return new Band(
                band.lowest().map(lowest -> scaled(lowest, dosed, actual)), scaled(band.highest(), dosed, actual));
    }

    private boolean isOfRule() {
        return kind == Kind.RULE || kind == Kind.APPENDIX;
    }

    private static BigDecimal scaled(BigDecimal mgPerKgPerH, DosingWeight dosed, DosingWeight actual) {
        return Decimals.canonical(mgPerKgPerH.multiply(actual.kg()).divide(dosed.kg(), SHOWN));
    }

    private BigDecimal perKg(BigDecimal rate, DosingWeight weight) {
        return Decimals.canonical(
                switch (rates.basis()) {
                    case MG_PER_KG_PER_H -> rate;
                    case MG_PER_H -> rate.divide(weight.kg(), SHOWN);
                    case MG_PER_H_PER_70_KG -> rate.divide(REFERENCE_KG, SHOWN);
                });
    }

    /**
     * The rate in mg/h from which on the band lies above the maximum of R12; empty if none of it does. Compared exactly.
     *
     * @param dosed the weight that doses go by
     */
    public Optional<BigDecimal> exceedsMaximumAbove(DosingWeight dosed, DosingWeight actual) {
        BigDecimal maximum = Decimals.canonical(DoseLimit.MAXIMUM.mgPerKgPerH().multiply(dosed.kg()));
        boolean above = highestMgPerH70(isOfRule() ? dosed : actual).compareTo(maximum.multiply(REFERENCE_KG)) > 0;
        return above ? Optional.of(maximum) : Optional.empty();
    }

    /** Highest mg/h, times 70 so that no basis needs a division. */
    private BigDecimal highestMgPerH70(DosingWeight weight) {
        BigDecimal highest = switch (rates.basis()) {
            case MG_PER_KG_PER_H -> rates.highest().multiply(weight.kg()).multiply(REFERENCE_KG);
            case MG_PER_H -> rates.highest().multiply(REFERENCE_KG);
            case MG_PER_H_PER_70_KG -> rates.highest().multiply(weight.kg());
        };
        return rates.cap()
                .map(cap -> cap.at(weight).multiply(REFERENCE_KG).min(highest))
                .orElse(highest);
    }
}
