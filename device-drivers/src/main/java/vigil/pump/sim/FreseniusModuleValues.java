package vigil.pump.sim;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vigil.pump.DeliveryStatus;

/** One open connection: what it is subscribed to and what it was last told. Not thread-safe. */
final class FreseniusModuleValues {
    private static final long NL_PER_TENTH_ML = Flow.NL_PER_ML / 10;
    private static final long NL_PER_UL = Flow.NL_PER_ML / 1_000;

    private final Map<Character, String> told = new TreeMap<>();

    /** From now on these values are told when they change; the first time at once. */
    void subscribe(String letters) {
        letters.chars().forEach(letter -> told.putIfAbsent((char) letter, ""));
    }

    void unsubscribe() {
        told.clear();
    }

    /** What has changed since it was last asked, each with {@code ;} before it. */
    String changed(Function<Character, String> value) {
        StringBuilder changed = new StringBuilder();
        told.replaceAll((letter, before) -> {
            String now = value.apply(letter);
            if (!now.equals(before)) {
                changed.append(';').append(letter).append(now);
            }
            return now;
        });
        return changed.toString();
    }

    /**
     * A value of a pump. Widths follow the vectors of the protocol page; the alarm's bits, the error and the mode are made
     * up, because their meaning is nowhere documented.
     */
    static String of(char letter, SimulatedPump pump) {
        return switch (letter) {
            case 'd' -> "%04X".formatted(pump.rateNlPerH() / NL_PER_TENTH_ML);
            case 'r' -> "%08X".formatted(pump.infusedNl() / NL_PER_UL);
            case 'a' ->
                "%04X"
                        .formatted(pump.alarms().stream()
                                .mapToInt(FreseniusModuleValues::bit)
                                .sum());
            case 'e' -> pump.has(SimulatedAlarm.DEVICE_FAULT) ? "01" : "00";
            default -> mode(pump.status());
        };
    }

    private static int bit(SimulatedAlarm alarm) {
        return switch (alarm) {
            case OCCLUSION -> 0x0001;
            case SYRINGE_EMPTY -> 0x0002;
            case NEAR_END -> 0x0004;
            case END_OF_VOLUME -> 0x0008;
            case TIME_OVER -> 0x0010;
            case KVO_END -> 0x0020;
            case SYRINGE_OPEN -> 0x0040;
            case BATTERY_LOW -> 0x0080;
            case BATTERY_EMPTY -> 0x0100;
            case AIR -> 0x0200;
            case STANDBY_OVER -> 0x0400;
            case DEVICE_FAULT -> 0;
        };
    }

    private static String mode(DeliveryStatus status) {
        return switch (status) {
            case DELIVERING -> "01";
            case KVO -> "02";
            case PURGING -> "03";
            case STANDBY -> "04";
            case NOT_DELIVERING, UNKNOWN -> "00";
        };
    }
}
