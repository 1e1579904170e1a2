package vigil.pump.bcc;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.StrictDecimal;
import vigil.pump.wire.Unchanged;

/** What one pump reported in one poll, as far as it has been read. Used again for its next poll. Not thread-safe. */
final class BccRecord {
    private static final int FIELDS = BccField.values().length;

    private final int slot;
    private int timeS = -1;
    private boolean pluggedIn;
    /** By field. */
    private final @Nullable String[] texts = new @Nullable String[FIELDS];
    /** By field, as {@link StrictDecimal} holds them. */
    private final long[] numbers = new long[FIELDS];
    /** A bit for each field that two quadruples gave a number. */
    private long twice;

    private final Unchanged<FlowRate> rate = new Unchanged<>(FlowRate::new);
    private final Unchanged<Volume> infused = new Unchanged<>(Volume::new);
    private final Unchanged<Volume> toInfuse = new Unchanged<>(Volume::new);
    private final Unchanged<Volume> remaining = new Unchanged<>(Volume::new);
    private final Unchanged<Volume> syringe = new Unchanged<>(Volume::new);
    private final Unchanged<BigDecimal> pressure = new Unchanged<>(percent -> percent);
    private final Unchanged<Duration> battery = new Unchanged<>(minutes -> Duration.ofMinutes(minutes.longValue()));
    private final BccConcentration concentration = new BccConcentration();
    private final List<Remark> remarks = new ArrayList<>();
    private final BccFlags flags = new BccFlags();

    BccRecord(int slot) {
        this.slot = slot;
        clear();
    }

    /** Forgets everything but the time. */
    void clear() {
        pluggedIn = false;
        twice = 0;
        Arrays.fill(texts, null);
        Arrays.fill(numbers, StrictDecimal.NONE);
        remarks.clear();
        flags.clear();
    }

    int slot() {
        return slot;
    }

    void forgetTime() {
        timeS = -1;
    }

    /** Takes the time of a quadruple, of which the newest counts. */
    void time(int seconds) {
        timeS = Math.max(timeS, seconds);
    }

    /** The device's clock in seconds; below zero when it is not told. */
    int timeS() {
        return timeS;
    }

    BccFlags flags() {
        return flags;
    }

    /** True when the pump was plugged in since the last request. */
    boolean pluggedIn() {
        return pluggedIn;
    }

    @Nullable
    String model() {
        return text(BccField.GNMODEL);
    }

    /** The serial number, else the unique id. */
    @Nullable
    String serialNumber() {
        return first(BccField.INSERNUM, BccField.INNR);
    }

    private @Nullable String first(BccField preferred, BccField other) {
        @Nullable String said = text(preferred);
        return said != null ? said : text(other);
    }

    private @Nullable String text(BccField field) {
        return texts[place(field)];
    }

    /** Takes another number of a field; not if more than one quadruple gave it a number. */
    boolean change(BccField field, long said) {
        boolean alone = (twice >>> place(field) & 1) == 0;
        if (alone) {
            numbers[place(field)] = said;
        }
        return alone;
    }

    /** Takes what one quadruple says. */
    void put(BccQuadruple said) {
        @Nullable Parameter parameter = said.parameter();
        if (parameter != null) {
            put(parameter, said);
            remark(said.remark());
        }
    }

    private void remark(@Nullable Remark remark) {
        if (remark != null) {
            remarks.add(remark);
        }
    }

    private void put(Parameter parameter, BccQuadruple said) {
        switch (parameter.field()) {
            case GNNEW -> {
                pluggedIn |= said.text() != null;
                text(BccField.GNMODEL, said.text());
            }
            case GNMODEL, INSERNUM, INNR, INSOL, INSOLSN, INSOLID -> text(parameter.field(), said.text());
            case INM, INA, ALARM1, ALARM2, PREALARM, STATUS1, RUNSTATE -> state(parameter, said.number());
            default -> number(parameter.field(), said.number());
        }
    }

    private void state(Parameter parameter, long said) {
        if (said != StrictDecimal.NONE) {
            flags.put(parameter, (int) said);
        }
    }

    private void text(BccField field, @Nullable String said) {
        if (said != null && !said.isEmpty()) {
            texts[place(field)] = said;
        }
    }

    private void number(BccField field, long said) {
        if (said != StrictDecimal.NONE) {
            twice |= isTold(field) ? 1L << place(field) : 0;
            numbers[place(field)] = said;
        }
    }

    /** Tells what was read. */
    void tell(PumpReadingBuilder reading) {
        reading.deliveryStatus(flags.deliveryStatus()).bolusActive(flags.bolusActive());
        volumes(reading);
        drug(reading);
        device(reading);
        reading.remarks(remarks);
    }

    private void volumes(PumpReadingBuilder reading) {
        if (isTold(BccField.INRT)) {
            reading.flowRate(rate.of(number(BccField.INRT)));
        }
        if (isTold(BccField.INVI)) {
            reading.volumeInfused(infused.of(number(BccField.INVI)));
        }
        if (isTold(BccField.INVTB)) {
            reading.vtbi(toInfuse.of(number(BccField.INVTB)));
        }
        if (isTold(BccField.INVOLACT)) {
            reading.volumeRemaining(remaining.of(number(BccField.INVOLACT)));
        } else if (isTold(BccField.VOLREMAIN)) {
            reading.volumeRemaining(remaining.of(number(BccField.VOLREMAIN)));
        }
        if (isTold(BccField.INRMT)) {
            reading.timeRemaining(Duration.ofSeconds(StrictDecimal.whole(number(BccField.INRMT))));
        }
    }

    private boolean isTold(BccField field) {
        return number(field) != StrictDecimal.NONE;
    }

    private long number(BccField field) {
        return numbers[place(field)];
    }

    @SuppressWarnings("EnumOrdinal") // the array lives and dies with this object
    private static int place(BccField field) {
        return field.ordinal();
    }

    private void drug(PumpReadingBuilder reading) {
        @Nullable String name = text(BccField.INSOL);
        @Nullable String drug = name != null ? name : first(BccField.INSOLSN, BccField.INSOLID);
        if (drug != null) {
            reading.drug(drug);
        }
        if (isTold(BccField.INDCON) && isTold(BccField.INDCONU)) {
            concentration.tell(number(BccField.INDCON), unit(BccField.INDCONU), reading);
        }
        if (!doseRate(BccField.DORT, BccField.DORTU, reading)) {
            doseRate(BccField.INDORT, BccField.INDORTU, reading);
        }
    }

    private int unit(BccField field) {
        return (int) StrictDecimal.whole(number(field));
    }

    private boolean doseRate(BccField value, BccField unit, PumpReadingBuilder reading) {
        if (!isTold(value) || !isTold(unit)) {
            return false;
        }
        reading.pumpDoseRate(StrictDecimal.value(number(value)).toPlainString() + " " + BccUnits.name(unit(unit)));
        return true;
    }

    private void device(PumpReadingBuilder reading) {
        if (isTold(BccField.INP2)) {
            reading.pressurePercent(pressure.of(number(BccField.INP2)));
        }
        if (isTold(BccField.INSYR) && number(BccField.INSYR) != 0) {
            reading.syringe(syringe.of(number(BccField.INSYR)));
        }
        if (isTold(BccField.INAKKU)) {
            reading.batteryRemaining(battery.of(number(BccField.INAKKU)));
        }
        if (flags.isMainsKnown()) {
            reading.onMains(flags.onMains());
        }
        if (flags.isSilencedKnown()) {
            reading.silenced(flags.silenced());
        }
        if (timeS >= 0) {
            reading.deviceTimeS(timeS);
        }
    }
}
