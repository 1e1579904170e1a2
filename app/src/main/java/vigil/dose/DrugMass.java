package vigil.dose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vigil.pump.Concentration;
import vigil.pump.Decimals;
import vigil.pump.Volume;

/** A mass of drug in mg, exact, never negative. */
public record DrugMass(BigDecimal mg) implements Comparable<DrugMass> {
    public static final DrugMass ZERO = new DrugMass(BigDecimal.ZERO);

    public DrugMass {
        if (mg.signum() < 0) {
            throw new IllegalArgumentException("mass %s mg is below 0".formatted(mg.toPlainString()));
        }
        mg = Decimals.canonical(mg);
    }

    public static DrugMass ofMg(String mg) {
        return new DrugMass(new BigDecimal(mg));
    }

    public static DrugMass in(Volume volume, Concentration concentration) {
        return new DrugMass(volume.ml().multiply(concentration.mgPerMl()));
    }

    public DrugMass plus(DrugMass other) {
        return new DrugMass(mg.add(other.mg));
    }

    /**
     * What is left of this mass without {@code other}.
     *
     * @throws IllegalArgumentException if {@code other} is more than this
     */
    public DrugMass minus(DrugMass other) {
        return new DrugMass(mg.subtract(other.mg));
    }

    public boolean isZero() {
        return mg.signum() == 0;
    }

    /** For showing only: half-up to {@code decimals} places. */
    public String toDisplay(int decimals) {
        return mg.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** mg per kg of body weight for showing only, half-up to {@code decimals} places. */
    public String perKgDisplay(DosingWeight weight, int decimals) {
        return mg.divide(weight.kg(), decimals, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public int compareTo(DrugMass other) {
        return mg.compareTo(other.mg);
    }
}
