package vigil.pump.bcc;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;

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
    private Optional<String> model = Optional.empty();
    private Optional<String> serialNumber = Optional.empty();
    private PumpIdentity identity;
    private final Map<BccAlarms.Group, Integer> active = new EnumMap<>(BccAlarms.Group.class);

    BccPump(String address) {
        this.address = address;
        identity = new PumpIdentity(UNNAMED, Optional.empty(), address);
        for (BccAlarms.Group group : BccAlarms.Group.values()) {
            active.put(group, 0);
        }
    }

    PumpIdentity identity() {
        return identity;
    }

    /** Learns who the pump is. If it says it is another one than before, the alarms of the former end. */
    void identify(BccRecord record, Moment at, Consumer<PumpEvent> out) {
        Optional<String> saidModel = record.model().or(() -> model);
        Optional<String> saidSerial = record.serialNumber().or(() -> serialNumber);
        if (!saidModel.equals(model) || !saidSerial.equals(serialNumber)) {
            if (serialNumber.isPresent() && !saidSerial.equals(serialNumber)) {
                endAlarms(at, out);
            }
            model = saidModel;
            serialNumber = saidSerial;
            identity = new PumpIdentity(model.map(BccPump::named).orElse(UNNAMED), serialNumber, address);
        }
    }

    /** The family's name before the pump's own designation: {@code Perfusor Space 688N030003}. */
    private static String named(String model) {
        int prefix = model.startsWith("I") ? 5 : 3;
        String family = model.length() < prefix ? null : FAMILIES.get(model.substring(0, prefix));
        return family == null ? model : family + " " + model;
    }

    /** Tells what has begun and what has ended. An alarm of which the pump says nothing neither begins nor ends. */
    void alarms(BccFlags flags, Moment at, Consumer<PumpEvent> out) {
        for (BccAlarms.Group group : BccAlarms.Group.values()) {
            int before = active.getOrDefault(group, 0);
            int known = flags.alarmsKnown(group);
            int after = (before & ~known) | (flags.alarms(group) & known);
            if (after != before) {
                active.put(group, after);
                tell(group, before, after, at, out);
            }
        }
    }

    /** The pump is gone, and so is what it reported. */
    void endAlarms(Moment at, Consumer<PumpEvent> out) {
        for (BccAlarms.Group group : BccAlarms.Group.values()) {
            tell(group, active.getOrDefault(group, 0), 0, at, out);
            active.put(group, 0);
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
