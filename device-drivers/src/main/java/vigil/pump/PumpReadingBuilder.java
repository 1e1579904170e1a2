package vigil.pump;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the fields of one answer, and then of the next. Pumps mostly say again what they said before: a value that
 * is told unchanged is kept and not made into an object anew, and not stored anew either, which costs the collector's
 * book-keeping each time. Not thread-safe.
 */
public final class PumpReadingBuilder {
    private static final PumpIdentity NOBODY = new PumpIdentity("", Optional.empty(), "");
    private static final Moment NEVER = new Moment(Instant.EPOCH, 0, 0);

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

    private PumpIdentity pump = NOBODY;
    private Moment at = NEVER;
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
    private PumpReading.Setting setting = PumpReading.Setting.UNKNOWN;
    private List<Remark> remarks = List.of();

    PumpReadingBuilder() {}

    /** Begins the reading after the one built last; nothing is known of it yet but who sent it and when. */
    public PumpReadingBuilder next(PumpIdentity sender, Moment received) {
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

    public PumpReadingBuilder deliveryStatus(DeliveryStatus status) {
        if (deliveryStatus != status) {
            deliveryStatus = status;
        }
        return this;
    }

    public PumpReadingBuilder flowRate(FlowRate rate) {
        if (isNew(FLOW_RATE, flowRate, rate)) {
            flowRate = Optional.of(rate);
        }
        return this;
    }

    public PumpReadingBuilder volumeInfused(Volume volume) {
        if (isNew(VOLUME_INFUSED, volumeInfused, volume)) {
            volumeInfused = Optional.of(volume);
        }
        return this;
    }

    public PumpReadingBuilder volumeRemaining(Volume volume) {
        if (isNew(VOLUME_REMAINING, volumeRemaining, volume)) {
            volumeRemaining = Optional.of(volume);
        }
        return this;
    }

    public PumpReadingBuilder vtbi(Volume volume) {
        if (isNew(VTBI, vtbi, volume)) {
            vtbi = Optional.of(volume);
        }
        return this;
    }

    public PumpReadingBuilder timeRemaining(Duration time) {
        if (isNew(TIME_REMAINING, timeRemaining, time)) {
            timeRemaining = Optional.of(time);
        }
        return this;
    }

    public PumpReadingBuilder drug(String name) {
        if (isNew(DRUG, drug, name)) {
            drug = Optional.of(name);
        }
        return this;
    }

    public PumpReadingBuilder concentration(Concentration value) {
        if (isNew(CONCENTRATION, concentration, value)) {
            concentration = Optional.of(value);
        }
        return this;
    }

    public PumpReadingBuilder pumpDoseRate(String valueWithUnit) {
        if (isNew(PUMP_DOSE_RATE, pumpDoseRate, valueWithUnit)) {
            pumpDoseRate = Optional.of(valueWithUnit);
        }
        return this;
    }

    public PumpReadingBuilder pressurePercent(BigDecimal percent) {
        if (isNew(PRESSURE_PERCENT, pressurePercent, percent)) {
            pressurePercent = Optional.of(percent);
        }
        return this;
    }

    public PumpReadingBuilder pressureMmHg(BigDecimal mmHg) {
        if (isNew(PRESSURE_MM_HG, pressureMmHg, mmHg)) {
            pressureMmHg = Optional.of(mmHg);
        }
        return this;
    }

    public PumpReadingBuilder syringe(Volume size) {
        if (isNew(SYRINGE, syringe, size)) {
            syringe = Optional.of(size);
        }
        return this;
    }

    public PumpReadingBuilder batteryRemaining(Duration time) {
        if (isNew(BATTERY_REMAINING, batteryRemaining, time)) {
            batteryRemaining = Optional.of(time);
        }
        return this;
    }

    public PumpReadingBuilder onMains(boolean mains) {
        if (isNew(ON_MAINS, onMains, mains)) {
            onMains = Optional.of(mains);
        }
        return this;
    }

    public PumpReadingBuilder bolusActive(boolean active) {
        bolusActive = active;
        return this;
    }

    public PumpReadingBuilder silenced(boolean atThePump) {
        if (isNew(SILENCED, silenced, atThePump)) {
            silenced = Optional.of(atThePump);
        }
        return this;
    }

    public PumpReadingBuilder deviceTimeS(long seconds) {
        if (isNew(DEVICE_TIME, deviceTimeS, seconds)) {
            deviceTimeS = Optional.of(seconds);
        }
        return this;
    }

    public PumpReadingBuilder remark(Remark remark) {
        if (remarks.isEmpty()) {
            remarks = new ArrayList<>();
        }
        remarks.add(remark);
        return this;
    }

    public PumpReadingBuilder remarks(List<Remark> several) {
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
    private PumpReading.Setting setting() {
        if (!isSetAs(setting)) {
            setting = new PumpReading.Setting(
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

    private boolean isSetAs(PumpReading.Setting was) {
        return ifTold(VTBI, vtbi).equals(was.vtbi())
                && ifTold(DRUG, drug).equals(was.drug())
                && ifTold(CONCENTRATION, concentration).equals(was.concentration())
                && ifTold(PUMP_DOSE_RATE, pumpDoseRate).equals(was.pumpDoseRate())
                && ifTold(SYRINGE, syringe).equals(was.syringe())
                && ifTold(BATTERY_REMAINING, batteryRemaining).equals(was.batteryRemaining())
                && ifTold(ON_MAINS, onMains).equals(was.onMains())
                && ifTold(SILENCED, silenced).equals(was.silenced());
    }
}
