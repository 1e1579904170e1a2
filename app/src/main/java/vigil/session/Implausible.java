package vigil.session;

import java.math.BigDecimal;

/**
 * A value of the pump's counter that the pump cannot have come to by delivering, nor by a new beginning at zero (A19). Stays
 * until its cause is recorded.
 *
 * @param since when the pump said it
 * @param expectedMl where the counter stood by the values beside it
 * @param saidMl what it said
 */
public record Implausible(Stamp since, BigDecimal expectedMl, BigDecimal saidMl) {}
