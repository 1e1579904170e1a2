package vigil.pump.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.pump.sim.Rack.Slot;

/** What people do at a simulated pump, by the names used on the command line. */
@SuppressWarnings("ImmutableEnumChecker") // method references, which the check cannot see through
public enum Happening {
    START(SimulatedPump::start),
    STOP(SimulatedPump::stop),
    STANDBY(SimulatedPump::standby),
    /** Fills the line. */
    PURGE(SimulatedPump::purge),
    /** 1 mL at 60 mL/h on top. */
    BOLUS((pump, now) -> pump.bolus(Volume.ofMl("1"), FlowRate.ofMlPerH("60"), now)),
    /** The rate is set to 2 mL/h. */
    RATE_2((pump, now) -> pump.setRate(FlowRate.ofMlPerH("2"), now)),
    /** A clamp is closed: the pressure rises until the pump alarms. */
    OCCLUDE(SimulatedPump::occlude),
    /** The clamp is opened and the alarm confirmed. */
    RELEASE(SimulatedPump::release),
    /** 1 mL more is to be infused, then KVO. */
    LAST_ML((pump, now) -> pump.setVolumeToBeInfused(Volume.ofMl("1"), now)),
    MAINS_OFF((pump, now) -> pump.setMains(false, now)),
    MAINS_ON((pump, now) -> pump.setMains(true, now)),
    /** The alarm's sound is switched off at the pump for two minutes. */
    SILENCE(SimulatedPump::silence),
    /** A new, full syringe; the volume infused begins at zero and the pump stands. */
    NEW_SYRINGE((pump, now) -> pump.changeSyringe(new Volume(pump.syringe().ml()), now)),
    /** The volume infused is set to zero. */
    RESET_VOLUME(SimulatedPump::resetVolumeInfused),
    /** Switched off, and on again 20 s later; it then stands. */
    POWER_CYCLE(SimulatedPump::stop);

    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]+)@([0-9]{1,7})");
    private static final Duration OFF = Duration.ofSeconds(20);

    private final BiConsumer<SimulatedPump, Moment> deed;

    Happening(BiConsumer<SimulatedPump, Moment> deed) {
        this.deed = deed;
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@code NAME@SECOND} for the first pump of {@code rack}; a wrong text is refused naming what is known. */
    public static List<Timetable.Entry> parse(String text, Rack rack) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        Happening happening = Arrays.stream(values())
                .filter(known -> known.wireName().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
        return happening.at(Duration.ofSeconds(Long.parseLong(parts.group(2))), rack);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("event \"%s\" is not NAME@SECOND; known are %s"
                .formatted(
                        text, Arrays.stream(values()).map(Happening::wireName).collect(Collectors.joining(", "))));
    }

    /** To the first pump of the rack, so long after the start. */
    public List<Timetable.Entry> at(Duration since, Rack rack) {
        Timetable.Entry entry =
                new Timetable.Entry(since, now -> rack.in(Slot.FIRST).ifPresent(pump -> deed.accept(pump, now)));
        return this == POWER_CYCLE ? List.of(entry, off(since, rack), on(since.plus(OFF), rack)) : List.of(entry);
    }

    private static Timetable.Entry off(Duration since, Rack rack) {
        return new Timetable.Entry(since, now -> rack.switchOff(Slot.FIRST));
    }

    private static Timetable.Entry on(Duration since, Rack rack) {
        return new Timetable.Entry(since, now -> rack.switchOn(Slot.FIRST));
    }
}
