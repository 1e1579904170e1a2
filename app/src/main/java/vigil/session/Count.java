package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What one value of the pump's counter adds to what was counted, and how far it is believed (A19). Immutable.
 *
 * @param ml never below zero
 * @param latestMl the part of {@code ml} that came after the last value, while the rest was in doubt until now
 * @param next the counter from now on
 * @param length since the value that was believed last
 * @param gap the counter was not seen for so long in between that a reset may hide there
 * @param missed drug may have been given that is not in {@code ml}
 * @param refuted a value before this one was none of the pump's
 * @param implausible what a person has to be told
 */
record Count(
        Verdict verdict,
        BigDecimal ml,
        BigDecimal latestMl,
        Counter next,
        Duration length,
        boolean gap,
        boolean missed,
        boolean refuted,
        Optional<Implausible> implausible) {
    /** What a value is taken for. */
    enum Verdict {
        /** There is no counter in the answer, or none was seen before. */
        NOTHING,
        RISE,
        /** It may be the pump's or not; the next one tells. */
        DOUBTFUL,
        /** The value before stood too high. */
        BEHIND,
        /** The counter began at zero: it was set back, or a syringe was changed. */
        RESET,
        /** The counter fell to where no reset and no flow can have brought it. */
        LEAP
    }

    Count(Verdict verdict, BigDecimal ml, Counter next) {
        this(verdict, ml, ml, next, Duration.ZERO, false, false, false, Optional.empty());
    }

    static Count nothing(Counter next) {
        return new Count(Verdict.NOTHING, BigDecimal.ZERO, next);
    }

    Count over(Duration time, boolean withGap) {
        return new Count(verdict, ml, latestMl, next, time, withGap, missed, refuted, implausible);
    }

    Count sinceHeld(BigDecimal latest) {
        return new Count(verdict, ml, latest, next, length, gap, missed, refuted, implausible);
    }

    /** Only what came after the last value. */
    Count latest() {
        return new Count(verdict, latestMl, latestMl, next, length, gap, missed, refuted, implausible);
    }

    Count missing() {
        return new Count(verdict, ml, latestMl, next, length, gap, true, refuted, implausible);
    }

    Count refuting() {
        return new Count(verdict, ml, latestMl, next, length, gap, missed, true, implausible);
    }

    Count finding(Implausible found) {
        return new Count(verdict, ml, latestMl, next, length, gap, missed, refuted, Optional.of(found));
    }

    /** True when a value is known not to have been the pump's: the line is not what it should be. */
    boolean isUnusable() {
        return refuted || implausible.isPresent();
    }
}
