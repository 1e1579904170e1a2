package vigil.session;

import java.util.Set;

/**
 * Whether the plasma estimate is shown for this patient, off unless somebody switched it on (pharmacokinetics, K1), and
 * what forbids it all the same (K4). Immutable.
 */
public record PlasmaChoice(boolean shown, Set<Exclusion> exclusions) {
    public static final PlasmaChoice OFF = new PlasmaChoice(false, Set.of());

    /** What the population models do not hold for. */
    public enum Exclusion {
        LIVER_DISEASE,
        /** A medicine that slows or speeds up the enzymes that break ketamine down. */
        CYP_MODIFIER
    }

    public PlasmaChoice {
        exclusions = Set.copyOf(exclusions);
    }
}
