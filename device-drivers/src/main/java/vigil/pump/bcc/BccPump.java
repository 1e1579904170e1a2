package vigil.pump.bcc;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;

/** What is remembered of the pump in one slot between polls: who it is and which alarms it has. Not thread-safe. */
final class BccPump {
    private static final String UNNAMED = "B. Braun pump";
    private static final Map<String, String> FAMILIES = Map.of(
            "688", "Perfusor Space",
            "686", "Infusomat Space",
            "687", "Infusomat Space P",
            "588", "Perfusor Space (US)",
            "586", "Infusomat Space (US)",
            "587", "Infusomat Space P (US)",
            "I0002", "Perfusor compactplus",
            "I0003", "Infusomat compactplus");

    private final String address;
    private @Nullable String model;
    private @Nullable String serialNumber;
    private PumpIdentity identity;
    private final BccClock clock = new BccClock();
    private @Nullable PumpReading last;
    private final PumpReadingBuilder reading = PumpReading.oneAfterAnother();
    /** By group, a bit for each alarm it has. */
    private final int[] active = new int[BccAlarms.Group.COUNT];

    BccPump(String address) {
        this.address = address;
        identity = new PumpIdentity(UNNAMED, Optional.empty(), address);
    }

    PumpIdentity identity() {
        return identity;
    }

    /** Learns who the pump is. If it says it is another one than before, the alarms of the former end. */
    void identify(BccRecord record, Moment at, Consumer<PumpEvent> out) {
        @Nullable String saidModel = record.model() != null ? record.model() : model;
        @Nullable String saidSerial = record.serialNumber() != null ? record.serialNumber() : serialNumber;
        boolean another = !Objects.equals(saidSerial, serialNumber);
        if (another || !Objects.equals(saidModel, model)) {
            if (another && serialNumber != null) {
                endAlarms(at, out);
            }
            model = saidModel;
            serialNumber = saidSerial;
            String name = model == null ? UNNAMED : named(model);
            identity = new PumpIdentity(name, Optional.ofNullable(serialNumber), address);
        }
    }

    /** What it reports; null when that is, clock and all, what it reported last, and so no new reading. */
    @Nullable
    PumpReading reading(BccRecord record, Moment at) {
        clock.says(record.timeS(), at);
        if (last != null
                && clock.stood(at).isPositive()
                && read(record, last.at()).equals(last)) {
            return null;
        }
        last = read(record, at);
        return last;
    }

    private PumpReading read(BccRecord record, Moment at) {
        record.tell(reading.next(identity, at));
        return reading.build();
    }

    /** The device's clock in what it reports. */
    BccClock clock() {
        return clock;
    }

    /** The family's name before the pump's own designation: {@code Perfusor Space 688N030003}. */
    private static String named(String model) {
        int prefix = model.startsWith("I") ? 5 : 3;
        String family = model.length() < prefix ? null : FAMILIES.get(model.substring(0, prefix));
        return family == null ? model : family + " " + model;
    }

    /** Tells what has begun and what has ended. An alarm of which the pump says nothing neither begins nor ends. */
    void alarms(BccFlags flags, Moment at, Consumer<PumpEvent> out) {
        for (BccAlarms.Group group : BccAlarms.Group.ALL) {
            int before = active[group.index()];
            int known = flags.alarmsKnown(group);
            int after = (before & ~known) | (flags.alarms(group) & known);
            if (after != before) {
                active[group.index()] = after;
                tell(group, before, after, at, out);
            }
        }
    }

    /** The pump is gone, and so is what it reported. */
    void endAlarms(Moment at, Consumer<PumpEvent> out) {
        for (BccAlarms.Group group : BccAlarms.Group.ALL) {
            tell(group, active[group.index()], 0, at, out);
            active[group.index()] = 0;
        }
    }

    private void tell(BccAlarms.Group group, int before, int after, Moment at, Consumer<PumpEvent> out) {
        int changed = before ^ after;
        while (changed != 0) {
            int number = Integer.numberOfTrailingZeros(changed);
            PumpAlarm alarm = BccAlarms.of(group, number);
            boolean started = ((after >>> number) & 1) == 1;
            out.accept(
                    started
                            ? new PumpEvent.AlarmStarted(at, identity, alarm)
                            : new PumpEvent.AlarmEnded(at, identity, alarm));
            changed &= changed - 1;
        }
    }
}
