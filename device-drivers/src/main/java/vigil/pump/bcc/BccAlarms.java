package vigil.pump.bcc;

import static vigil.pump.AlarmClass.AIR_IN_LINE;
import static vigil.pump.AlarmClass.BATTERY_FAILED;
import static vigil.pump.AlarmClass.BATTERY_LOW;
import static vigil.pump.AlarmClass.DEVICE_FAULT;
import static vigil.pump.AlarmClass.DOOR_OPEN;
import static vigil.pump.AlarmClass.FREE_FLOW;
import static vigil.pump.AlarmClass.INFUSION_COMPLETE;
import static vigil.pump.AlarmClass.MAINS_LOST;
import static vigil.pump.AlarmClass.NEAR_END;
import static vigil.pump.AlarmClass.OCCLUSION;
import static vigil.pump.AlarmClass.STANDBY_REMINDER;
import static vigil.pump.AlarmClass.SYRINGE_EMPTY;
import static vigil.pump.AlarmClass.SYRINGE_NOT_SEATED;
import static vigil.pump.AlarmClass.UNCLASSIFIED;

import java.util.HashMap;
import java.util.Map;
import vigil.pump.AlarmClass;
import vigil.pump.PumpAlarm;

/**
 * The alarms of a B. Braun pump (section 2.9) and their neutral class (neutral pump model, section 4.2). A flag or bit in
 * no row of those tables is {@link AlarmClass#UNCLASSIFIED} and shown with its own name and number.
 *
 * <p>Battery alarms: the two pre-alarms are "battery low", the alarms themselves "battery failed", because the pump is
 * about to stop or has stopped.
 */
final class BccAlarms {
    /** The places where a pump reports alarms; each has up to 32 flags. */
    enum Group {
        INA(0),
        ALARM1(1),
        ALARM2(2),
        PREALARM(3),
        /** Mains lost, from INM8 or STATUS1 bit 1. */
        POWER(4);

        static final int COUNT = 5;

        private final int index;

        Group(int index) {
            this.index = index;
        }

        /** From 0, for arrays of {@link #COUNT}. */
        int index() {
            return index;
        }
    }

    /** Bit 0 of ALARM1 and PREALARM means "no alarm". */
    static final int MARKER = 1;

    static final int POWER_FLAG = 8;
    static final int POWER_BIT = 1;

    private static final Map<String, PumpAlarm> DOCUMENTED = new HashMap<>();

