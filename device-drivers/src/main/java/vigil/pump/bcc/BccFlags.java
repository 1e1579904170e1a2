package vigil.pump.bcc;

import vigil.pump.DeliveryStatus;
import vigil.pump.bcc.BccParameters.Parameter;

/**
 * The on-off reports of one pump in one poll: mode flags, alarm flags and bit fields. Each is known or not known; what
 * was not sent, or sent as {@code _NV}, is not known. Not thread-safe.
 */
final class BccFlags {
    private static final int BOLUS = 2;
    private static final int PUMPING = 3;
    private static final int STANDBY = 6;
    private static final int MAINS = 8;
    private static final int KVO = 10;
    private static final int PURGE = 14;

    private static final int STATUS_MAINS = 1;
    private static final int STATUS_STANDBY = 2;
    private static final int STATUS_PRIME = 4;
    private static final int STATUS_INFUSING = 7;
    private static final int STATUS_MANUAL_BOLUS = 10;
    private static final int STATUS_VOLUME_BOLUS = 11;
    private static final int STATUS_KVO = 13;
    private static final int STATUS_ALARM_SILENCED = 19;
    private static final int STATUS_PRE_ALARM_SILENCED = 20;
    private static final int RUN = 1;
    private static final int RUN_KVO = 3;

    private int modesKnown;
    private int modes;
    private boolean statusKnown;
    private int status;
    private boolean runStateKnown;
    private int runState;
    private final int[] alarmsKnown = new int[BccAlarms.Group.COUNT];
    private final int[] alarms = new int[BccAlarms.Group.COUNT];

    void clear() {
        modesKnown = 0;
        modes = 0;
        statusKnown = false;
        runStateKnown = false;
        for (int group = 0; group < alarms.length; group++) {
            alarmsKnown[group] = 0;
            alarms[group] = 0;
        }
    }

    /** Takes a flag, 1 or 0, or a bit field. */
    void put(Parameter parameter, int value) {
        switch (parameter.field()) {
            case INM -> mode(parameter.number(), value == 1);
            case INA -> alarm(BccAlarms.Group.INA, parameter.number(), value == 1);
            case ALARM1 -> alarmBits(BccAlarms.Group.ALARM1, value);
            case ALARM2 -> alarmBits(BccAlarms.Group.ALARM2, value);
            case PREALARM -> alarmBits(BccAlarms.Group.PREALARM, value);
            case STATUS1 -> status(value);
            case RUNSTATE -> runState(value);
            default -> throw new IllegalArgumentException(parameter + " is no flag and no bit field");
        }
    }

    private void mode(int number, boolean set) {
        modesKnown |= 1 << number;
        modes = set ? modes | 1 << number : modes & ~(1 << number);
        if (number == MAINS) {
            alarm(BccAlarms.Group.POWER, BccAlarms.POWER_FLAG, !set);
        }
    }

    private void alarm(BccAlarms.Group group, int number, boolean set) {
        int bit = 1 << number;
        alarmsKnown[group.index()] |= bit;
        alarms[group.index()] = set ? alarms[group.index()] | bit : alarms[group.index()] & ~bit;
    }

    private void alarmBits(BccAlarms.Group group, int bits) {
        alarmsKnown[group.index()] = -1;
        alarms[group.index()] = group == BccAlarms.Group.ALARM2 ? bits : bits & ~BccAlarms.MARKER;
    }

    private void status(int bits) {
        statusKnown = true;
        status = bits;
        alarm(BccAlarms.Group.POWER, BccAlarms.POWER_BIT, !bit(bits, STATUS_MAINS));
        // The flag is switched off together with the other INM flags and can no longer end what it began
        alarm(BccAlarms.Group.POWER, BccAlarms.POWER_FLAG, false);
    }

    private void runState(int bits) {
        runStateKnown = true;
        runState = bits;
    }

    /**
     * The bits of a group that this poll says anything about. The ComDevice drops the INA flags when bit fields are
     * switched on, so bit fields also end whatever a flag had begun.
     */
    int alarmsKnown(BccAlarms.Group group) {
        boolean replaced = group == BccAlarms.Group.INA && alarmsKnown[group.index()] == 0 && hasAlarmBits();
        return replaced ? -1 : alarmsKnown[group.index()];
    }

    int alarms(BccAlarms.Group group) {
        return alarms[group.index()];
    }

    private boolean hasAlarmBits() {
        return alarmsKnown[BccAlarms.Group.ALARM1.index()] != 0;
    }

    /** In the order of what matters: purging and KVO also set the infusing flags. */
    DeliveryStatus deliveryStatus() {
        if (statusKnown ? bit(status, STATUS_PRIME) : isMode(PURGE)) {
            return DeliveryStatus.PURGING;
        }
        if (statusKnown ? bit(status, STATUS_KVO) : isMode(KVO) || (runStateKnown && bit(runState, RUN_KVO))) {
            return DeliveryStatus.KVO;
        }
        if (isInfusingKnown() && isInfusing()) {
            return DeliveryStatus.DELIVERING;
        }
        if (statusKnown ? bit(status, STATUS_STANDBY) : isMode(STANDBY)) {
            return DeliveryStatus.STANDBY;
        }
        return isInfusingKnown() ? DeliveryStatus.NOT_DELIVERING : DeliveryStatus.UNKNOWN;
    }

    /** STATUS1 bit 7, else RUNSTATE bit 1, else INM3 with INM14 = 0: INM3 alone is also set while purging. */
    private boolean isInfusing() {
        if (statusKnown) {
            return bit(status, STATUS_INFUSING);
        }
        return runStateKnown ? bit(runState, RUN) : isMode(PUMPING) && !isMode(PURGE);
    }

    private boolean isInfusingKnown() {
        boolean byFlags = isModeKnown(PUMPING) && (!isMode(PUMPING) || isModeKnown(PURGE));
        return statusKnown || runStateKnown || byFlags;
    }

    boolean bolusActive() {
        return statusKnown ? bit(status, STATUS_MANUAL_BOLUS) || bit(status, STATUS_VOLUME_BOLUS) : isMode(BOLUS);
    }

    boolean isMainsKnown() {
        return statusKnown || isModeKnown(MAINS);
    }

    boolean onMains() {
        return statusKnown ? bit(status, STATUS_MAINS) : isMode(MAINS);
    }

    /** STATUS1 only; no flag says it. */
    boolean isSilencedKnown() {
        return statusKnown;
    }

    boolean silenced() {
        return bit(status, STATUS_ALARM_SILENCED) || bit(status, STATUS_PRE_ALARM_SILENCED);
    }

    private boolean isModeKnown(int number) {
        return bit(modesKnown, number);
    }

    private boolean isMode(int number) {
        return bit(modes, number);
    }

    private static boolean bit(int bits, int number) {
        return ((bits >>> number) & 1) == 1;
    }
}
