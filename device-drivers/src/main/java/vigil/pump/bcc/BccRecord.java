package vigil.pump.bcc;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.Octets;
import vigil.pump.wire.StrictDecimal;
import vigil.pump.wire.Unchanged;

/** What one pump reported in one poll, as far as it has been read. Used again for every pump. Not thread-safe. */
final class BccRecord {
    /** 9999.9 mL. */
    private static final long FULL_VOLUME_TENTHS = 99_999;

    private static final int FIELDS = BccField.values().length;

    private int slot = BccSlot.NONE;
    private int timeS = -1;
    private boolean pluggedIn;
    private final Map<BccField, String> texts = new EnumMap<>(BccField.class);
    private final Map<BccField, String> textsBefore = new EnumMap<>(BccField.class);
    /** By field, as {@link StrictDecimal} holds them. */
    private final long[] numbers = new long[FIELDS];

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

    BccRecord() {
        Arrays.fill(numbers, StrictDecimal.NONE);
    }

    void begin(int nextSlot) {
        slot = nextSlot;
        timeS = -1;
        pluggedIn = false;
        texts.clear();
        Arrays.fill(numbers, StrictDecimal.NONE);
        remarks.clear();
        flags.clear();
    }

    int slot() {
        return slot;
    }

    /** Takes the time of one quadruple; the newest counts. */
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
        return texts.get(BccField.GNMODEL);
    }

    /** The serial number, else the unique id. */
    @Nullable
    String serialNumber() {
        return first(BccField.INSERNUM, BccField.INNR);
    }

    private @Nullable String first(BccField preferred, BccField other) {
        @Nullable String said = texts.get(preferred);
        return said != null ? said : texts.get(other);
    }

    /** Takes the value between {@code from} and {@code to}. */
    void put(Parameter parameter, Octets text, int from, int to) {
        if (from < to && text.at(from) == '_') {
            withoutValue(parameter, text.text(from, to));
            return;
        }
        switch (parameter.field()) {
            case GNMODEL -> model(text, from, to);
            case GNNEW -> {
                pluggedIn = true;
                model(text, from, to);
            }
            case INSERNUM, INNR, INSOL, INSOLSN, INSOLID -> text(parameter.field(), text, from, to);
            case INM, INA -> flag(parameter, text, from, to);
            case ALARM1, ALARM2, PREALARM, STATUS1, RUNSTATE -> bits(parameter, text, from, to);
            case INRT,
                    INVI,
                    INVTB,
                    VOLREMAIN,
                    INVOLACT,
                    INSYR,
                    INRMT,
                    INTIME,
                    INDCON,
                    INDCONU,
                    DORT,
                    DORTU,
                    INDORT,
                    INDORTU,
                    INP2,
                    INAKKU -> number(parameter, text, from, to);
            case GNERR, GNACK -> {
                // Answers of the ComDevice, told by the decoder
            }
        }
    }

    private void withoutValue(Parameter parameter, String raw) {
        Quality quality = raw.startsWith("_NV")
                ? Quality.NO_VALUE
                : raw.startsWith("_NA") ? Quality.UNAVAILABLE : Quality.UNREADABLE;
        boolean alwaysSo = quality == Quality.NO_VALUE && isNeverGiven(parameter);
        if (!alwaysSo) {
            remarks.add(new Remark(parameter.name(), quality, raw));
        }
    }

    /** INA6, 10, 13 and INM4, 9 are {@code _NV} in every pump; a remark each second would say nothing. */
    private static boolean isNeverGiven(Parameter parameter) {
        int number = parameter.number();
        return switch (parameter.field()) {
            case INA -> number == 6 || number == 10 || number == 13;
            case INM -> number == 4 || number == 9;
            default -> false;
        };
    }

    private void model(Octets text, int from, int to) {
        text(BccField.GNMODEL, text, from, to);
    }

    /** Names seldom change from poll to poll; the same text is kept rather than made again. */
    private void text(BccField field, Octets text, int from, int to) {
        String before = textsBefore.getOrDefault(field, "");
        boolean same = text.is(before, from, to);
        String shown = same ? before : BccText.of(text, from, to);
        if (!shown.isEmpty()) {
            texts.put(field, shown);
            remember(field, shown, same);
        }
    }

    /** Only ASCII, of which the text and its bytes are the same. */
    private void remember(BccField field, String shown, boolean known) {
        if (!known && shown.chars().allMatch(character -> character < 128)) {
            textsBefore.put(field, shown);
        }
    }

    private void flag(Parameter parameter, Octets text, int from, int to) {
        char value = to - from == 1 ? text.at(from) : '?';
        if (value != '0' && value != '1') {
            unreadable(parameter, text, from, to);
        } else if (parameter.field() == BccField.INM) {
            flags.mode(parameter.number(), value == '1');
        } else {
            flags.alarm(BccAlarms.Group.INA, parameter.number(), value == '1');
        }
    }

    private void bits(Parameter parameter, Octets text, int from, int to) {
        long bits = BccNumbers.bits(text, from, to);
        if (bits == BccNumbers.NO_BITS) {
            unreadable(parameter, text, from, to);
            return;
        }
        int value = (int) bits;
        switch (parameter.field()) {
            case ALARM1 -> flags.alarmBits(BccAlarms.Group.ALARM1, value);
            case ALARM2 -> flags.alarmBits(BccAlarms.Group.ALARM2, value);
            case PREALARM -> flags.alarmBits(BccAlarms.Group.PREALARM, value);
            case STATUS1 -> flags.status(value);
            default -> flags.runState(value);
        }
    }

    private void number(Parameter parameter, Octets text, int from, int to) {
        BccField field = parameter.field();
        long value = StrictDecimal.read(text, from, to);
        if (value == StrictDecimal.NONE || StrictDecimal.isAbove(value, field.most())) {
            unreadable(parameter, text, from, to);
            return;
        }
        numbers[place(field)] = value;
        if (isSaturated(field, value)) {
            remarks.add(new Remark(parameter.name(), Quality.SATURATED, text.text(from, to)));
        }
    }

    private static boolean isSaturated(BccField field, long value) {
        return switch (field) {
            case INVI -> StrictDecimal.tenths(value) >= FULL_VOLUME_TENTHS;
            case INRMT, INTIME -> StrictDecimal.whole(value) >= field.most();
            default -> false;
        };
    }

    private void unreadable(Parameter parameter, Octets text, int from, int to) {
        remarks.add(new Remark(parameter.name(), Quality.UNREADABLE, BccText.of(text, from, to)));
    }

    /** Tells what was read. */
    void tell(PumpReading.Builder reading) {
        reading.deliveryStatus(flags.deliveryStatus()).bolusActive(flags.bolusActive());
        volumes(reading);
        drug(reading);
        device(reading);
        reading.remarks(remarks);
    }

    private void volumes(PumpReading.Builder reading) {
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

    private void drug(PumpReading.Builder reading) {
        @Nullable String name = texts.get(BccField.INSOL);
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

    private boolean doseRate(BccField value, BccField unit, PumpReading.Builder reading) {
        if (!isTold(value) || !isTold(unit)) {
            return false;
        }
        reading.pumpDoseRate(StrictDecimal.value(number(value)).toPlainString() + " " + BccUnits.name(unit(unit)));
        return true;
    }

    private void device(PumpReading.Builder reading) {
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
