package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.sim.Rack.Slot;

/** The Alaris link against the Alaris speaker, on real bytes and virtual time. */
class AlarisBenchTest extends AlarisBench {
    @Test
    void pumpIsAskedInTheOrderOfThePage() {
        run(1.5);
        assertThat(asked)
                .containsExactly(
                        "INST_SERIALNO",
                        "COMMS_PROTOCOL",
                        "COMMS_RESPONSE_MAX",
                        "SYRINGE_STATUS",
                        "INF_RATE_MAX_SYRINGE",
                        "INF",
                        "ALARM",
                        "INF_VTBI",
                        "SYRINGE_STATUS",
                        "INF",
                        "ALARM");
    }

    @Test
    void linkBecomesLiveWithTheFirstDataAndPollsEverySecond() {
        run(10.5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
        assertThat(readings()).hasSize(11);
        assertThat(readings().get(1).at().since(readings().get(0).at())).isEqualTo(Duration.ofSeconds(1));
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void readingSaysWhatThePumpSaysAndDeliveryIsUnknown() {
        pump.start(START);
        speaker.answerWith("INF_VTBI", "INF_VTBI^ACTIV^11.000^ml^STOP");
        run(101);
        assertThat(last())
                .isEqualTo(PumpReading.from(FIRST, last().at())
                        .deliveryStatus(DeliveryStatus.UNKNOWN)
                        .flowRate(FlowRate.ofMlPerH("3.6"))
                        .volumeInfused(Volume.ofMl("0.1"))
                        .timeRemaining(Duration.ofSeconds(49_899))
                        .vtbi(Volume.ofMl("11"))
                        .pressureMmHg(new BigDecimal("132"))
                        .syringe(Volume.ofMl("50"))
                        .build());
    }

    @Test
    void pumpOnHoldIsNotDelivering() {
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
        assertThat(last().flowRate()).contains(FlowRate.ZERO);
    }

    @Test
    void rateOfZeroAloneIsNoStop() {
        pump.start(START);
        speaker.override(4, "0.00");
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AL_EOIKV", "AL_VTBIK"})
    void keepVeinOpenIsToldByItsAlarms(String code) {
        pump.start(START);
        speaker.forceAlarm(code);
        run(3);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.KVO);
    }

    @Test
    void mainsLostIsReadFromItsAlarm() {
        pump.setMains(false, START);
        run(3);
        assertThat(last().onMains()).contains(false);
        assertThat(alarms()).containsExactly("+AL_ACDIS");
        pump.setMains(true, now);
        run(3);
        assertThat(last().onMains()).isEmpty();
    }

    @Test
    void alarmStartsAndEndsOnce() {
        pump.start(START);
        run(3);
        pump.raise(SimulatedAlarm.OCCLUSION, now);
        run(3);
        pump.clear(SimulatedAlarm.OCCLUSION, now);
        run(3);
        assertThat(alarms()).containsExactly("+AL_OCCLU", "-AL_OCCLU");
        assertThat(of(PumpEvent.AlarmStarted.class).getFirst())
                .isEqualTo(new PumpEvent.AlarmStarted(
                        of(PumpEvent.AlarmStarted.class).getFirst().at(),
                        FIRST,
                        new PumpAlarm(AlarmClass.OCCLUSION, "AL_OCCLU", "Occlusion")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AIR")
    void everySimulatedAlarmIsTold(SimulatedAlarm alarm) {
        pump.start(START);
        run(2);
        pump.raise(alarm, now);
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class)).hasSize(1);
        assertThat(of(PumpEvent.AlarmStarted.class).getFirst().alarm().alarmClass())
                .isNotEqualTo(AlarmClass.UNCLASSIFIED);
    }

    @Test
    void unknownAlarmIsShownVerbatim() {
        speaker.forceAlarm("AL_NEWER");
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm())
                        .isEqualTo(new PumpAlarm(AlarmClass.UNCLASSIFIED, "AL_NEWER", "Pump alarm AL_NEWER")));
    }

    @Test
    void alarmWhoseCodeIsNeverToldIsShownAllTheSame() {
        speaker.override(2, "A");
        run(3);
        assertThat(alarms()).containsExactly("+INF A");
        speaker.restore(2);
        run(2);
        assertThat(alarms()).containsExactly("+INF A", "-INF A");
    }

    @Test
    void unansweredAlarmQueryNeitherEndsTheAlarmNorStopsTheReadings() {
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(2);
        speaker.answerWith("ALARM", "");
        int before = readings().size();
        run(30);
        assertThat(alarms()).containsExactly("+AL_OCCLU");
        assertThat(readings().size() - before).isGreaterThanOrEqualTo(5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    @Tag("B5")
    void anotherPumpOnTheCableHasItsOwnIdentityAndTheAlarmOfTheFormerEnds() {
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(3);
        rack.unplug(Slot.FIRST);
        rack.plug(Slot.FIRST, pump("9999-00001"));
        run(3);
        assertThat(alarms()).containsExactly("+AL_OCCLU", "-AL_OCCLU");
        assertThat(readings().stream()
                        .map(reading -> reading.pump().serialNumber().orElseThrow())
                        .distinct())
                .containsExactly("8002-51740", "9999-00001");
        assertThat(states())
                .containsExactly(
                        CONNECTING,
                        new LinkState.Live(),
                        new LinkState.Connecting("another pump answers"),
                        new LinkState.Live());
    }

    @Test
    void halfAnswerIsDroppedWhenTheLineIsCut() {
        run(1);
        byte[] half = "!INF^8002".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        link.received(half, half.length, now, events::add);
        link.closed(new LinkState.Unreachable("cut"), now, events::add);
        assertThat(of(PumpEvent.Rejected.class).getLast().byteCount()).isEqualTo(half.length);
        assertThat(states()).endsWith(new LinkState.Unreachable("cut"));
    }

    @Test
    void negativePressureAndUnitsAreHeldApart() {
        pump.start(START);
        speaker.override(9, "-50.00");
        speaker.override(5, "mg/h");
        speaker.override(11, "24+");
        run(2);
        assertThat(last().pressurePercent()).isEmpty();
        assertThat(last().pressureMmHg()).contains(new BigDecimal("-50"));
        assertThat(last().syringe()).contains(Volume.ofMl("50"));
        assertThat(last().silenced()).isEmpty();
        assertThat(last().flowRate()).isEmpty();
        assertThat(last().timeRemaining()).contains(Duration.ofHours(24));
        assertThat(last().remarks())
                .containsExactly(
                        new Remark("INF rate", Quality.UNREADABLE, "3.60 mg/h"),
                        new Remark("INF time left", Quality.SATURATED, "24+"));
    }
}
