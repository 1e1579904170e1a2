package vigil.pump.sim;

import vigil.pump.newera.NewEraFrame.Mode;

/**
 * How a simulated New Era pump is set up.
 *
 * @param mode Basic when it leaves the factory
 * @param rateUnit {@code MH}, {@code MM}, {@code UH} or {@code UM}
 * @param microlitres volumes in µL, as with a small syringe
 */
public record NewEraOptions(Mode mode, String rateUnit, boolean microlitres) {
    public static final NewEraOptions FACTORY = new NewEraOptions(Mode.BASIC, "MH", false);

    public NewEraOptions inSafeMode() {
        return new NewEraOptions(Mode.SAFE, rateUnit, microlitres);
    }

    public NewEraOptions withRateUnit(String unit) {
        return new NewEraOptions(mode, unit, microlitres);
    }

    public NewEraOptions inMicrolitres() {
        return new NewEraOptions(mode, rateUnit, true);
    }
}
