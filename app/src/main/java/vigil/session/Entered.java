package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.FlowRate;

/**
 * What people entered about pump and dose that supervision rests on. Immutable.
 *
 * @param planned for how long a standing pump is meant to stand
 * @param measured a weight taken since the dosing weight was confirmed (R28)
 * @param unchecked drug and concentration as one person entered them, before the second check (R29)
 * @param titrated a rate within the range of the order in force that two people have checked: it counts as ordered
 * @param purgedMl what nurses recorded as purged (A21)
 * @param standing what could be marked as entered in error
 */
public record Entered(
        Optional<Planned> planned,
        Optional<WeightEntry> measured,
        Optional<Solution> unchecked,
        Optional<FlowRate> titrated,
        BigDecimal purgedMl,
        Standing standing) {
    static final Entered NOTHING = new Entered(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ZERO, Standing.NONE);

    /** A length that counts from the entry, or from the stop if that comes later. */
    public record Planned(Stamp entered, Duration length) {}

    Entered planning(Stamp at, Optional<Duration> length) {
        Optional<Planned> next = length.map(it -> new Planned(at, it));
        return new Entered(next, measured, unchecked, titrated, purgedMl, standing);
    }

    Entered measured(Optional<WeightEntry> weight) {
        return new Entered(planned, weight, unchecked, titrated, purgedMl, standing);
    }

    Entered unchecked(Optional<Solution> solution) {
        return new Entered(planned, measured, solution, titrated, purgedMl, standing);
    }

    Entered titrated(Optional<FlowRate> rate) {
        return new Entered(planned, measured, unchecked, rate, purgedMl, standing);
    }

    Entered purged(BigDecimal ml) {
        return new Entered(planned, measured, unchecked, titrated, purgedMl.add(ml), standing);
    }

    Entered with(Standing next) {
        return Change.isNone(standing, next)
                ? this
                : new Entered(planned, measured, unchecked, titrated, purgedMl, next);
    }
}