    static {
        flag(1, BATTERY_FAILED, "Battery empty");
        flag(2, SYRINGE_EMPTY, "Syringe empty");
        flag(3, OCCLUSION, "Pressure alarm");
        flag(5, STANDBY_REMINDER, "Standby over");
        flag(6, UNCLASSIFIED, "CC alarm");
        flag(7, INFUSION_COMPLETE, "End of volume");
        flag(8, INFUSION_COMPLETE, "Time over");
        flag(9, SYRINGE_NOT_SEATED, "Syringe alarm");
        flag(11, BATTERY_LOW, "Battery pre-alarm");
        flag(12, NEAR_END, "Syringe nearly empty");
        flag(14, UNCLASSIFIED, "Drop alarm");
        flag(15, AIR_IN_LINE, "Air alarm");
        flag(16, INFUSION_COMPLETE, "KVO end");

        alarm1(1, DEVICE_FAULT, "Calibration data corrupt");
        alarm1(2, BATTERY_FAILED, "Battery alarm");
        alarm1(3, DEVICE_FAULT, "Therapy data corrupt");
        alarm1(4, DEVICE_FAULT, "Therapy data and settings corrupt");
        alarm1(5, BATTERY_FAILED, "Battery voltage too low");
        alarm1(6, BATTERY_FAILED, "Battery missing");
        alarm1(7, BATTERY_FAILED, "Battery flat at power-on");
        alarm1(8, BATTERY_FAILED, "Battery cover open");
        alarm1(9, SYRINGE_EMPTY, "Syringe empty");
        alarm1(10, OCCLUSION, "Pressure too high");
        alarm1(11, OCCLUSION, "Pressure too high, drive blocked");
        alarm1(12, STANDBY_REMINDER, "Standby time expired");
        alarm1(13, INFUSION_COMPLETE, "Volume infused");
        alarm1(14, INFUSION_COMPLETE, "Infusion time expired");
        alarm1(15, SYRINGE_NOT_SEATED, "Claw malfunction");
        alarm1(16, DEVICE_FAULT, "Pressure sensor defective");
        alarm1(17, SYRINGE_NOT_SEATED, "Syringe holder open");
        alarm1(18, SYRINGE_NOT_SEATED, "Syringe wrongly inserted");
        alarm1(19, INFUSION_COMPLETE, "KVO end");
        alarm1(20, OCCLUSION, "Upstream pressure");
        alarm1(21, UNCLASSIFIED, "Dummy");
        alarm1(22, UNCLASSIFIED, "Drop alarm");
        alarm1(23, UNCLASSIFIED, "No drops");
        alarm1(24, UNCLASSIFIED, "Too few drops");
        alarm1(25, UNCLASSIFIED, "Too many drops");
        alarm1(26, FREE_FLOW, "Free flow");
        alarm1(27, UNCLASSIFIED, "Drop sensor missing");
        alarm1(28, AIR_IN_LINE, "Air alarm");
        alarm1(29, AIR_IN_LINE, "Air bubble above 0.3 ml");
        alarm1(30, AIR_IN_LINE, "Air rate above 4 ml/h");
        alarm1(31, AIR_IN_LINE, "Air sensor test failed");

        alarm2(0, UNCLASSIFIED, "Dummy");
        alarm2(1, UNCLASSIFIED, "Data-lock manipulation");
        alarm2(2, UNCLASSIFIED, "X-hour limit reached");
        alarm2(3, UNCLASSIFIED, "SGC end");
        alarm2(4, UNCLASSIFIED, "Take-over mode: syringe end");
        alarm2(5, UNCLASSIFIED, "Take-over mode failed");
        alarm2(6, UNCLASSIFIED, "Take-over mode: slave");
        alarm2(7, FREE_FLOW, "Danger of free flow");
        alarm2(29, UNCLASSIFIED, "Occlusion-test error");
        alarm2(30, DOOR_OPEN, "Door opened during infusion");
        alarm2(31, SYRINGE_NOT_SEATED, "Syringe not secured");

        preAlarm(1, UNCLASSIFIED, "Disposable missing");
        preAlarm(2, NEAR_END, "Volume near end");
        preAlarm(3, NEAR_END, "Time near end");
        preAlarm(4, BATTERY_LOW, "Battery near flat");
        preAlarm(5, UNCLASSIFIED, "KVO running");
        preAlarm(6, UNCLASSIFIED, "Data-lock manipulation");
        preAlarm(7, UNCLASSIFIED, "Incompatible CAN device");
        preAlarm(8, UNCLASSIFIED, "Secondary volume infused");
        preAlarm(9, UNCLASSIFIED, "SGC");
        preAlarm(10, UNCLASSIFIED, "Occlusion");
        preAlarm(11, UNCLASSIFIED, "Pressure leap high");
        preAlarm(12, UNCLASSIFIED, "Pressure leap low");
        preAlarm(13, UNCLASSIFIED, "Take-over mode master: syringe pre-alarm");
        preAlarm(14, UNCLASSIFIED, "Take-over mode master: slave failure");
        preAlarm(15, UNCLASSIFIED, "Battery defective");

        document(Group.POWER, POWER_FLAG, new PumpAlarm(MAINS_LOST, "INM8", "No mains power"));
        document(Group.POWER, POWER_BIT, new PumpAlarm(MAINS_LOST, "STATUS1.1", "No mains power"));
    }

    private BccAlarms() {}

    /** The alarm of one flag or bit. */
    static PumpAlarm of(Group group, int number) {
        PumpAlarm documented = DOCUMENTED.get(code(group, number));
        return documented != null ? documented : undocumented(group, number);
    }

    private static PumpAlarm undocumented(Group group, int number) {
        String code = code(group, number);
        return new PumpAlarm(UNCLASSIFIED, code, "Pump alarm " + code);
    }

    private static void flag(int number, AlarmClass alarmClass, String text) {
        document(Group.INA, alarmClass, number, text);
    }

    private static void alarm1(int bit, AlarmClass alarmClass, String text) {
        document(Group.ALARM1, alarmClass, bit, text);
    }

    private static void alarm2(int bit, AlarmClass alarmClass, String text) {
        document(Group.ALARM2, alarmClass, bit, text);
    }

    private static void preAlarm(int bit, AlarmClass alarmClass, String text) {
        document(Group.PREALARM, alarmClass, bit, text);
    }

    private static void document(Group group, AlarmClass alarmClass, int number, String text) {
        document(group, number, new PumpAlarm(alarmClass, code(group, number), text));
    }

    private static void document(Group group, int number, PumpAlarm alarm) {
        DOCUMENTED.put(code(group, number), alarm);
    }

    private static String code(Group group, int number) {
        return group == Group.INA ? group.name() + number : group.name() + "." + number;
    }
}
