package vigil.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vigil.pump.Decimals;

/**
 * Scores of instruments that support assessment and progress (R4). Scores only: the instruments belong to their owners.
 * Immutable.
 *
 * @param bpiSeverity Brief Pain Inventory, mean of the severity items, 0 to 10
 * @param bpiInterference Brief Pain Inventory, mean of the interference items, 0 to 10
 * @param pseq Pain Self-Efficacy Questionnaire, 0 to 60
 * @param other another instrument with its score, for example of the ePPOC set; empty if none
 * @param waivedBecause why there is no score; empty if there is one
 */
public record OutcomeScores(
        Occasion occasion,
        LocalDate on,
        Optional<BigDecimal> bpiSeverity,
        Optional<BigDecimal> bpiInterference,
        Optional<Integer> pseq,
        String other,
        String waivedBecause) {
    private static final BigDecimal MOST_BPI = BigDecimal.TEN;
    private static final int MOST_PSEQ = 60;

    public enum Occasion {
        BEFORE,
        AFTER
    }

    /** @throws IllegalArgumentException if a score is outside its range, or there is neither a score nor a reason */
    public OutcomeScores {
        bpiSeverity = bpiSeverity.map(score -> bpi("BPI severity", score));
        bpiInterference = bpiInterference.map(score -> bpi("BPI interference", score));
        pseq.filter(score -> score < 0 || score > MOST_PSEQ).ifPresent(score -> {
            throw new IllegalArgumentException("PSEQ %d is outside 0 to %d".formatted(score, MOST_PSEQ));
        });
        boolean scored = bpiSeverity.isPresent() || bpiInterference.isPresent() || pseq.isPresent() || !other.isBlank();
        if (!scored && waivedBecause.isBlank()) {
            throw new IllegalArgumentException("neither a score nor a reason why there is none");
        }
    }

    private static BigDecimal bpi(String what, BigDecimal score) {
        if (score.signum() < 0 || score.compareTo(MOST_BPI) > 0) {
            throw new IllegalArgumentException("%s %s is outside 0 to 10".formatted(what, score.toPlainString()));
        }
        return Decimals.canonical(score);
    }
}
