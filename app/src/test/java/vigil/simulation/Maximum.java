package vigil.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.engine.Step;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.rules.Rule;
import vigil.session.Overridable;
import vigil.session.Session;

/**
 * R12 by itself, for every sample of the bound pump in every phase: Q × C against 0.5 × W, exact decimals and no rounding; the
 * rate is the one that is told unless the pump says that it stands.
 */
final class Maximum {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Maximum() {}

    /** What is wrong with what the program found of {@code reading}, which led to {@code step}. */
    static Optional<String> breach(PumpReading reading, Step step) {
        Session session = step.session();
        if (session.isOverridden(Overridable.R12)) {
            return Optional.empty();
        }
        return above(reading, session)
                .filter(above -> above != step.findings().stream().anyMatch(it -> it.rule() == Rule.R12))
                .map(above -> "R12 is %s, at %s".formatted(above ? "missing" : "raised", reading.flowRate()));
    }

    private static Optional<Boolean> above(PumpReading reading, Session session) {
        return reading.flowRate()
                .flatMap(rate -> session.setUp()
                        .concentration()
                        .flatMap(known -> session.setUp()
                                .dosingWeight()
                                .map(weight -> !reading.deliveryStatus().isStopped() && isAbove(rate, known, weight))));
    }

    private static boolean isAbove(FlowRate rate, Concentration known, DosingWeight weight) {
        return rate.mlPerH().multiply(known.mgPerMl()).compareTo(HALF.multiply(weight.kg())) > 0;
    }

    /** The rate that is exactly the limit, or as near below it as a pump with two decimals can be set. */
    static Optional<BigDecimal> limitMlPerH(Session session) {
        return session.setUp()
                .concentration()
                .flatMap(known -> session.setUp()
                        .dosingWeight()
                        .map(weight -> HALF.multiply(weight.kg()).divide(known.mgPerMl(), 2, RoundingMode.DOWN)));
    }
}
