package vigil.pump.alaris;

import static vigil.pump.AlarmClass.BATTERY_FAILED;
import static vigil.pump.AlarmClass.BATTERY_LOW;
import static vigil.pump.AlarmClass.DEVICE_FAULT;
import static vigil.pump.AlarmClass.INFUSION_COMPLETE;
import static vigil.pump.AlarmClass.MAINS_LOST;
import static vigil.pump.AlarmClass.NEAR_END;
import static vigil.pump.AlarmClass.OCCLUSION;
import static vigil.pump.AlarmClass.STANDBY_REMINDER;
import static vigil.pump.AlarmClass.SYRINGE_EMPTY;
import static vigil.pump.AlarmClass.SYRINGE_NOT_SEATED;
import static vigil.pump.AlarmClass.UNCLASSIFIED;

import java.util.Map;
import vigil.pump.AlarmClass;
import vigil.pump.PumpAlarm;

/**
 * The alarm codes of an Alaris pump (section 3.8) and their neutral class (neutral pump model, section 4.2). The meanings
 * are inferred from the mnemonics. A code in no row is {@link AlarmClass#UNCLASSIFIED} and shown as the pump wrote it.
 */
final class AlarisAlarms {
    /** What ALARM says when there is none. */
    static final String NONE = "AL_NOALM";

    private record Meaning(AlarmClass alarmClass, String text) {}

    private static final Map<String, Meaning> DOCUMENTED = Map.ofEntries(
            meaning("AL_OCCLU", OCCLUSION, "Occlusion"),
            meaning("AL_EOIST", SYRINGE_EMPTY, "End of infusion, stopped"),
            meaning("AL_EOIKV", INFUSION_COMPLETE, "End of infusion, KVO"),
            meaning("AL_NEOIN", NEAR_END, "Near end of infusion"),
            meaning("AL_VTBIC", INFUSION_COMPLETE, "VTBI done, continues"),
            meaning("AL_VTBIK", INFUSION_COMPLETE, "VTBI done, KVO"),
            meaning("AL_VTBIS", INFUSION_COMPLETE, "VTBI done, stopped"),
            meaning("AL_LWBAT", BATTERY_LOW, "Low battery"),
            meaning("AL_LBTAC", BATTERY_LOW, "Low battery"),
            meaning("AL_EMBAT", BATTERY_FAILED, "Battery empty"),
            meaning("AL_ACDIS", MAINS_LOST, "Mains disconnected"),
            meaning("AL_SYRCO", SYRINGE_NOT_SEATED, "Check syringe"),
            meaning("AL_DRDIS", SYRINGE_NOT_SEATED, "Drive disengaged"),
            meaning("AL_CALLB", STANDBY_REMINDER, "Attention"),
            meaning("AL_FAULT", DEVICE_FAULT, "Internal fault"),
            meaning("AL_LDSCN", UNCLASSIFIED, "Line or pressure disc"),
            meaning("AL_PRDSC", UNCLASSIFIED, "Line or pressure disc"),
            meaning("AL_COMTO", UNCLASSIFIED, "Communications time-out"),
            meaning("AL_RHIGH", UNCLASSIFIED, "Rate high"),
            meaning("AL_TCITG", UNCLASSIFIED, "TCI or titration"),
            meaning("AL_TITCA", UNCLASSIFIED, "TCI or titration"),
            meaning("AL_TITNC", UNCLASSIFIED, "TCI or titration"));

    private AlarisAlarms() {}

    private static Map.Entry<String, Meaning> meaning(String code, AlarmClass alarmClass, String text) {
        return Map.entry(code, new Meaning(alarmClass, text));
    }

    /** The alarm of that code, with the pump's own words where it has some. */
    static PumpAlarm of(String code, String words) {
        Meaning meaning = DOCUMENTED.getOrDefault(code, new Meaning(UNCLASSIFIED, "Pump alarm " + code));
        return new PumpAlarm(meaning.alarmClass(), code, words.isBlank() ? meaning.text() : words);
    }

    /** The alarm of which INF tells and ALARM does not give the code. */
    static PumpAlarm flagged(String flag) {
        return new PumpAlarm(UNCLASSIFIED, "INF " + flag, "Pump alarm, code not told");
    }

    /** True for the two alarms by which a pump says that it keeps the vein open (neutral pump model, section 4.1). */
    static boolean isKvo(PumpAlarm alarm) {
        return alarm.code().equals("AL_EOIKV") || alarm.code().equals("AL_VTBIK");
    }
}
