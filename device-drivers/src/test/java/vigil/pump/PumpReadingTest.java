package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readings of one pump, one after another. */
class PumpReadingTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Moment LATER = START.plus(Duration.ofSeconds(1));
    private static final PumpIdentity PUMP = new PumpIdentity("P", Optional.of("1"), "");

    private final PumpReadingBuilder readings = PumpReading.oneAfterAnother();

    @Test
    void valueToldAgainKeepsItsObject() {
        PumpReading first =
                readings.next(PUMP, START).flowRate(FlowRate.ofMlPerH("1.75")).build();
        PumpReading second =
                readings.next(PUMP, LATER).flowRate(FlowRate.ofMlPerH("1.750")).build();
        assertThat(second.flowRate()).isSameAs(first.flowRate());
        assertThat(second.at()).isEqualTo(LATER);
    }

    @Test
    void valueThatChangedIsTheNewOneAndTheOldReadingStays() {
        PumpReading first =
                readings.next(PUMP, START).volumeInfused(Volume.ofMl("1")).build();
        PumpReading second =
                readings.next(PUMP, LATER).volumeInfused(Volume.ofMl("1.01")).build();
        assertThat(second.volumeInfused()).contains(Volume.ofMl("1.01"));
        assertThat(first.volumeInfused()).contains(Volume.ofMl("1"));
    }

    @Test
    void nothingOfTheReadingBeforeIsLeftInTheNext() {
        readings.next(PUMP, START)
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.75"))
                .volumeInfused(Volume.ofMl("1"))
                .volumeRemaining(Volume.ofMl("49"))
                .vtbi(Volume.ofMl("50"))
                .timeRemaining(Duration.ofHours(1))
                .drug("Ketamine")
                .concentration(Concentration.ofMgPerMl("4"))
                .pumpDoseRate("0.1 mg/kg/h")
                .pressurePercent(BigDecimal.TEN)
                .pressureMmHg(BigDecimal.TEN)
                .syringe(Volume.ofMl("50"))
                .batteryRemaining(Duration.ofHours(8))
                .onMains(true)
                .bolusActive(true)
                .silenced(true)
                .deviceTimeS(7)
                .remark(new Remark("INRT", Quality.NO_VALUE, "_NV"))
                .build();
        assertThat(readings.next(PUMP, LATER).build())
                .isEqualTo(PumpReading.from(PUMP, LATER).build());
    }

    @Test
    void settingIsSharedUntilAnythingOfItChanges() {
        PumpReading first = readings.next(PUMP, START)
                .drug("Ketamine")
                .volumeInfused(Volume.ofMl("1"))
                .build();
        PumpReading second = readings.next(PUMP, LATER)
                .drug("Ketamine")
                .volumeInfused(Volume.ofMl("2"))
                .build();
        PumpReading third =
                readings.next(PUMP, LATER).drug("Ketamine").onMains(false).build();

        assertThat(second.setting()).isSameAs(first.setting());
        assertThat(third.onMains()).contains(false);
        assertThat(third.drug()).contains("Ketamine");
        assertThat(second.onMains()).isEmpty();
    }

    @Test
    void pressureIsCanonical() {
        PumpReading reading = PumpReading.from(PUMP, START)
                .pressurePercent(new BigDecimal("10.0"))
                .pressureMmHg(new BigDecimal("-1E+1"))
                .build();
        assertThat(reading.pressurePercent()).contains(new BigDecimal("10"));
        assertThat(reading.pressureMmHg()).contains(new BigDecimal("-10"));
    }
}
