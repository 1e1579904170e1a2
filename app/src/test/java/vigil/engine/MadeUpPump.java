package vigil.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Volume;
import vigil.session.PumpCheck;

/** The pump of a {@link Bedside}: pumps while time passes, counts in steps of 0.001 mL. Not thread-safe. */
final class MadeUpPump {
    private static final BigDecimal SECONDS_PER_H = new BigDecimal("3600");
    private static final int DECIMALS = 3;
    private static final Optional<Integer> BATTERY = Optional.of(90);

    private PumpIdentity identity;
    private DeliveryStatus status = DeliveryStatus.NOT_DELIVERING;
    private FlowRate flowRate = FlowRate.ZERO;
    private BigDecimal mlSeconds = BigDecimal.ZERO;

    MadeUpPump(PumpIdentity identity) {
        this.identity = identity;
    }

    PumpIdentity identity() {
        return identity;
    }

    void is(PumpIdentity next) {
        identity = next;
    }

    void is(DeliveryStatus next) {
        status = next;
    }

    void runsAt(String mlPerH) {
        status = DeliveryStatus.DELIVERING;
        flowRate = FlowRate.ofMlPerH(mlPerH);
    }

    void counts(String ml) {
        mlSeconds = new BigDecimal(ml).multiply(SECONDS_PER_H);
    }

    void passes(Duration length) {
        if (status.delivers()) {
            BigDecimal seconds = BigDecimal.valueOf(length.toNanos(), 9);
            mlSeconds = mlSeconds.add(flowRate.mlPerH().multiply(seconds));
        }
    }

    PumpReading reading(Moment now) {
        return fields(now).volumeInfused(counted()).build();
    }

    PumpReading readingWithoutVolume(Moment now) {
        return fields(now).build();
    }

    /** What a person reads off it. */
    PumpCheck.Figures figures() {
        return new PumpCheck.Figures(status.delivers(), flowRate, counted(), Optional.empty(), BATTERY);
    }

    private Volume counted() {
        return new Volume(mlSeconds.divide(SECONDS_PER_H, DECIMALS, RoundingMode.HALF_UP));
    }

    private PumpReadingBuilder fields(Moment now) {
        return PumpReading.from(identity, now)
                .deliveryStatus(status)
                .flowRate(flowRate)
                .volumeRemaining(Volume.ofMl("35"));
    }
}
