package vigil.pump.bcc;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.bcc.BccParameters.Parameter;

/** What one pump reported in one poll, as far as it has been read. Used again for every pump. Not thread-safe. */
final class BccRecord {
    private static final BigDecimal FULL_VOLUME = new BigDecimal("9999.9");

    private int slot = BccSlot.NONE;
    private int timeS = -1;
    private boolean pluggedIn;
    private final Map<BccField, String> texts = new EnumMap<>(BccField.class);
    private final Map<BccField, String> textsBefore = new EnumMap<>(BccField.class);
    private final Map<BccField, BigDecimal> numbers = new EnumMap<>(BccField.class);
    private final List<Remark> remarks = new ArrayList<>();
    private final BccFlags flags = new BccFlags();

    void begin(int nextSlot) {
        slot = nextSlot;
        timeS = -1;
        pluggedIn = false;
        texts.clear();
        numbers.clear();
        remarks.clear();
        flags.clear();
    }

    int slot() {
        return slot;
    }

    void time(int seconds) {
        timeS = seconds;
    }

    BccFlags flags() {
        return flags;
    }

    /** True when the pump was plugged in since the last request. */
    boolean pluggedIn() {
        return pluggedIn;
    }

    Optional<String> model() {
        return Optional.ofNullable(texts.get(BccField.GNMODEL));
    }

    /** The serial number, else the unique id. */
    Optional<String> serialNumber() {
        String serial = texts.get(BccField.INSERNUM);
        return Optional.ofNullable(serial != null ? serial : texts.get(BccField.INNR));
    }

