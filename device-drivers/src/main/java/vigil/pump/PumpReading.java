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
     * is told unchanged is kept and not made into an object anew. Not thread-safe.
     */
    public static final class Builder {
        private PumpReading before = NOTHING;
        private PumpIdentity pump = NOTHING.pump;
        private Moment at = NOTHING.at;
        private DeliveryStatus deliveryStatus = DeliveryStatus.UNKNOWN;
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
        private boolean bolusActive;
        private Optional<Boolean> silenced = Optional.empty();
        private Optional<Long> deviceTimeS = Optional.empty();
        private List<Remark> remarks = List.of();

        private Builder() {}

        /** Begins the reading after the one built last; nothing is known of it yet but who sent it and when. */
        public Builder next(PumpIdentity sender, Moment received) {
            pump = sender;
            at = received;
            deliveryStatus = DeliveryStatus.UNKNOWN;
            flowRate = Optional.empty();
            volumeInfused = Optional.empty();
            volumeRemaining = Optional.empty();
            vtbi = Optional.empty();
            timeRemaining = Optional.empty();
            drug = Optional.empty();
            concentration = Optional.empty();
            pumpDoseRate = Optional.empty();
            pressurePercent = Optional.empty();
            pressureMmHg = Optional.empty();
            syringe = Optional.empty();
            batteryRemaining = Optional.empty();
            onMains = Optional.empty();
            bolusActive = false;
            silenced = Optional.empty();
            deviceTimeS = Optional.empty();
            remarks = List.of();
            return this;
        }

        private static <T> Optional<T> kept(Optional<T> before, T value) {
            return before.isPresent() && before.get().equals(value) ? before : Optional.of(value);
        }

        public Builder deliveryStatus(DeliveryStatus status) {
            deliveryStatus = status;
            return this;
        }

        public Builder flowRate(FlowRate rate) {
            flowRate = kept(before.flowRate, rate);
            return this;
        }

        public Builder volumeInfused(Volume volume) {
            volumeInfused = kept(before.volumeInfused, volume);
            return this;
        }

        public Builder volumeRemaining(Volume volume) {
            volumeRemaining = kept(before.volumeRemaining, volume);
            return this;
        }

        public Builder vtbi(Volume volume) {
            vtbi = kept(before.setting.vtbi, volume);
            return this;
        }

        public Builder timeRemaining(Duration time) {
            timeRemaining = kept(before.timeRemaining, time);
            return this;
        }

        public Builder drug(String name) {
            drug = kept(before.setting.drug, name);
            return this;
        }

        public Builder concentration(Concentration value) {
            concentration = kept(before.setting.concentration, value);
            return this;
        }

        public Builder pumpDoseRate(String valueWithUnit) {
            pumpDoseRate = kept(before.setting.pumpDoseRate, valueWithUnit);
            return this;
        }

        public Builder pressurePercent(BigDecimal percent) {
            pressurePercent = kept(before.pressurePercent, percent);
            return this;
        }

        public Builder pressureMmHg(BigDecimal mmHg) {
            pressureMmHg = kept(before.pressureMmHg, mmHg);
            return this;
        }

        public Builder syringe(Volume size) {
            syringe = kept(before.setting.syringe, size);
            return this;
        }

        public Builder batteryRemaining(Duration time) {
            batteryRemaining = kept(before.setting.batteryRemaining, time);
            return this;
        }

        public Builder onMains(boolean mains) {
            onMains = kept(before.setting.onMains, mains);
            return this;
        }

        public Builder bolusActive(boolean active) {
            bolusActive = active;
            return this;
        }

        public Builder silenced(boolean atThePump) {
            silenced = kept(before.setting.silenced, atThePump);
            return this;
        }

        public Builder deviceTimeS(long seconds) {
            deviceTimeS = kept(before.deviceTimeS, seconds);
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
            before = new PumpReading(
                    at,
                    pump,
                    deliveryStatus,
                    flowRate,
                    volumeInfused,
                    volumeRemaining,
                    timeRemaining,
                    pressurePercent,
                    pressureMmHg,
                    bolusActive,
                    setting(),
                    deviceTimeS,
                    remarks);
            return before;
        }

        /** That of the reading before for as long as nothing of it has changed. */
        private Setting setting() {
            Setting was = before.setting;
            return isSetAs(was)
                    ? was
                    : new Setting(
                            vtbi, drug, concentration, pumpDoseRate, syringe, batteryRemaining, onMains, silenced);
        }

        private boolean isSetAs(Setting was) {
            return vtbi.equals(was.vtbi)
                    && drug.equals(was.drug)
                    && concentration.equals(was.concentration)
                    && pumpDoseRate.equals(was.pumpDoseRate)
                    && syringe.equals(was.syringe)
                    && batteryRemaining.equals(was.batteryRemaining)
                    && onMains.equals(was.onMains)
                    && silenced.equals(was.silenced);
        }
    }
}
