package vigil.pump.alaris;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.DeliveryStatus;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Volume;

/**
 * What is remembered of the pump between answers: who it is, its VTBI, and the alarm it has. ALARM tells one alarm at a
 * time; INF only tells that there is one. Not thread-safe.
 */
final class AlarisPump {
    private static final String FAMILY = "Alaris/Asena";
    private static final String NO_ALARM = "-";

    private Optional<String> serialNumber = Optional.empty();
    private String protocol = "";
    private @Nullable PumpIdentity identity;
    private final PumpReadingBuilder reading = PumpReading.oneAfterAnother();
    private Optional<Volume> vtbi = Optional.empty();
    private Optional<Volume> syringe = Optional.empty();
    private @Nullable PumpAlarm alarm;
    private boolean isFlagged;

    /** Learns the serial number; true when it is another pump than before, whose alarm then has ended. */
    boolean isAnother(String saidSerialNumber, Moment at, Consumer<PumpEvent> out) {
        if (serialNumber.isPresent() && serialNumber.get().equals(saidSerialNumber)) {
            return false;
        }
        boolean another = serialNumber.isPresent();
        if (another) {
            become(null, at, out);
            forget();
        }
        serialNumber = Optional.of(saidSerialNumber);
        return another;
    }

    private void forget() {
        identity = null;
        protocol = "";
        vtbi = Optional.empty();
        syringe = Optional.empty();
        isFlagged = false;
    }

    /** Name and revision of its protocol; part of its model's name if told before its first data. */
    void speaks(String name) {
        protocol = name;
    }

    void vtbi(Optional<Volume> volume) {
        vtbi = volume;
    }

    /** Remembers the size until it is told again; a text that is no whole number of mL is none. */
    void syringe(String size) {
        syringe = size.matches("[1-9][0-9]?") ? Optional.of(Volume.ofMl(size)) : Optional.empty();
    }

    /** Tells what INF says. The delivery status is unknown but where the pump is on hold or keeps the vein open. */
    void status(AlarisAnswer.Status status, Moment at, Consumer<PumpEvent> out) {
        reading.next(identity(), at).deliveryStatus(deliveryStatus(status));
        if (status.flowRate() != null) {
            reading.flowRate(status.flowRate());
        }
        if (status.volumeInfused() != null) {
            reading.volumeInfused(status.volumeInfused());
        }
        if (status.pressureMmHg() != null) {
            reading.pressureMmHg(status.pressureMmHg());
        }
        if (status.timeRemaining() != null) {
            reading.timeRemaining(status.timeRemaining());
        }
        if (vtbi.isPresent()) {
            reading.vtbi(vtbi.get());
        }
        if (syringe.isPresent()) {
            reading.syringe(syringe.get());
        }
        if (alarm != null && alarm.code().equals("AL_ACDIS")) {
            reading.onMains(false);
        }
        reading.remarks(status.remarks());
        out.accept(new PumpEvent.Reading(reading.build()));
        flag(status.alarmFlag(), at, out);
    }

    private DeliveryStatus deliveryStatus(AlarisAnswer.Status status) {
        if (AlarisStatus.isOnHold(status)) {
            return DeliveryStatus.NOT_DELIVERING;
        }
        boolean flows = status.flowRate() != null && !status.flowRate().isZero();
        boolean kvo = alarm != null && AlarisAlarms.isKvo(alarm) && flows;
        return kvo ? DeliveryStatus.KVO : DeliveryStatus.UNKNOWN;
    }

    /** An alarm that INF tells of twice while ALARM gives no code is an alarm all the same. */
    private void flag(String flag, Moment at, Consumer<PumpEvent> out) {
        boolean flagged = !flag.equals(NO_ALARM) && !flag.isEmpty();
        if (flagged && isFlagged && alarm == null) {
            become(AlarisAlarms.flagged(flag), at, out);
        } else if (!flagged && alarm != null && alarm.code().startsWith("INF ")) {
            become(null, at, out);
        }
        isFlagged = flagged;
    }

    /** Tells what ALARM says. */
    void alarm(AlarisAnswer.Alarm said, Moment at, Consumer<PumpEvent> out) {
        if (!said.code().equals(AlarisAlarms.NONE)) {
            become(AlarisAlarms.of(said.code(), said.words()), at, out);
        } else if (alarm != null && !alarm.code().startsWith("INF ")) {
            become(null, at, out);
        }
    }

    private void become(@Nullable PumpAlarm next, Moment at, Consumer<PumpEvent> out) {
        if (next != null && alarm != null && alarm.code().equals(next.code())) {
            return;
        }
        if (alarm != null) {
            out.accept(new PumpEvent.AlarmEnded(at, identity(), alarm));
        }
        alarm = next;
        if (next != null) {
            out.accept(new PumpEvent.AlarmStarted(at, identity(), next));
        }
    }

    /** The same from the first data on until another pump answers. */
    private PumpIdentity identity() {
        if (identity == null) {
            String model = protocol.isEmpty() ? FAMILY : FAMILY + " (" + protocol + ")";
            identity = new PumpIdentity(model, serialNumber, "");
        }
        return identity;
    }
}
