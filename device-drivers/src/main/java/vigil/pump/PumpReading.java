package vigil.pump;

import java.math.BigDecimal;
import java.time.Duration;
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
    public static PumpReadingBuilder from(PumpIdentity pump, Moment at) {
        return new PumpReadingBuilder().next(pump, at);
    }

    /** For the readings of one pump, each begun by {@link PumpReadingBuilder#next}. */
    public static PumpReadingBuilder oneAfterAnother() {
        return new PumpReadingBuilder();
    }
}
