package vigil.simulation;

import java.math.BigDecimal;
import java.util.Optional;
import vigil.engine.Step;
import vigil.pump.PumpReading;
import vigil.rules.Rule;
import vigil.session.Overridable;
import vigil.session.Session;

/** R12 by itself: Q × C against 0.5 × W, whole numbers and no rounding, for a sample in which the pump delivers. */
final class Maximum {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Maximum() {}

    /** What is wrong with what the program found of {@code reading}, which led to {@code step}. */
    static Optional<String> breach(PumpReading reading, Step step) {
        Session session = step.session();
        if (!reading.deliveryStatus().delivers()
                || !session.phase().isCourse()
                || session.isOverridden(Overridable.R12)) {
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
                                .map(weight ->
                                        rate.mlPerH().multiply(known.mgPerMl()).compareTo(HALF.multiply(weight.kg()))
                                                > 0)));
    }
}
