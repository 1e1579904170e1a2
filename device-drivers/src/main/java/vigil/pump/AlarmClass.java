package vigil.pump;

import java.util.OptionalInt;

/**
 * Vendor-neutral class of a pump alarm with its ISO/IEEE 11073-10101 event code (neutral pump model, section 3.1). The
 * pump's own code and text always travel beside it.
 */
public enum AlarmClass {
    OCCLUSION(3, 332),
    SYRINGE_EMPTY(3, 26),
    NEAR_END(3, 726),
    INFUSION_COMPLETE(3, 684),
    SYRINGE_NOT_SEATED(3, 6712),
    BATTERY_LOW(3, 194),
    BATTERY_FAILED(3, 192),
    /** No code in the sources read. */
    AIR_IN_LINE,
    DOOR_OPEN(3, 6220),
    FREE_FLOW(3, 598),
    STANDBY_REMINDER(3, 6166),
    /** No code in the sources read. */
    MAINS_LOST,
    DEVICE_FAULT(3, 52),
    /** The vendor's code or bit has no documented meaning and is shown verbatim. */
    UNCLASSIFIED;

    private final OptionalInt mdcCode;

    AlarmClass() {
        mdcCode = OptionalInt.empty();
    }

    AlarmClass(int partition, int term) {
        mdcCode = OptionalInt.of(partition * 65_536 + term);
    }

    /** Context-free code: partition × 65,536 + term; empty where no verified code exists. */
    public OptionalInt mdcCode() {
        return mdcCode;
    }
}
