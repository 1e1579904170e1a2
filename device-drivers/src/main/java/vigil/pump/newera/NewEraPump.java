package vigil.pump.newera;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

/**
 * What is remembered of the pump between answers: who it is, its last two status letters, what the poll under way has
 * brought, and its alarms. The pump forgets an alarm once it has told it, so it is kept here until the pump is seen to run.
 * Not thread-safe.
 */
final class NewEraPump {
    private static final String UNNAMED = "New Era pump (bench only)";
    private static final char NO_STATUS = ' ';
    private static final List<NewEraQuery.Ask> ASKS = List.of(NewEraQuery.Ask.values());

    private final String address;
    private @Nullable PumpIdentity identity;
    private final Map<String, PumpAlarm> alarms = new LinkedHashMap<>();
    private char statusBefore = NO_STATUS;
    private char status = NO_STATUS;
    private Optional<Volume> toDispense = Optional.empty();
    private final Map<NewEraQuery.Ask, NewEraAnswer> poll = new EnumMap<>(NewEraQuery.Ask.class);
    private final PumpReadingBuilder reading = PumpReading.oneAfterAnother();

    NewEraPump(int address) {
        this.address = Integer.toString(address);
    }

    /** Learns who the pump is; alarms heard before that are told now. */
    void identify(String version, Moment at, Consumer<PumpEvent> out) {
        become("New Era " + version + " (bench only)", at, out);
    }

    /** Who the pump is; without a name if it has not said. */
    PumpIdentity identity(Moment at, Consumer<PumpEvent> out) {
        return identity != null ? identity : become(UNNAMED, at, out);
    }

    private PumpIdentity become(String model, Moment at, Consumer<PumpEvent> out) {
        PumpIdentity next = new PumpIdentity(model, Optional.empty(), address);
        if (identity != null && !identity.equals(next)) {
            tellEnds(identity, at, out);
            if (!identity.model().equals(UNNAMED)) {
                alarms.clear();
            }
        }
        if (!next.equals(identity)) {
            identity = next;
            alarms.values().forEach(alarm -> out.accept(new PumpEvent.AlarmStarted(at, next, alarm)));
        }
        return next;
    }

    private void tellEnds(PumpIdentity pump, Moment at, Consumer<PumpEvent> out) {
        for (PumpAlarm alarm : alarms.values()) {
            out.accept(new PumpEvent.AlarmEnded(at, pump, alarm));
        }
    }

    /** True for the status letter A with a code after it. */
    static boolean isAlarm(NewEraFrame frame) {
        return frame.status() == 'A'
                && frame.data().length() > 1
                && frame.data().at(0) == '?';
    }

    /** Keeps an alarm. Told as soon as it is known who the pump is. */
    void alarm(NewEraFrame frame, Moment at, Consumer<PumpEvent> out) {
        status = NO_STATUS;
        PumpAlarm alarm = alarm("A" + frame.data());
        boolean isNew = alarms.putIfAbsent(alarm.code(), alarm) == null;
        if (isNew && identity != null) {
            out.accept(new PumpEvent.AlarmStarted(at, identity, alarm));
        }
    }

    private static PumpAlarm alarm(String code) {
        return switch (code) {
            case "A?R" -> new PumpAlarm(AlarmClass.MAINS_LOST, code, "Power was interrupted");
            case "A?S" -> new PumpAlarm(AlarmClass.OCCLUSION, code, "Motor stalled");
            case "A?T" -> new PumpAlarm(AlarmClass.UNCLASSIFIED, code, "Safe mode time-out");
            case "A?E" -> new PumpAlarm(AlarmClass.DEVICE_FAULT, code, "Program error");
            case "A?O" -> new PumpAlarm(AlarmClass.DEVICE_FAULT, code, "Program phase out of range");
            default -> new PumpAlarm(AlarmClass.UNCLASSIFIED, code, "Pump alarm " + code);
        };
    }

    /** Takes the status letter of an answer. Two that say the pump runs end its alarms. */
    void status(char letter, Moment at, Consumer<PumpEvent> out) {
        statusBefore = status;
        status = letter;
        if (isRunning(letter) && isRunning(statusBefore) && identity != null) {
            tellEnds(identity, at, out);
            alarms.clear();
        }
    }

    private static boolean isRunning(char letter) {
        return letter == 'I' || letter == 'W' || letter == 'X';
    }

    void beginPoll() {
        poll.clear();
    }

    /** Takes what the pump has said twice. */
    void answered(NewEraQuery.Ask ask, NewEraAnswer answer) {
        poll.put(ask, answer);
        if (ask == NewEraQuery.Ask.VOLUME) {
            toDispense = answer instanceof NewEraAnswer.ToDispense(Optional<Volume> volume) ? volume : Optional.empty();
        }
    }

    /** Tells what the poll has brought. */
    void tellPoll(Moment at, Consumer<PumpEvent> out) {
        reading.next(identity(at, out), at).deliveryStatus(deliveryStatus());
        if (toDispense.isPresent()) {
            reading.vtbi(toDispense.get());
        }
        for (NewEraQuery.Ask ask : ASKS) {
            NewEraAnswer answer = poll.get(ask);
            if (answer != null) {
                tell(ask, answer);
            }
        }
        if (deliveryStatus() == DeliveryStatus.UNKNOWN) {
            reading.remark(new Remark("status", Quality.UNREADABLE, "" + statusBefore + status));
        }
        out.accept(new PumpEvent.Reading(reading.build()));
    }

    private void tell(NewEraQuery.Ask ask, NewEraAnswer answer) {
        switch (answer) {
            case NewEraAnswer.Rate rate -> reading.flowRate(rate.flowRate());
            case NewEraAnswer.Dispensed dispensed -> reading.volumeInfused(dispensed.infused());
            case NewEraAnswer.Failure(String error) ->
                reading.remark(
                        new Remark(ask.word(), error.equals("?NA") ? Quality.UNAVAILABLE : Quality.UNREADABLE, error));
            case NewEraAnswer.Unreadable(String data) ->
                reading.remark(new Remark(ask.word(), Quality.UNREADABLE, data));
            case NewEraAnswer.Nothing _,
                    NewEraAnswer.Version _,
                    NewEraAnswer.ToDispense _,
                    NewEraAnswer.Setting _,
                    NewEraAnswer.SafeMode _ -> {
                // Nothing of these has a place in this reading, or it is there already
            }
        }
    }

    /** What the pump says, if it has said so twice in a row. */
    private DeliveryStatus deliveryStatus() {
        if (status != statusBefore) {
            return DeliveryStatus.UNKNOWN;
        }
        return switch (status) {
            case 'I' -> DeliveryStatus.DELIVERING;
            case 'X' -> DeliveryStatus.PURGING;
            case 'W', 'S', 'P', 'T', 'U' -> DeliveryStatus.NOT_DELIVERING;
            default -> DeliveryStatus.UNKNOWN;
        };
    }
}
