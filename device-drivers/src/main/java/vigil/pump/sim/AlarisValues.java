package vigil.pump.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vigil.pump.DeliveryStatus;

/** Writes the fields of an Alaris pump's answers. Not thread-safe. */
final class AlarisValues {
    static final int RATE = 4;
    static final int RATE_UNIT = 5;
    static final int VOLUME = 7;
    static final int VOLUME_UNIT = 8;
    private static final String NO_ALARM = "AL_NOALM";
    private static final long FIRST_LOG_ENTRY = 127_904;
    /** 100 % is 600 mmHg here. */
    private static final long MILLIONTHS_MMHG_A_PERCENT = 6 * Flow.NL_PER_ML;

    private static final int SECONDS_A_DAY = 86_400;
    private static final Map<SimulatedAlarm, String> CODES = codes();

    private final Map<Integer, String> overridden = new LinkedHashMap<>();
    private Optional<String> forcedAlarm = Optional.empty();

    /** By urgency: the pump tells one alarm at a time. */
    private static Map<SimulatedAlarm, String> codes() {
        Map<SimulatedAlarm, String> codes = new LinkedHashMap<>();
        codes.put(SimulatedAlarm.DEVICE_FAULT, "AL_FAULT");
        codes.put(SimulatedAlarm.OCCLUSION, "AL_OCCLU");
        codes.put(SimulatedAlarm.SYRINGE_OPEN, "AL_SYRCO");
        codes.put(SimulatedAlarm.SYRINGE_EMPTY, "AL_EOIST");
        codes.put(SimulatedAlarm.BATTERY_EMPTY, "AL_EMBAT");
        codes.put(SimulatedAlarm.KVO_END, "AL_VTBIS");
        codes.put(SimulatedAlarm.TIME_OVER, "AL_VTBIS");
        codes.put(SimulatedAlarm.END_OF_VOLUME, "AL_VTBIK");
        codes.put(SimulatedAlarm.NEAR_END, "AL_NEOIN");
        codes.put(SimulatedAlarm.BATTERY_LOW, "AL_LWBAT");
        codes.put(SimulatedAlarm.STANDBY_OVER, "AL_CALLB");
        return codes;
    }

    void override(int field, String value) {
        overridden.put(field, value);
    }

    void restore(int field) {
        overridden.remove(field);
    }

    void forceAlarm(Optional<String> code) {
        forcedAlarm = code;
    }

    /** The present alarm's code; a syringe pump has none for air. */
    String alarm(SimulatedPump pump) {
        return forcedAlarm.orElseGet(() -> CODES.entrySet().stream()
                .filter(entry -> pump.has(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(pump.onMains() ? NO_ALARM : "AL_ACDIS"));
    }

    /** The status record. */
    String status(SimulatedPump pump) {
        boolean holds = pump.status() == DeliveryStatus.NOT_DELIVERING || pump.status() == DeliveryStatus.STANDBY;
        StringBuilder record = new StringBuilder(100).append("INF");
        field(record, 1, pump.serialNumber());
        field(record, 2, alarm(pump).equals(NO_ALARM) ? "-" : "A");
        field(record, 3, holds ? "HLD" : "SET");
        field(record, RATE, holds ? "0.00" : decimal(pump.rateNlPerH(), 2));
        field(record, RATE_UNIT, "ml/h");
        field(record, 6, "");
        field(record, VOLUME, decimal(pump.infusedNl(), 3));
        field(record, VOLUME_UNIT, "ml");
        field(record, 9, decimal(pump.pressurePercent() * MILLIONTHS_MMHG_A_PERCENT, 2));
        field(record, 10, "mmHg");
        field(record, 11, timeLeft(pump.secondsLeft()));
        field(record, 12, "EVENT");
        field(record, 13, Long.toString(FIRST_LOG_ENTRY + pump.alarms().size()));
        return record.toString();
    }

    private void field(StringBuilder record, int field, String value) {
        record.append('^').append(overridden.getOrDefault(field, value));
    }

    private static String timeLeft(long seconds) {
        if (seconds < 0) {
            return "00:00:00";
        }
        return seconds >= SECONDS_A_DAY
                ? "24+"
                : "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** Millionths of a unit with {@code places} decimals, cut rather than rounded, as a pump counts. */
    static String decimal(long millionths, int places) {
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        long scaled = millionths / (Flow.NL_PER_ML / unit);
        return "%d.%0".concat(places + "d").formatted(scaled / unit, scaled % unit);
    }
}
