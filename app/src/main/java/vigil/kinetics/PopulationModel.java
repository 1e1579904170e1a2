package vigil.kinetics;

import java.util.List;

/**
 * A published population model of ketamine in plasma, as data (pharmacokinetics, section 2). Immutable.
 *
 * @param key as in the oracle tables, for example {@code kamp2020}
 * @param inBand whether the band is drawn over it; the others are there for comparison
 * @param source paper and public code the numbers were taken from
 */
public record PopulationModel(
        String key, String name, String drug, boolean inBand, Disposition disposition, String source) {
    private static final double REFERENCE_KG = 70;
    private static final double ALLOMETRIC_EXPONENT = 0.75;
    private static final double MINUTES_PER_H = 60;

    /** How the numbers of a paper are given. */
    sealed interface Disposition {}

    /** Clearance and volumes of a person of 70 kg. */
    record Flows(double clearanceLPerH, double volumeL, List<Peripheral> peripheral, Scaling scaling)
            implements Disposition {
        Flows {
            peripheral = List.copyOf(peripheral);
        }
    }

    record Peripheral(double volumeL, double flowLPerH) {}

    /** Rate constants, the same at every weight; the central volume goes with the weight. */
    record Constants(double volumeLPerKg, double k10PerMin, List<PerMinute> exchanges) implements Disposition {
        Constants {
            exchanges = List.copyOf(exchanges);
        }
    }

    record PerMinute(double out, double back) {}

    /** What of {@link Flows} goes with the weight W. */
    enum Scaling {
        /** Clearance and flows × (W/70)^0.75, volumes × (W/70). */
        ALLOMETRIC,
        /** Clearance × (W/70)^0.75, central volume × (W/70), the rest as it is. */
        CENTRAL_ONLY
    }

    /** The model in a person of this weight. */
    Rates at(double weightKg) {
        return switch (disposition) {
            case Flows flows -> rates(flows, weightKg / REFERENCE_KG);
            case Constants constants -> rates(constants, weightKg);
        };
    }

    private static Rates rates(Flows flows, double size) {
        double slower = Math.pow(size, ALLOMETRIC_EXPONENT);
        double outerVolume = flows.scaling() == Scaling.ALLOMETRIC ? size : 1;
        double outerFlow = flows.scaling() == Scaling.ALLOMETRIC ? slower : 1;
        double central = flows.volumeL() * size;
        return new Rates(
                central,
                flows.clearanceLPerH() * slower / central,
                flows.peripheral().stream()
                        .map(it -> exchange(it.flowLPerH() * outerFlow, central, it.volumeL() * outerVolume))
                        .toList());
    }

    private static Rates.Exchange exchange(double flowLPerH, double centralL, double outerL) {
        return new Rates.Exchange(flowLPerH / centralL, flowLPerH / outerL);
    }

    private static Rates rates(Constants constants, double weightKg) {
        return new Rates(
                constants.volumeLPerKg() * weightKg,
                constants.k10PerMin() * MINUTES_PER_H,
                constants.exchanges().stream()
                        .map(it -> new Rates.Exchange(it.out() * MINUTES_PER_H, it.back() * MINUTES_PER_H))
                        .toList());
    }
}
