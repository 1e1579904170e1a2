package vigil.pump.bcc;

import java.math.BigDecimal;
import java.util.Optional;
import vigil.pump.Concentration;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.wire.StrictDecimal;

/** The concentration set on one pump after the other, which seldom changes and is reckoned anew only then. Not thread-safe. */
final class BccConcentration {
    private long before = StrictDecimal.NONE;
    private int unitBefore;
    private Optional<Concentration> concentration = Optional.empty();

    /** Tells the concentration; a value in a unit that is not mass per volume is remarked. */
    void tell(long decimal, int unit, PumpReadingBuilder reading) {
        BigDecimal value = StrictDecimal.value(decimal);
        if (decimal != before || unit != unitBefore) {
            before = decimal;
            unitBefore = unit;
            concentration = BccUnits.concentration(value, unit);
        }
        concentration.ifPresentOrElse(
                reading::concentration,
                () -> reading.remark(
                        new Remark("INDCON", Quality.UNREADABLE, value.toPlainString() + " unit " + unit)));
    }
}
