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

        static final Group[] ALL = values();
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

    private static final Map<String, PumpAlarm> DOCUMENTED = documented();

    private BccAlarms() {}

    private static Map<String, PumpAlarm> documented() {
        Map<String, PumpAlarm> table = new HashMap<>();
        flags(table);
        alarm1(table);
        alarm2(table);
        preAlarm(table);
        table.put(code(Group.POWER, POWER_FLAG), new PumpAlarm(MAINS_LOST, "INM8", "No mains power"));
        table.put(code(Group.POWER, POWER_BIT), new PumpAlarm(MAINS_LOST, "STATUS1.1", "No mains power"));
        return Map.copyOf(table);
    }

    private static void flags(Map<String, PumpAlarm> table) {
        document(table, Group.INA, 1, BATTERY_FAILED, "Battery empty");
        document(table, Group.INA, 2, SYRINGE_EMPTY, "Syringe empty");
        document(table, Group.INA, 3, OCCLUSION, "Pressure alarm");
        document(table, Group.INA, 5, STANDBY_REMINDER, "Standby over");
        document(table, Group.INA, 6, UNCLASSIFIED, "CC alarm");
        document(table, Group.INA, 7, INFUSION_COMPLETE, "End of volume");
        document(table, Group.INA, 8, INFUSION_COMPLETE, "Time over");
        document(table, Group.INA, 9, SYRINGE_NOT_SEATED, "Syringe alarm");
        document(table, Group.INA, 11, BATTERY_LOW, "Battery pre-alarm");
        document(table, Group.INA, 12, NEAR_END, "Syringe nearly empty");
        document(table, Group.INA, 14, UNCLASSIFIED, "Drop alarm");
        document(table, Group.INA, 15, AIR_IN_LINE, "Air alarm");
        document(table, Group.INA, 16, INFUSION_COMPLETE, "KVO end");
    }

    private static void alarm1(Map<String, PumpAlarm> table) {
        document(table, Group.ALARM1, 1, DEVICE_FAULT, "Calibration data corrupt");
        document(table, Group.ALARM1, 2, BATTERY_FAILED, "Battery alarm");
        document(table, Group.ALARM1, 3, DEVICE_FAULT, "Therapy data corrupt");
        document(table, Group.ALARM1, 4, DEVICE_FAULT, "Therapy data and settings corrupt");
        document(table, Group.ALARM1, 5, BATTERY_FAILED, "Battery voltage too low");
        document(table, Group.ALARM1, 6, BATTERY_FAILED, "Battery missing");
        document(table, Group.ALARM1, 7, BATTERY_FAILED, "Battery flat at power-on");
        document(table, Group.ALARM1, 8, BATTERY_FAILED, "Battery cover open");
        document(table, Group.ALARM1, 9, SYRINGE_EMPTY, "Syringe empty");
        document(table, Group.ALARM1, 10, OCCLUSION, "Pressure too high");
        document(table, Group.ALARM1, 11, OCCLUSION, "Pressure too high, drive blocked");
        document(table, Group.ALARM1, 12, STANDBY_REMINDER, "Standby time expired");
        document(table, Group.ALARM1, 13, INFUSION_COMPLETE, "Volume infused");
        document(table, Group.ALARM1, 14, INFUSION_COMPLETE, "Infusion time expired");
        document(table, Group.ALARM1, 15, SYRINGE_NOT_SEATED, "Claw malfunction");
        document(table, Group.ALARM1, 16, DEVICE_FAULT, "Pressure sensor defective");
        document(table, Group.ALARM1, 17, SYRINGE_NOT_SEATED, "Syringe holder open");
        document(table, Group.ALARM1, 18, SYRINGE_NOT_SEATED, "Syringe wrongly inserted");
        document(table, Group.ALARM1, 19, INFUSION_COMPLETE, "KVO end");
        document(table, Group.ALARM1, 20, OCCLUSION, "Upstream pressure");
        document(table, Group.ALARM1, 21, UNCLASSIFIED, "Dummy");
        document(table, Group.ALARM1, 22, UNCLASSIFIED, "Drop alarm");
        document(table, Group.ALARM1, 23, UNCLASSIFIED, "No drops");
        document(table, Group.ALARM1, 24, UNCLASSIFIED, "Too few drops");
        document(table, Group.ALARM1, 25, UNCLASSIFIED, "Too many drops");
        document(table, Group.ALARM1, 26, FREE_FLOW, "Free flow");
        document(table, Group.ALARM1, 27, UNCLASSIFIED, "Drop sensor missing");
        document(table, Group.ALARM1, 28, AIR_IN_LINE, "Air alarm");
        document(table, Group.ALARM1, 29, AIR_IN_LINE, "Air bubble above 0.3 ml");
        document(table, Group.ALARM1, 30, AIR_IN_LINE, "Air rate above 4 ml/h");
        document(table, Group.ALARM1, 31, AIR_IN_LINE, "Air sensor test failed");
    }

    private static void alarm2(Map<String, PumpAlarm> table) {
        document(table, Group.ALARM2, 0, UNCLASSIFIED, "Dummy");
        document(table, Group.ALARM2, 1, UNCLASSIFIED, "Data-lock manipulation");
        document(table, Group.ALARM2, 2, UNCLASSIFIED, "X-hour limit reached");
        document(table, Group.ALARM2, 3, UNCLASSIFIED, "SGC end");
        document(table, Group.ALARM2, 4, UNCLASSIFIED, "Take-over mode: syringe end");
        document(table, Group.ALARM2, 5, UNCLASSIFIED, "Take-over mode failed");
        document(table, Group.ALARM2, 6, UNCLASSIFIED, "Take-over mode: slave");
        document(table, Group.ALARM2, 7, FREE_FLOW, "Danger of free flow");
        document(table, Group.ALARM2, 29, UNCLASSIFIED, "Occlusion-test error");
        document(table, Group.ALARM2, 30, DOOR_OPEN, "Door opened during infusion");
        document(table, Group.ALARM2, 31, SYRINGE_NOT_SEATED, "Syringe not secured");
    }

    private static void preAlarm(Map<String, PumpAlarm> table) {
        document(table, Group.PREALARM, 1, UNCLASSIFIED, "Disposable missing");
        document(table, Group.PREALARM, 2, NEAR_END, "Volume near end");
        document(table, Group.PREALARM, 3, NEAR_END, "Time near end");
        document(table, Group.PREALARM, 4, BATTERY_LOW, "Battery near flat");
        document(table, Group.PREALARM, 5, UNCLASSIFIED, "KVO running");
        document(table, Group.PREALARM, 6, UNCLASSIFIED, "Data-lock manipulation");
        document(table, Group.PREALARM, 7, UNCLASSIFIED, "Incompatible CAN device");
        document(table, Group.PREALARM, 8, UNCLASSIFIED, "Secondary volume infused");
        document(table, Group.PREALARM, 9, UNCLASSIFIED, "SGC");
        document(table, Group.PREALARM, 10, UNCLASSIFIED, "Occlusion");
        document(table, Group.PREALARM, 11, UNCLASSIFIED, "Pressure leap high");
        document(table, Group.PREALARM, 12, UNCLASSIFIED, "Pressure leap low");
        document(table, Group.PREALARM, 13, UNCLASSIFIED, "Take-over mode master: syringe pre-alarm");
        document(table, Group.PREALARM, 14, UNCLASSIFIED, "Take-over mode master: slave failure");
        document(table, Group.PREALARM, 15, UNCLASSIFIED, "Battery defective");
    }

    private static void document(
            Map<String, PumpAlarm> table, Group group, int number, AlarmClass alarmClass, String text) {
        String code = code(group, number);
        table.put(code, new PumpAlarm(alarmClass, code, text));
    }

    private static String code(Group group, int number) {
        return group == Group.INA ? group.name() + number : group.name() + "." + number;
    }

    /** The alarm of one flag or bit. */
    static PumpAlarm of(Group group, int number) {
        PumpAlarm documented = DOCUMENTED.get(code(group, number));
        return documented != null ? documented : undocumented(group, number);
    }

    private static PumpAlarm undocumented(Group group, int number) {
        String code = code(group, number);
        return new PumpAlarm(UNCLASSIFIED, code, "Pump alarm " + code);
    }
}
