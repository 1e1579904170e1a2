package vigil.pump;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one pump reported in one complete, checksum-valid answer. Immutable. An absent value is unknown, never zero.
 *
 * @param at when the last byte of the answer was received
 * @param pump who says so
 * @param deliveryStatus whether drug reaches the patient, as the pump says
 * @param flowRate current rate in mL/h; a setting-like value, no proof of delivery
 * @param volumeInfused the pump's own counter in mL, which a nurse can reset at the pump
 * @param volumeRemaining volume left in the syringe or until the end of the infusion, mL
 * @param timeRemaining until the end of the infusion, as the pump computes it
 * @param pressurePercent pressure in percent of the alarm limit
 * @param pressureMmHg pressure in mmHg where the pump gives that; may be below zero; never turned into percent or back
 * @param bolusActive true only when the pump reports a running bolus
 * @param setting what is set on the pump and seldom changes
 * @param deviceTimeS the device's own clock in seconds since it was switched on; kept as received, never orders anything
 * @param remarks the fields that are not ordinary values, and why
 */
public record PumpReading(
        Moment at,
        PumpIdentity pump,
        DeliveryStatus deliveryStatus,
        Optional<FlowRate> flowRate,
        Optional<Volume> volumeInfused,
        Optional<Volume> volumeRemaining,
        Optional<Duration> timeRemaining,
        Optional<BigDecimal> pressurePercent,
        Optional<BigDecimal> pressureMmHg,
        boolean bolusActive,
        Setting setting,
        Optional<Long> deviceTimeS,
        List<Remark> remarks) {

    /**
     * What is set on the pump, or lasts: readings one after the other share it for as long as nothing of it changes.
     *
     * @param vtbi volume to be infused, mL
     * @param drug the drug's name as set on the pump
     * @param concentration as set on the pump; only ever compared with the prescription
     * @param pumpDoseRate the pump's own dose rate with its unit, verbatim; only ever compared
     * @param syringe size of the syringe that the pump believes to hold, mL
     * @param batteryRemaining time left on battery
     * @param onMains absent when the pump does not say
     * @param silenced whether the sound of an alarm is switched off at the pump; silencing here never reaches it
     */
    public record Setting(
            Optional<Volume> vtbi,
            Optional<String> drug,
            Optional<Concentration> concentration,
            Optional<String> pumpDoseRate,
            Optional<Volume> syringe,
            Optional<Duration> batteryRemaining,
            Optional<Boolean> onMains,
            Optional<Boolean> silenced) {
        /** Of a pump that says nothing of it. */
        public static final Setting UNKNOWN = new Setting(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static final PumpReading NOTHING = nothing();

    public PumpReading {
        remarks = List.copyOf(remarks);
        pressurePercent = canonical(pressurePercent);
        pressureMmHg = canonical(pressureMmHg);
    }

    /** One that is canonical stays the object it is. */
    private static Optional<BigDecimal> canonical(Optional<BigDecimal> number) {
        boolean already = number.isEmpty() || Decimals.isCanonical(number.get());
        return already ? number : number.map(Decimals::canonical);
    }

    private static PumpReading nothing() {
        return new PumpReading(
                new Moment(Instant.EPOCH, 0, 0),
                new PumpIdentity("", Optional.empty(), ""),
                DeliveryStatus.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Setting.UNKNOWN,
                Optional.empty(),
                List.of());
    }

    /** Volume to be infused, mL: see {@link Setting}. */
    public Optional<Volume> vtbi() {
        return setting.vtbi();
    }

    /** The drug's name as set on the pump: see {@link Setting}. */
    public Optional<String> drug() {
        return setting.drug();
    }

    /** As set on the pump: see {@link Setting}. */
    public Optional<Concentration> concentration() {
        return setting.concentration();
    }

    /** The pump's own dose rate with its unit, verbatim: see {@link Setting}. */
    public Optional<String> pumpDoseRate() {
        return setting.pumpDoseRate();
    }

    /** Size of the syringe that the pump believes to hold, mL: see {@link Setting}. */
    public Optional<Volume> syringe() {
        return setting.syringe();
    }

    /** Time left on battery: see {@link Setting}. */
    public Optional<Duration> batteryRemaining() {
        return setting.batteryRemaining();
    }

    /** Absent when the pump does not say: see {@link Setting}. */
    public Optional<Boolean> onMains() {
        return setting.onMains();
    }

    /** Whether the sound of an alarm is switched off at the pump: see {@link Setting}. */
    public Optional<Boolean> silenced() {
        return setting.silenced();
    }

    /** A reading of which nothing is known yet but who sent it and when. */
    public static Builder from(PumpIdentity pump, Moment at) {
        return new Builder().next(pump, at);
    }

    /** For the readings of one pump, each begun by {@link Builder#next}. */
    public static Builder oneAfterAnother() {
        return new Builder();
    }

    /**
     * Collects the fields of one answer, and then of the next. Pumps mostly say again what they said before: a value that
     * is told unchanged is kept and not made into an object anew, and not stored anew either, which costs the collector's
     * book-keeping each time. Not thread-safe.
     */
    public static final class Builder {
        private static final int FLOW_RATE = 1 << 0;
        private static final int VOLUME_INFUSED = 1 << 1;
        private static final int VOLUME_REMAINING = 1 << 2;
        private static final int VTBI = 1 << 3;
        private static final int TIME_REMAINING = 1 << 4;
        private static final int DRUG = 1 << 5;
        private static final int CONCENTRATION = 1 << 6;
        private static final int PUMP_DOSE_RATE = 1 << 7;
        private static final int PRESSURE_PERCENT = 1 << 8;
        private static final int PRESSURE_MM_HG = 1 << 9;
        private static final int SYRINGE = 1 << 10;
        private static final int BATTERY_REMAINING = 1 << 11;
        private static final int ON_MAINS = 1 << 12;
        private static final int SILENCED = 1 << 13;
        private static final int DEVICE_TIME = 1 << 14;

        private PumpIdentity pump = NOTHING.pump;
        private Moment at = NOTHING.at;
        private DeliveryStatus deliveryStatus = DeliveryStatus.UNKNOWN;
        private boolean bolusActive;
        /** A bit for each field told of this reading; the others hold what was told of an earlier one. */
        private int told;

        private Optional<FlowRate> flowRate = Optional.empty();
        private Optional<Volume> volumeInfused = Optional.empty();
        private Optional<Volume> volumeRemaining = Optional.empty();
        private Optional<Volume> vtbi = Optional.empty();
        private Optional<Duration> timeRemaining = Optional.empty();
        private Optional<String> drug = Optional.empty();
        private Optional<Concentration> concentration = Optional.empty();
        private Optional<String> pumpDoseRate = Optional.empty();
        private Optional<BigDecimal> pressurePercent = Optional.empty();
        private Optional<BigDecimal> pressureMmHg = Optional.empty();
        private Optional<Volume> syringe = Optional.empty();
        private Optional<Duration> batteryRemaining = Optional.empty();
        private Optional<Boolean> onMains = Optional.empty();
        private Optional<Boolean> silenced = Optional.empty();
        private Optional<Long> deviceTimeS = Optional.empty();
        private Setting setting = Setting.UNKNOWN;
        private List<Remark> remarks = List.of();

        private Builder() {}

        /** Begins the reading after the one built last; nothing is known of it yet but who sent it and when. */
        public Builder next(PumpIdentity sender, Moment received) {
            told = 0;
            at = received;
            bolusActive = false;
            deliveryStatus(DeliveryStatus.UNKNOWN);
            if (!sender.equals(pump)) {
                pump = sender;
            }
            if (!remarks.isEmpty()) {
                remarks = List.of();
            }
            return this;
        }

        private boolean isNew(int field, Optional<?> known, Object value) {
            told |= field;
            return known.isEmpty() || !known.get().equals(value);
        }

        private <T> Optional<T> ifTold(int field, Optional<T> value) {
            return (told & field) == 0 ? Optional.empty() : value;
        }

        public Builder deliveryStatus(DeliveryStatus status) {
            if (deliveryStatus != status) {
                deliveryStatus = status;
            }
            return this;
        }

        public Builder flowRate(FlowRate rate) {
            if (isNew(FLOW_RATE, flowRate, rate)) {
                flowRate = Optional.of(rate);
            }
            return this;
        }

        public Builder volumeInfused(Volume volume) {
            if (isNew(VOLUME_INFUSED, volumeInfused, volume)) {
                volumeInfused = Optional.of(volume);
            }
            return this;
        }

        public Builder volumeRemaining(Volume volume) {
            if (isNew(VOLUME_REMAINING, volumeRemaining, volume)) {
                volumeRemaining = Optional.of(volume);
            }
            return this;
        }

        public Builder vtbi(Volume volume) {
            if (isNew(VTBI, vtbi, volume)) {
                vtbi = Optional.of(volume);
            }
            return this;
        }

        public Builder timeRemaining(Duration time) {
            if (isNew(TIME_REMAINING, timeRemaining, time)) {
                timeRemaining = Optional.of(time);
            }
            return this;
        }

        public Builder drug(String name) {
            if (isNew(DRUG, drug, name)) {
                drug = Optional.of(name);
            }
            return this;
        }

        public Builder concentration(Concentration value) {
            if (isNew(CONCENTRATION, concentration, value)) {
                concentration = Optional.of(value);
            }
            return this;
        }

        public Builder pumpDoseRate(String valueWithUnit) {
            if (isNew(PUMP_DOSE_RATE, pumpDoseRate, valueWithUnit)) {
                pumpDoseRate = Optional.of(valueWithUnit);
            }
            return this;
        }

        public Builder pressurePercent(BigDecimal percent) {
            if (isNew(PRESSURE_PERCENT, pressurePercent, percent)) {
                pressurePercent = Optional.of(percent);
            }
            return this;
        }

        public Builder pressureMmHg(BigDecimal mmHg) {
            if (isNew(PRESSURE_MM_HG, pressureMmHg, mmHg)) {
                pressureMmHg = Optional.of(mmHg);
            }
            return this;
        }

        public Builder syringe(Volume size) {
            if (isNew(SYRINGE, syringe, size)) {
                syringe = Optional.of(size);
            }
            return this;
        }

        public Builder batteryRemaining(Duration time) {
            if (isNew(BATTERY_REMAINING, batteryRemaining, time)) {
                batteryRemaining = Optional.of(time);
            }
            return this;
        }

        public Builder onMains(boolean mains) {
            if (isNew(ON_MAINS, onMains, mains)) {
                onMains = Optional.of(mains);
            }
            return this;
        }

        public Builder bolusActive(boolean active) {
            bolusActive = active;
            return this;
        }

        public Builder silenced(boolean atThePump) {
            if (isNew(SILENCED, silenced, atThePump)) {
                silenced = Optional.of(atThePump);
            }
            return this;
        }

        public Builder deviceTimeS(long seconds) {
            if (isNew(DEVICE_TIME, deviceTimeS, seconds)) {
                deviceTimeS = Optional.of(seconds);
            }
            return this;
        }

        public Builder remark(Remark remark) {
            if (remarks.isEmpty()) {
                remarks = new ArrayList<>();
            }
            remarks.add(remark);
            return this;
        }

        public Builder remarks(List<Remark> several) {
            for (int i = 0; i < several.size(); i++) {
                remark(several.get(i));
            }
            return this;
        }

        public PumpReading build() {
            return new PumpReading(
                    at,
                    pump,
                    deliveryStatus,
                    ifTold(FLOW_RATE, flowRate),
                    ifTold(VOLUME_INFUSED, volumeInfused),
                    ifTold(VOLUME_REMAINING, volumeRemaining),
                    ifTold(TIME_REMAINING, timeRemaining),
                    ifTold(PRESSURE_PERCENT, pressurePercent),
                    ifTold(PRESSURE_MM_HG, pressureMmHg),
                    bolusActive,
                    setting(),
                    ifTold(DEVICE_TIME, deviceTimeS),
                    remarks);
        }

        /** That of the reading before for as long as nothing of it has changed. */
        private Setting setting() {
            if (!isSetAs(setting)) {
                setting = new Setting(
                        ifTold(VTBI, vtbi),
                        ifTold(DRUG, drug),
                        ifTold(CONCENTRATION, concentration),
                        ifTold(PUMP_DOSE_RATE, pumpDoseRate),
                        ifTold(SYRINGE, syringe),
                        ifTold(BATTERY_REMAINING, batteryRemaining),
                        ifTold(ON_MAINS, onMains),
                        ifTold(SILENCED, silenced));
            }
            return setting;
        }

        private boolean isSetAs(Setting was) {
            return ifTold(VTBI, vtbi).equals(was.vtbi)
                    && ifTold(DRUG, drug).equals(was.drug)
                    && ifTold(CONCENTRATION, concentration).equals(was.concentration)
                    && ifTold(PUMP_DOSE_RATE, pumpDoseRate).equals(was.pumpDoseRate)
                    && ifTold(SYRINGE, syringe).equals(was.syringe)
                    && ifTold(BATTERY_REMAINING, batteryRemaining).equals(was.batteryRemaining)
                    && ifTold(ON_MAINS, onMains).equals(was.onMains)
                    && ifTold(SILENCED, silenced).equals(was.silenced);
        }
    }
}
