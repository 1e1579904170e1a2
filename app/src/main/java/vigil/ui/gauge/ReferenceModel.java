package vigil.ui.gauge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.engine.Snapshot;
import vigil.regimen.Regimen;
import vigil.regimen.Regimens;
import vigil.ui.parts.Phrases;

/**
 * A published regimen as a band, in ready words. Not an order.
 *
 * @param lowest position in mg/kg/h, for drawing only; 0 where only a highest rate is published
 * @param highest position in mg/kg/h, for drawing only
 * @param text name, range, what must be said beside it, and the standing text
 */
public record ReferenceModel(String id, String name, double lowest, double highest, String text) {
    private static final int RATE_DECIMALS = 3;

    /** The band of the regimen that was chosen; empty without one, or without a weight to draw it for. */
    public static Optional<ReferenceModel> of(Snapshot snapshot, Regimens regimens, Phrases phrases) {
        return snapshot.beside()
                .regimen()
                .flatMap(regimens::find)
                .flatMap(regimen -> snapshot.weight()
                        .map(weight -> new Reader(regimen, weight.weight(), weight.actual(), phrases).read()));
    }

    /** How a regimen is named in a list. */
    public static String name(Regimen regimen, Phrases phrases) {
        return phrases.words().find("regimen." + regimen.id()).orElse(regimen.id());
    }

    private record Reader(Regimen regimen, DosingWeight weight, DosingWeight actual, Phrases phrases) {
        ReferenceModel read() {
            Regimen.Band band = regimen.at(weight, actual);
            return new ReferenceModel(
                    regimen.id(),
                    name(regimen, phrases),
                    band.lowest().map(BigDecimal::doubleValue).orElse(0.0),
                    band.highest().doubleValue(),
                    phrases.text("reference.text", String.join(", ", said(band)), phrases.text("reference.standing")));
        }

        private List<String> said(Regimen.Band band) {
            List<String> said = new ArrayList<>();
            said.add(name(regimen, phrases) + " " + range(band));
            regimen.exceedsMaximumAbove(weight, actual)
                    .map(mgPerH -> phrases.text("reference.exceeds", exact(mgPerH), exact(weight.kg())))
                    .ifPresent(said::add);
            regimen.marks().stream()
                    .map(mark -> phrases.text("reference.mark." + mark.name()))
                    .forEach(said::add);
            return said;
        }

        private String range(Regimen.Band band) {
            String highest = rate(band.highest());
            return band.lowest()
                    .map(lowest -> phrases.text("reference.range", rate(lowest), highest))
                    .orElseGet(() -> phrases.text("reference.up-to", highest));
        }

        private String rate(BigDecimal mgPerKgPerH) {
            return phrases.words().decimal(mgPerKgPerH, RATE_DECIMALS);
        }

        private String exact(BigDecimal number) {
            return phrases.words().exact(number);
        }
    }
}
