package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;

/** What the link makes of the answers of a ComDevice. */
class BccAnswersTest extends BccScript {
    @Test
    void pumpVectorIsReadAsPrinted() {
        polling();
        answer(BccVector.PUMP.wire());
        PumpIdentity pump = new PumpIdentity("Perfusor Space 688N030003", Optional.empty(), "50111");
        assertThat(readings())
                .containsExactly(PumpReading.from(pump, now)
                        .flowRate(FlowRate.ofMlPerH("0.35"))
                        .volumeInfused(Volume.ofMl("1.4"))
                        .drug("Ketamine")
                        .deviceTimeS(214)
                        .build());
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void quadruplesOfOnePumpInTwoBlocksAreOneReading() {
        polling();
        answer("9,50111,INRT,2.5|9,50111,INM3,1", false);
        assertThat(readings()).isEmpty();
        sentWithin(100);
        answer("9,50111,INM14,0|9,50112,INRT,1", true);
        assertThat(readings()).hasSize(2);
        assertThat(readings().getFirst().flowRate()).contains(FlowRate.ofMlPerH("2.5"));
        assertThat(readings().getFirst().deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERING);
    }

    @Test
    @Tag("B5")
    void anotherSerialNumberInTheSlotEndsTheAlarmsOfTheFormerPump() {
        polling();
        answer("9,50111,INSERNUM,111|9,50111,INA3,1", true);
        sentWithin(1_000);
        answer("10,50111,INSERNUM,222|10,50111,INA3,0", true);
        PumpEvent.AlarmEnded ended = (PumpEvent.AlarmEnded) events.stream()
                .filter(PumpEvent.AlarmEnded.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(ended.pump().serialNumber()).contains("111");
        assertThat(readings().getLast().pump().serialNumber()).contains("222");
    }

    @Test
    void removedPumpOfTheVectorIsToldAsSlotChange() {
        polling();
        answer(BccVector.REMOVED.wire());
        assertThat(events)
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(PumpEvent.SlotChanged.class, slot -> {
                    assertThat(slot.present()).isFalse();
                    assertThat(slot.pump().address()).isEqualTo("50111");
                }));
    }

    @Test
    void bitFieldsTakeTheFlagsPlace() {
        polling();
        answer("9,50111,INA3,1", true);
        sentWithin(1_000);
        answer("10,50111,ALARM1,0x00000400h|10,50111,STATUS1,00000083", true);
        assertThat(events.stream()
                        .filter(PumpEvent.AlarmEnded.class::isInstance)
                        .map(event -> ((PumpEvent.AlarmEnded) event).alarm().code()))
                .containsExactly("INA3");
        assertThat(events.stream()
                        .filter(PumpEvent.AlarmStarted.class::isInstance)
                        .map(event -> ((PumpEvent.AlarmStarted) event).alarm().code()))
                .containsExactly("INA3", "ALARM1.10");
        assertThat(readings().getLast().deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERING);
        assertThat(readings().getLast().onMains()).contains(true);
    }

    @Test
    void runStateTellsDeliveryWhereThereIsNoStatus() {
        polling();
        answer("9,50111,RUNSTATE,2|9,50112,RUNSTATE,1|9,50113,RUNSTATE,0xAh", true);
        assertThat(readings().stream().map(PumpReading::deliveryStatus))
                .containsExactly(DeliveryStatus.DELIVERING, DeliveryStatus.NOT_DELIVERING, DeliveryStatus.KVO);
    }

    @Test
    void runningBolusIsRead() {
        polling();
        answer("9,50111,INM2,1|9,50112,STATUS1,00000400|9,50113,STATUS1,00000800|9,50114,INM2,0", true);
        assertThat(readings().stream().map(PumpReading::bolusActive)).containsExactly(true, true, true, false);
    }

    @Test
    void noAlarmMarkersAreNoAlarms() {
        polling();
        answer("9,50111,ALARM1,1|9,50111,PREALARM,1", true);
        assertThat(events.stream().filter(PumpEvent.AlarmStarted.class::isInstance))
                .isEmpty();
    }

    @Test
    void preAlarmOfNearEndIsClassified() {
        polling();
        answer("9,50111,PREALARM,4", true);
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                PumpEvent.AlarmStarted.class,
                                alarm -> assertThat(alarm.alarm().alarmClass()).isEqualTo(AlarmClass.NEAR_END)));
    }

    @Test
    void brokenQuadrupleIsRejectedAndTheOthersAreRead() {
        polling();
        answer("9,50111,INRT,2.5|nonsense|9,50199,INRT,1|9,50111,INVI,3", true);
        assertThat(events.stream()
                        .filter(PumpEvent.Rejected.class::isInstance)
                        .map(event -> ((PumpEvent.Rejected) event).reason()))
                .containsExactly("not a quadruple: nonsense", "no address of a rack: 9,50199,INRT,1");
        assertThat(readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.volumeInfused()).contains(Volume.ofMl("3")));
    }
}
