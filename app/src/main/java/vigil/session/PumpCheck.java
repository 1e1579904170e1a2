package vigil.session;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

/**
 * A check of pump and line (clinical rules, section 10): what was compared and found in order, and what was read off the
 * pump. An item that is not {@code confirmed} was not found in order or not looked at.
 *
 * @param keyPlace where the key of the lock is; may be blank
 * @param note free text; may be blank
 */
public record PumpCheck(
        Occasion occasion,
        Set<Item> confirmed,
        Optional<Figures> figures,
        Syringe syringe,
        String keyPlace,
        String note) {
    /** Why it is done now. */
    public enum Occasion {
        START(true),
        HOURLY(false),
        SYRINGE_CHANGE(true),
        RATE_CHANGE(true),
        HANDOVER(false);

        private final boolean byTwo;

        Occasion(boolean byTwo) {
            this.byTwo = byTwo;
        }

        /** True where a second person checks. */
        public boolean isByTwo() {
            return byTwo;
        }
    }

    /** The list of section 10, without its numbers. */
    public enum Item {
        /** Drug, concentration, rate, units, weight and dose on the pump are those of the prescription. */
        PRESCRIPTION,
        SYRINGE,
        /** Engaged (R9). */
        LOCK,
        ALARM_LIMITS,
        /** Traced from pump to patient: dedicated, labelled, no other drug, no side port. */
        LINE,
        SITE,
        ANTI_SIPHON,
        CLAMP
    }

    /**
     * What was read off the pump.
     *
     * @param delivering whether the pump shows that it runs
     * @param volumeInfused the pump's own counter
     * @param batteryPercent 0 to 100
     */
    public record Figures(
            boolean delivering,
            FlowRate flowRate,
            Volume volumeInfused,
            Optional<Volume> volumeLeft,
            Optional<Integer> batteryPercent) {
        private static final int FULL = 100;

        public Figures {
            batteryPercent.ifPresent(percent -> {
                if (percent < 0 || percent > FULL) {
                    throw new IllegalArgumentException("battery %d %% is outside 0 to 100".formatted(percent));
                }
            });
        }
    }

    /**
     * The syringe in the pump.
     *
     * @param changeDue when it has to be replaced at the latest
     */
    public record Syringe(String sizeAndBrand, Optional<Instant> changeDue) {
        public static final Syringe NOT_NOTED = new Syringe("", Optional.empty());
    }

    public PumpCheck {
        confirmed = Set.copyOf(confirmed);
    }

    /** The figures as a reading of a pump that no wire reaches, marked as charted; empty without figures. */
    Optional<PumpReading> reading(String model, String serialNumber, Moment at) {
        return figures.map(it -> reading(it, model, serialNumber, at));
    }

    private static PumpReading reading(Figures figures, String model, String serialNumber, Moment at) {
        Optional<String> serial = Optional.of(serialNumber).filter(text -> !text.isBlank());
        PumpReadingBuilder reading = PumpReading.from(new PumpIdentity(model, serial, "charted"), at)
                .deliveryStatus(figures.delivering() ? DeliveryStatus.DELIVERING : DeliveryStatus.NOT_DELIVERING)
                .flowRate(figures.flowRate())
                .volumeInfused(figures.volumeInfused())
                .remark(new Remark("all", Quality.CHARTED, ""));
        figures.volumeLeft().ifPresent(reading::volumeRemaining);
        return reading.build();
    }
}
