package vigil.alarm;

import java.util.Optional;
import vigil.pump.AlarmClass;

/**
 * Where a condition stands in the catalogue and with which priority it is raised. It may deviate upwards only, and then
 * says why.
 *
 * @param upwardsBecause present if {@code priority} is above the row's own
 */
public record Classification(CatalogueRow row, AlarmPriority priority, Optional<String> upwardsBecause) {
    public Classification {
        int above = priority.compareTo(row.priority());
        if (above < 0 || (above > 0) != upwardsBecause.isPresent()) {
            throw new IllegalArgumentException(
                    "%s is %s; %s needs to be higher, with a reason".formatted(row, row.priority(), priority));
        }
    }

    static Classification of(CatalogueRow row) {
        return new Classification(row, row.priority(), Optional.empty());
    }

    private static Classification higher(CatalogueRow row, AlarmPriority priority, String because) {
        return new Classification(row, priority, Optional.of(because));
    }

    /** The row of a mirrored alarm; none of the protocols read so far sends a priority of its own. */
    static Classification of(AlarmClass alarmClass) {
        return switch (alarmClass) {
            case FREE_FLOW -> of(CatalogueRow.C07);
            case OCCLUSION -> of(CatalogueRow.C10);
            case SYRINGE_EMPTY, INFUSION_COMPLETE -> of(CatalogueRow.C11);
            case AIR_IN_LINE -> of(CatalogueRow.C12);
            case SYRINGE_NOT_SEATED, DOOR_OPEN -> of(CatalogueRow.C13);
            case DEVICE_FAULT -> of(CatalogueRow.C14);
            case NEAR_END -> of(CatalogueRow.C21);
            case BATTERY_LOW, MAINS_LOST -> of(CatalogueRow.C22);
            case STANDBY_REMINDER -> of(CatalogueRow.C24);
            case BATTERY_FAILED ->
                higher(CatalogueRow.C22, AlarmPriority.MEDIUM, "a failed battery may stop the pump at once");
            case UNCLASSIFIED ->
                higher(CatalogueRow.C31, AlarmPriority.MEDIUM, "a word that is not known may mean anything");
        };
    }
}
