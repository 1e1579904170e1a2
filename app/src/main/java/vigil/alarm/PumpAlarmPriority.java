package vigil.alarm;

import vigil.pump.AlarmClass;

/**
 * The priority of a mirrored pump alarm where the protocol sends none (alarm catalogue, rows C07, C10 to C14, C21, C22). A
 * word that Vigil does not know is medium.
 */
final class PumpAlarmPriority {
    private PumpAlarmPriority() {}

    static AlarmPriority of(AlarmClass alarmClass) {
        return switch (alarmClass) {
            case FREE_FLOW -> AlarmPriority.HIGH;
            case OCCLUSION,
                    SYRINGE_EMPTY,
                    INFUSION_COMPLETE,
                    SYRINGE_NOT_SEATED,
                    BATTERY_FAILED,
                    AIR_IN_LINE,
                    DOOR_OPEN,
                    DEVICE_FAULT,
                    UNCLASSIFIED -> AlarmPriority.MEDIUM;
            case NEAR_END, BATTERY_LOW, STANDBY_REMINDER, MAINS_LOST -> AlarmPriority.LOW;
        };
    }
}
