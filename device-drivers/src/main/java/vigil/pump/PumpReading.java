package vigil.pump;

import java.math.BigDecimal;
import java.time.Duration;
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
 * @param vtbi volume to be infused, mL
 * @param timeRemaining until the end of the infusion, as the pump computes it
 * @param drug the drug's name as set on the pump
 * @param concentration as set on the pump; only ever compared with the prescription
 * @param pumpDoseRate the pump's own dose rate with its unit, verbatim; only ever compared
 * @param pressurePercent pressure in percent of the alarm limit
 * @param pressureMmHg pressure in mmHg where the pump gives that; may be below zero; never turned into percent or back
 * @param syringe size of the syringe that the pump believes to hold, mL
 * @param batteryRemaining time left on battery
 * @param onMains absent when the pump does not say
 * @param bolusActive true only when the pump reports a running bolus
 * @param silenced whether the sound of an alarm is switched off at the pump; silencing here never reaches it
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
        Optional<Volume> vtbi,
        Optional<Duration> timeRemaining,
        Optional<String> drug,
        Optional<Concentration> concentration,
        Optional<String> pumpDoseRate,
        Optional<BigDecimal> pressurePercent,
        Optional<BigDecimal> pressureMmHg,
        Optional<Volume> syringe,
        Optional<Duration> batteryRemaining,
        Optional<Boolean> onMains,
        boolean bolusActive,
        Optional<Boolean> silenced,
        Optional<Long> deviceTimeS,
        List<Remark> remarks) {

    public PumpReading {
        remarks = List.copyOf(remarks);
        pressurePercent = pressurePercent.map(Decimals::canonical);
        pressureMmHg = pressureMmHg.map(Decimals::canonical);
    }

    /** A reading of which nothing is known yet but who sent it and when. */
    public static Builder from(PumpIdentity pump, Moment at) {
        return new Builder(pump, at);
    }

    /** Collects the fields of one answer. Not thread-safe; used within one decoder call. */
    public static final class Builder {
        private final PumpIdentity pump;
        private final Moment at;
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
        private final ArrayList<Remark> remarks = new ArrayList<>(0);

        private Builder(PumpIdentity pump, Moment at) {
            this.pump = pump;
            this.at = at;
        }

        public Builder deliveryStatus(DeliveryStatus status) {
            deliveryStatus = status;
            return this;
        }

        public Builder flowRate(FlowRate rate) {
            flowRate = Optional.of(rate);
            return this;
        }

        public Builder volumeInfused(Volume volume) {
            volumeInfused = Optional.of(volume);
            return this;
        }

        public Builder volumeRemaining(Volume volume) {
            volumeRemaining = Optional.of(volume);
            return this;
        }

        public Builder vtbi(Volume volume) {
            vtbi = Optional.of(volume);
            return this;
        }

        public Builder timeRemaining(Duration time) {
            timeRemaining = Optional.of(time);
            return this;
        }

        public Builder drug(String name) {
            drug = Optional.of(name);
            return this;
        }

        public Builder concentration(Concentration value) {
            concentration = Optional.of(value);
            return this;
        }

        public Builder pumpDoseRate(String valueWithUnit) {
            pumpDoseRate = Optional.of(valueWithUnit);
            return this;
        }

        public Builder pressurePercent(BigDecimal percent) {
            pressurePercent = Optional.of(percent);
            return this;
        }

        public Builder pressureMmHg(BigDecimal mmHg) {
            pressureMmHg = Optional.of(mmHg);
            return this;
        }

        public Builder syringe(Volume size) {
            syringe = Optional.of(size);
            return this;
        }

        public Builder batteryRemaining(Duration time) {
            batteryRemaining = Optional.of(time);
            return this;
        }

        public Builder onMains(boolean mains) {
            onMains = Optional.of(mains);
            return this;
        }

        public Builder bolusActive(boolean active) {
            bolusActive = active;
            return this;
        }

        public Builder silenced(boolean atThePump) {
            silenced = Optional.of(atThePump);
            return this;
        }

        public Builder deviceTimeS(long seconds) {
            deviceTimeS = Optional.of(seconds);
            return this;
        }

        public Builder remark(Remark remark) {
            remarks.add(remark);
            return this;
        }

        public PumpReading build() {
            return new PumpReading(
                    at,
                    pump,
                    deliveryStatus,
                    flowRate,
                    volumeInfused,
                    volumeRemaining,
                    vtbi,
                    timeRemaining,
                    drug,
                    concentration,
                    pumpDoseRate,
                    pressurePercent,
                    pressureMmHg,
                    syringe,
                    batteryRemaining,
                    onMains,
                    bolusActive,
                    silenced,
                    deviceTimeS,
                    remarks);
        }
    }
}
