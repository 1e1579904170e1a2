package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;

class SimulatedPumpTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final SimulatedPump pump = new SimulatedPump("688N030003", "12345", Volume.ofMl("50"), START);

    private static Moment after(Duration time) {
        return START.plus(time);
    }

    private void running(String mlPerH) {
        pump.setRate(FlowRate.ofMlPerH(mlPerH), START);
        pump.start(START);
    }

    @Test
    void volumeIsRateTimesTimeHoweverTheTimeIsCut() {
        running("0.37");
        Random random = new Random(7);
        Moment now = START;
        while (now.since(START).compareTo(Duration.ofHours(100)) < 0) {
            now = now.plus(Duration.ofMillis(1 + random.nextInt(60_000)));
            pump.runUntil(now);
        }
        pump.runUntil(now);
        long millis = now.since(START).toMillis();
        assertThat(pump.infusedNl()).isEqualTo(370_000L * millis / 3_600_000L);
    }

    @Test
    void whatIsInfusedIsMissingInTheSyringe() {
        running("10");
        pump.runUntil(after(Duration.ofMinutes(30)));
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("5"));
        assertThat(pump.volumeLeft()).isEqualTo(Volume.ofMl("45"));
    }

    @Test
    void rateIsKeptButNothingFlowsWhileStopped() {
        running("10");
        pump.stop(after(Duration.ofHours(1)));
        pump.runUntil(after(Duration.ofHours(2)));
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("10"));
        assertThat(pump.rateNlPerH()).isEqualTo(10_000_000);
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void emptySyringeStopsThePumpWithoutADropTooMuch() {
        running("10");
        pump.runUntil(after(Duration.ofHours(5).minusMinutes(2)));
        assertThat(pump.alarms()).containsExactly(SimulatedAlarm.NEAR_END);
        pump.runUntil(after(Duration.ofHours(9)));
        assertThat(pump.alarms()).containsExactly(SimulatedAlarm.SYRINGE_EMPTY);
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("50"));
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void newSyringeStartsTheVolumeAtZero() {
        running("10");
        pump.changeSyringe(Volume.ofMl("30"), after(Duration.ofHours(1)));
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ZERO);
        assertThat(pump.volumeLeft()).isEqualTo(Volume.ofMl("30"));
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void endOfTheVolumeToBeInfusedGoesOnAsKvo() {
        running("10");
        pump.setVolumeToBeInfused(Volume.ofMl("5"), START);
        pump.runUntil(after(Duration.ofMinutes(30)));
        assertThat(pump.status()).isEqualTo(DeliveryStatus.KVO);
        assertThat(pump.has(SimulatedAlarm.END_OF_VOLUME)).isTrue();
        pump.runUntil(after(Duration.ofMinutes(90)));
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("6"));
    }

    @Test
    void bolusAddsItsVolumeAndEnds() {
        running("10");
        pump.bolus(Volume.ofMl("1"), FlowRate.ofMlPerH("360"), after(Duration.ofHours(1)));
        pump.runUntil(after(Duration.ofHours(1).plusSeconds(5)));
        assertThat(pump.isBolusActive()).isTrue();
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("10.5"));
        pump.runUntil(after(Duration.ofHours(1).plusSeconds(10)));
        assertThat(pump.isBolusActive()).isFalse();
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("11"));
    }

    @Test
    void occlusionStopsTheFlowAndRaisesThePressure() {
        running("10");
        pump.raise(SimulatedAlarm.OCCLUSION, after(Duration.ofHours(1)));
        pump.runUntil(after(Duration.ofHours(2)));
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("10"));
        assertThat(pump.pressurePercent()).isEqualTo(100);
        pump.clear(SimulatedAlarm.OCCLUSION, after(Duration.ofHours(2)));
        assertThat(pump.pressurePercent()).isLessThan(100);
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void batteryRunsDownWithoutMainsAndStopsThePump() {
        running("1");
        pump.setMains(false, START);
        pump.runUntil(after(Duration.ofMinutes(451)));
        assertThat(pump.alarms()).containsExactly(SimulatedAlarm.BATTERY_LOW);
        pump.runUntil(after(Duration.ofMinutes(481)));
        assertThat(pump.alarms()).containsExactly(SimulatedAlarm.BATTERY_EMPTY);
        assertThat(pump.status()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void timeNeverRunsBack() {
        running("10");
        pump.runUntil(after(Duration.ofHours(1)));
        pump.runUntil(START);
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("10"));
    }

    @Test
    void typedAlarmIsRaisedAtItsSecond() {
        running("10");
        new Timetable(List.of(Timetable.Entry.alarm("occlusion@3600", pump)), START)
                .runUntil(after(Duration.ofHours(2)));
        assertThat(pump.alarms()).containsExactly(SimulatedAlarm.OCCLUSION);
        assertThat(pump.volumeInfused()).isEqualTo(Volume.ofMl("10"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timetable.Entry.alarm("occlusion", pump))
                .withMessage("alarm \"occlusion\" is not NAME@SECOND");
    }

    @Test
    void alarmsAreKnownByName() {
        assertThat(SimulatedAlarm.named("near-end")).isEqualTo(SimulatedAlarm.NEAR_END);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedAlarm.named("fire"))
                .withMessageStartingWith("no alarm is called \"fire\"; known are occlusion, ");
    }
}
