package vigil.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.session.ObservationSet.Vitals;

/** A measured parameter of the early-warning chart with its bands (clinical rules, section 9). */
@SuppressWarnings("ImmutableEnumChecker") // the bands are immutable
public enum VitalSign {
    RESPIRATORY_RATE("RR", "8 E, 12 1, 20 0, 24 1, 30 2, 35 4, max E"),
    SPO2("SpO2", "84 4, 89 2, 91 1, max 0"),
    OXYGEN("O2", "1.99 0, 5 1, 11 2, 14.99 4, max E"),
    SYSTOLIC("BP", "79 E, 89 4, 99 2, 109 1, 159 0, 169 1, 199 2, max 4"),
    HEART_RATE("HR", "39 E, 49 2, 99 0, 109 1, 129 2, 139 3, 159 4, max E"),
    TEMPERATURE("T", "34.0 4, 35.0 2, 36.0 1, 37.9 0, 38.4 1, max 2");

    private final String label;
    private final List<Band> bands;

    /** Upper bounds in ascending order, each with its points or E. */
    VitalSign(String label, String bands) {
        this.label = label;
        this.bands = Stream.of(bands.split(", ")).map(VitalSign::band).toList();
    }

    /** Values up to and including {@code upTo}, from the band before it; {@code letter}: 0 to 4, or E. */
    public record Band(BigDecimal upTo, String letter) {
        private static final BigDecimal MOST = new BigDecimal("100000");

        public boolean scores() {
            return !letter.equals("0");
        }

        public boolean isEmergency() {
            return letter.equals("E");
        }
    }

    private static Band band(String row) {
        String[] parts = row.split(" ");
        return new Band(parts[0].equals("max") ? Band.MOST : new BigDecimal(parts[0]), parts[1]);
    }

    /** As the chart abbreviates it, for example {@code RR}. */
    public String label() {
        return label;
    }

    /** Lowest first. */
    public List<Band> bands() {
        return bands;
    }

    public Band bandOf(BigDecimal value) {
        return bands.stream()
                .filter(band -> value.compareTo(band.upTo()) <= 0)
                .findFirst()
                .orElseGet(bands::getLast);
    }

    /** The value in a set; empty when it was not measured. */
    public Optional<BigDecimal> in(Vitals vitals) {
        return switch (this) {
            case RESPIRATORY_RATE -> vitals.respiratoryRatePerMin().map(BigDecimal::valueOf);
            case SPO2 -> vitals.spo2Percent().map(BigDecimal::valueOf);
            case OXYGEN -> vitals.oxygenLPerMin();
            case SYSTOLIC -> vitals.systolicMmHg().map(BigDecimal::valueOf);
            case HEART_RATE -> vitals.heartRatePerMin().map(BigDecimal::valueOf);
            case TEMPERATURE -> vitals.temperatureCel();
        };
    }
}
