package vigil.pump.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The alarms that a simulated pump can raise, by the names used on the command line. */
public enum SimulatedAlarm {
    /** Pressure too high; stops the flow. */
    OCCLUSION(true),
    SYRINGE_EMPTY(true),
    NEAR_END(false),
    /** The volume to be infused has been infused; the pump goes on with KVO. */
    END_OF_VOLUME(false),
    TIME_OVER(true),
    /** The end of KVO; stops the flow. */
    KVO_END(true),
    SYRINGE_OPEN(true),
    BATTERY_LOW(false),
    BATTERY_EMPTY(true),
    AIR(true),
    STANDBY_OVER(false),
    DEVICE_FAULT(true);

    private final boolean stops;

    SimulatedAlarm(boolean stops) {
        this.stops = stops;
    }

    /** True when the pump stops by itself on this alarm. */
    boolean stops() {
        return stops;
    }

    /** The name on the command line, for example {@code near-end}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The alarm of that name; an unknown one is refused with an error naming the known ones. */
    public static SimulatedAlarm named(String name) {
        return Arrays.stream(values())
                .filter(alarm -> alarm.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no alarm is called \"%s\"; known are %s".formatted(name, names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(SimulatedAlarm::wireName).collect(Collectors.joining(", "));
    }
}
