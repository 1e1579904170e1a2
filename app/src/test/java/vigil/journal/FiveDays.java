package vigil.journal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Event;

/** A pump that says all it can, once a second, at 1.75 mL/h; the clocks jitter as clocks do. The same seed, the same readings. */
public final class FiveDays {
    public static final int SECONDS = 5 * 24 * 3_600;

    private static final PumpIdentity PUMP = new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111");
    private static final BigDecimal ML_A_SECOND = new BigDecimal("0.000486");

    private final Random random = new Random(5);
    private Moment now = new Moment(Instant.parse("2026-03-01T22:00:00.123456789Z"), 5_000_000, 7_000_000);

    /** The reading of second {@code second}, to be asked for in order. */
    public Event reading(int second) {
        long jitter = random.nextInt(2_000_000) - 1_000_000L;
        Moment clocks = now.plus(Duration.ofNanos(1_000_000_000L + jitter));
        now = new Moment(
                clocks.utc().plusNanos(random.nextInt(400)),
                clocks.monotonicNanos(),
                clocks.bootNanos() + random.nextInt(200));
        BigDecimal infused = ML_A_SECOND.multiply(BigDecimal.valueOf(second)).setScale(2, java.math.RoundingMode.DOWN);
        return new Event.PumpSaid(new PumpEvent.Reading(PumpReading.from(PUMP, now)
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.75"))
                .volumeInfused(new Volume(infused))
                .volumeRemaining(new Volume(new BigDecimal("250").subtract(infused)))
                .vtbi(Volume.ofMl("250"))
                .timeRemaining(Duration.ofSeconds(SECONDS - second))
                .drug("Ketamine")
                .concentration(Concentration.ofMgPerMl("5"))
                .pumpDoseRate("0.1 mg/kg/h")
                .pressurePercent(BigDecimal.valueOf(12 + random.nextInt(3)))
                .batteryRemaining(Duration.ofHours(4))
                .onMains(true)
                .deviceTimeS(second)
                .build()));
    }
}
