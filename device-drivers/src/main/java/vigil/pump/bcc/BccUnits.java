package vigil.pump.bcc;

import java.math.BigDecimal;
import java.util.Optional;
import vigil.pump.Concentration;

/** The unit bytes that a dose rate or a concentration of a drug by mass can have (section 2.8). Others are shown raw. */
final class BccUnits {
    private static final int MOST_MG_PER_ML = 1_000;

    private BccUnits() {}

    /** The unit as people write it; an unknown one keeps its number. */
    static String name(int unit) {
        return switch (unit) {
            case 44 -> "ng/min";
            case 45 -> "ng/h";
            case 46 -> "ng/day";
            case 47 -> "mg/min";
            case 48 -> "mg/h";
            case 49 -> "mg/day";
            case 50 -> "µg/min";
            case 51 -> "µg/h";
            case 52 -> "µg/day";
            case 53 -> "g/min";
            case 54 -> "g/h";
            case 55 -> "g/day";
            case 65 -> "ng/kg/min";
            case 66 -> "ng/kg/h";
            case 67 -> "ng/kg/day";
            case 68 -> "mg/kg/min";
            case 69 -> "mg/kg/h";
            case 70 -> "mg/kg/day";
            case 71 -> "µg/kg/min";
            case 72 -> "µg/kg/h";
            case 73 -> "µg/kg/day";
            case 74 -> "g/kg/min";
            case 75 -> "g/kg/h";
            case 76 -> "g/kg/day";
            default -> "unit " + unit;
        };
    }

    /** The concentration in mg/mL; empty when the unit is not mass per volume or the value is out of range. */
    static Optional<Concentration> concentration(BigDecimal value, int unit) {
        return switch (unit) {
            case 30 -> inRange(value.movePointLeft(6));
            case 31 -> inRange(value);
            case 32 -> inRange(value.movePointLeft(3));
            case 33 -> inRange(value.movePointRight(3));
            case 90 -> inRange(value.movePointLeft(2));
            default -> Optional.empty();
        };
    }

    private static Optional<Concentration> inRange(BigDecimal mgPerMl) {
        boolean above = mgPerMl.movePointRight(6).compareTo(BigDecimal.ONE) >= 0;
        boolean below = mgPerMl.compareTo(BigDecimal.valueOf(MOST_MG_PER_ML)) <= 0;
        return above && below ? Optional.of(new Concentration(mgPerMl)) : Optional.empty();
    }
}
