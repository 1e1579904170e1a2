package vigil.pump;

import java.math.BigDecimal;

/** A volume of fluid in mL, 0 to 99,999. The same type serves volume infused, VTBI and volume left. */
public record Volume(BigDecimal ml) implements Comparable<Volume> {
    private static final BigDecimal MOST = new BigDecimal("99999");
    public static final Volume ZERO = new Volume(BigDecimal.ZERO);

    public Volume {
        ml = Decimals.inRange("volume mL", ml, BigDecimal.ZERO, MOST);
    }

    public static Volume ofMl(String ml) {
        return new Volume(new BigDecimal(ml));
    }

    @Override
    public int compareTo(Volume other) {
        return ml.compareTo(other.ml);
    }
}