    /** Takes the value between {@code from} and {@code to}. */
    void put(Parameter parameter, String text, int from, int to) {
        if (from < to && text.charAt(from) == '_') {
            withoutValue(parameter, text.substring(from, to));
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

    private void model(String text, int from, int to) {
        text(BccField.GNMODEL, text, from, to);
    }

    /** Names seldom change from poll to poll; the same text is kept rather than made again. */
    private void text(BccField field, String text, int from, int to) {
        String before = textsBefore.getOrDefault(field, "");
        boolean same = before.length() == to - from && text.startsWith(before, from);
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

    private void flag(Parameter parameter, String text, int from, int to) {
        char value = to - from == 1 ? text.charAt(from) : '?';
        if (value != '0' && value != '1') {
            unreadable(parameter, text, from, to);
        } else if (parameter.field() == BccField.INM) {
            flags.mode(parameter.number(), value == '1');
        } else {
            flags.alarm(BccAlarms.Group.INA, parameter.number(), value == '1');
        }
    }

    private void bits(Parameter parameter, String text, int from, int to) {
        OptionalInt bits = BccNumbers.bits(text, from, to);
        if (bits.isEmpty()) {
            unreadable(parameter, text, from, to);
            return;
        }
        int value = bits.getAsInt();
        switch (parameter.field()) {
            case ALARM1 -> flags.alarmBits(BccAlarms.Group.ALARM1, value);
            case ALARM2 -> flags.alarmBits(BccAlarms.Group.ALARM2, value);
            case PREALARM -> flags.alarmBits(BccAlarms.Group.PREALARM, value);
            case STATUS1 -> flags.status(value);
            default -> flags.runState(value);
        }
    }

    private void number(Parameter parameter, String text, int from, int to) {
        BccField field = parameter.field();
        BigDecimal value = BccNumbers.decimal(text, from, to);
        if (value == null || value.compareTo(field.most()) > 0) {
            unreadable(parameter, text, from, to);
            return;
        }
        numbers.put(field, value);
        if (isSaturated(field, value)) {
            remarks.add(new Remark(parameter.name(), Quality.SATURATED, text.substring(from, to)));
        }
    }

    private static boolean isSaturated(BccField field, BigDecimal value) {
        return switch (field) {
            case INVI -> value.compareTo(FULL_VOLUME) >= 0;
            case INRMT, INTIME -> value.compareTo(field.most()) >= 0;
            default -> false;
        };
    }

    private void unreadable(Parameter parameter, String text, int from, int to) {
        remarks.add(new Remark(parameter.name(), Quality.UNREADABLE, BccText.of(text, from, to)));
    }

    /** The reading, as {@code pump} gave it {@code at} that moment. */
    PumpReading reading(PumpIdentity pump, Moment at) {
        PumpReading.Builder reading = PumpReading.from(pump, at)
                .deliveryStatus(flags.deliveryStatus())
                .bolusActive(flags.bolusActive());
        volumes(reading);
        drug(reading);
        device(reading);
        remarks.forEach(reading::remark);
        return reading.build();
    }

    private void volumes(PumpReading.Builder reading) {
        @Nullable BigDecimal rate = numbers.get(BccField.INRT);
        if (rate != null) {
            reading.flowRate(new FlowRate(rate));
        }
        @Nullable BigDecimal infused = numbers.get(BccField.INVI);
        if (infused != null) {
            reading.volumeInfused(new Volume(infused));
        }
        @Nullable BigDecimal vtbi = numbers.get(BccField.INVTB);
        if (vtbi != null) {
            reading.vtbi(new Volume(vtbi));
        }
        @Nullable BigDecimal left = first(BccField.INVOLACT, BccField.VOLREMAIN);
        if (left != null) {
            reading.volumeRemaining(new Volume(left));
        }
        @Nullable BigDecimal time = numbers.get(BccField.INRMT);
        if (time != null) {
            reading.timeRemaining(Duration.ofSeconds(time.longValue()));
        }
    }

    private void drug(PumpReading.Builder reading) {
        for (BccField name : List.of(BccField.INSOL, BccField.INSOLSN, BccField.INSOLID)) {
            if (texts.containsKey(name)) {
                reading.drug(texts.get(name));
                break;
            }
        }
        concentration(reading);
        if (!doseRate(BccField.DORT, BccField.DORTU, reading)) {
            doseRate(BccField.INDORT, BccField.INDORTU, reading);
        }
    }

    private void concentration(PumpReading.Builder reading) {
        @Nullable BigDecimal value = numbers.get(BccField.INDCON);
        @Nullable BigDecimal unit = numbers.get(BccField.INDCONU);
        if (value == null || unit == null) {
            return;
        }
        BccUnits.concentration(value, unit.intValue())
                .ifPresentOrElse(
                        reading::concentration,
                        () -> reading.remark(new Remark(
                                "INDCON", Quality.UNREADABLE, value.toPlainString() + " unit " + unit.intValue())));
    }

    private boolean doseRate(BccField rate, BccField unit, PumpReading.Builder reading) {
        @Nullable BigDecimal value = numbers.get(rate);
        @Nullable BigDecimal code = numbers.get(unit);
        if (value == null || code == null) {
            return false;
        }
        reading.pumpDoseRate(value.toPlainString() + " " + BccUnits.name(code.intValue()));
        return true;
    }

    private void device(PumpReading.Builder reading) {
        @Nullable BigDecimal pressure = numbers.get(BccField.INP2);
        if (pressure != null) {
            reading.pressurePercent(pressure);
        }
        @Nullable BigDecimal syringe = numbers.get(BccField.INSYR);
        if (syringe != null && syringe.signum() > 0) {
            reading.syringe(new Volume(syringe));
        }
        @Nullable BigDecimal battery = numbers.get(BccField.INAKKU);
        if (battery != null) {
            reading.batteryRemaining(Duration.ofMinutes(battery.longValue()));
        }
        flags.onMains().ifPresent(reading::onMains);
        flags.silenced().ifPresent(reading::silenced);
        if (timeS >= 0) {
            reading.deviceTimeS(timeS);
        }
    }

    private @Nullable BigDecimal first(BccField preferred, BccField other) {
        @Nullable BigDecimal value = numbers.get(preferred);
        return value != null ? value : numbers.get(other);
    }
}
