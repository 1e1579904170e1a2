package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Query;
import vigil.pump.Volume;

/** The link against a script: what it sends, when, and what it makes of each answer. */
class BccLinkTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final List<PumpEvent> events = new ArrayList<>();
    private BccLink link = new BccLink(BccStuffing.ON, BccLink.POLL_PERIOD);
    private Moment now = START;

    private void open() {
        link.opened(now, events::add);
    }

    /** Lets time pass and collects what is sent, each as name and milliseconds since now. */
    private List<String> sentWithin(int millis) {
        List<String> sent = new ArrayList<>();
        Moment begin = now;
        Moment end = now.plus(Duration.ofMillis(millis));
        while (link.wakeAt() <= end.bootNanos()) {
            long wait = link.wakeAt() - now.bootNanos();
            now = wait > 0 ? now.plus(Duration.ofNanos(wait)) : now;
            link.due(now, events::add)
                    .ifPresent(query ->
                            sent.add(query.name() + "@" + now.since(begin).toMillis()));
        }
        now = end;
        return sent;
    }

    private void answer(byte[] bytes) {
        link.received(bytes, bytes.length, now, events::add);
    }

    private void answer(String information, boolean last) {
        answer(new BccFrame("SpaceCOM", information.replace('|', BccFrame.RS), last).bytes(true));
    }

    /** Brings the link to where its first MEM:GET is outstanding. */
    private void polling() {
        open();
        sentWithin(0);
        answer("1,50100,GNACK,0", true);
        sentWithin(100);
        answer("1,50100,V3.30", true);
        assertThat(sentWithin(100)).containsExactly("ACK@100", "MEM:GET@100");
    }

    private LinkState state() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .reduce(new LinkState.Closed(), (before, after) -> after);
    }

    private List<PumpReading> readings() {
        return events.stream()
                .filter(PumpEvent.Reading.class::isInstance)
                .map(event -> ((PumpEvent.Reading) event).reading())
                .toList();
    }

    @Test
    void conversationBeginsWithAliveToBedOneInTheBytesOfTheSpecification() {
        open();
        Optional<Query> first = link.due(now, events::add);
        assertThat(first.orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.wire());
    }

    @Test
    void learnedBedIdIsUsedFromThenOn() {
        open();
        sentWithin(0);
        answer(BccVector.ACKNOWLEDGED.wire());
        now = now.plus(Duration.ofMillis(100));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).containsExactly(0x06);
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.VERSION.wire());
        answer(BccVector.VERSION_TOLD.wire());
        now = now.plus(Duration.ofMillis(100));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).containsExactly(0x06);
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.EVERYTHING.wire());
    }

    @Test
    void everyBlockIsAcknowledgedATenthOfASecondAfterItCameTheLastOneToo() {
        polling();
        answer(BccVector.RACK.wire());
        assertThat(sentWithin(99)).isEmpty();
        assertThat(sentWithin(1)).containsExactly("ACK@1");
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(100)).containsExactly("ACK@100");
    }

    @Test
    void pollsStartOneSecondApart() {
        polling();
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(1_000)).containsExactly("ACK@100", "MEM:GET@1000");
    }

    @Test
    void halfASecondIsLeftAfterASlowAnswer() {
        polling();
        sentWithin(1_200);
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(700)).containsExactly("ACK@100", "MEM:GET@600");
    }

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
    @Tag("A3")
    void damagedBlockIsAskedForAgain() {
        polling();
        byte[] damaged = BccVector.PUMP.wire();
        damaged[60] ^= 1;
        answer(damaged);
        assertThat(sentWithin(100)).containsExactly("NAK@100");
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
        assertThat(link.counters().framesRejected()).isEqualTo(1);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void blockDamagedFourTimesMakesTheLinkBeginAnew() {
        polling();
        byte[] damaged = BccVector.PUMP.wire();
        damaged[60] ^= 1;
        for (int i = 0; i < 3; i++) {
            answer(damaged);
            assertThat(sentWithin(100)).containsExactly("NAK@100");
        }
        answer(damaged);
        assertThat(sentWithin(5_000)).containsExactly("MEM:GET@1500", "ADMIN:ALIVE@3500");
    }

    @Test
    @Tag("A1")
    void noiseIsNeverAnswered() {
        polling();
        answer(new byte[] {0x55, 0x04, (byte) 0xFF});
        assertThat(sentWithin(1_000)).isEmpty();
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
    }

    @Test
    @Tag("A2")
    void partOfAMessageAndThenSilenceIsDroppedAndAskedForAgain() {
        polling();
        byte[] part = Arrays.copyOf(BccVector.PUMP.wire(), 50);
        answer(part);
        assertThat(sentWithin(1_500)).containsExactly("MEM:GET@1500");
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(1);
    }

    @Test
    void silenceIsToldAfterASecondTryAndTheLinkBeginsAnew() {
        polling();
        answer(BccVector.PUMP.wire());
        assertThat(sentWithin(6_000)).containsExactly("ACK@100", "MEM:GET@1000", "MEM:GET@2500", "ADMIN:ALIVE@4500");
        assertThat(state()).isEqualTo(new LinkState.Silent());
        assertThat(link.counters().timeouts()).isEqualTo(3);
    }

    @Test
    @Tag("A11")
    void bytesWithoutAnyMessageAreGarbled() {
        open();
        sentWithin(0);
        answer(new byte[] {(byte) 0xF3, 0x12, 0x7F});
        sentWithin(1_500);
        assertThat(state()).isEqualTo(new LinkState.Garbled());
    }

    @Test
    @Tag("A7")
    void babbleIsGarbledFiveSecondsAfterTheRequest() {
        polling();
        byte[] babble = "babble ".repeat(10).getBytes(ISO_8859_1);
        for (int i = 0; i < 51; i++) {
            answer(babble);
            sentWithin(100);
        }
        assertThat(state()).isEqualTo(new LinkState.Garbled());
    }

    @Test
    void refusalOfAliveIsToldInWordsAndTriedAgain() {
        open();
        sentWithin(0);
        answer("1,50100,GNERR,68", true);
        assertThat(sentWithin(700)).containsExactly("ACK@100", "ADMIN:ALIVE@600");
        assertThat(state()).isEqualTo(new LinkState.Refused("the ComDevice did not understand the request (GNERR 68)"));
    }

    @Test
    void unansweredAliveTriesTheOtherStuffingWhenTheSettingIsUnknown() {
        link = new BccLink();
        open();
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.wire());
        sentWithin(1_999);
        now = now.plus(Duration.ofMillis(1));
        assertThat(link.due(now, events::add).orElseThrow().bytes()).isEqualTo(BccVector.ALIVE.unstuffed());
    }

    @Test
    @Tag("B3")
    void anotherBedIdMakesTheLinkBeginAnew() {
        polling();
        answer(BccVector.ALL_STUFFED_LETTERS.wire());
        assertThat(readings()).isEmpty();
        assertThat(sentWithin(500)).containsExactly("ADMIN:ALIVE@500");
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

    @Test
    void blockThatComesUnaskedIsReadAndAcknowledged() {
        polling();
        answer(BccVector.PUMP.wire());
        sentWithin(300);
        answer(BccVector.PUMP.wire());
        assertThat(readings()).hasSize(2);
        assertThat(sentWithin(700)).containsExactly("ACK@100", "MEM:GET@700");
    }

    @Test
    @Tag("B1")
    void closedLineGivesUpTheHalfMessageAndSendsNothing() {
        polling();
        answer(new byte[] {0x01, '0'});
        link.closed(new LinkState.Unreachable("cable"), now, events::add);
        assertThat(events.getLast()).isEqualTo(new PumpEvent.LinkChanged(now, new LinkState.Unreachable("cable")));
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
        assertThat(sentWithin(10_000)).isEmpty();
    }

    @Test
    void countersCountWhatPassed() {
        polling();
        answer(BccVector.PUMP.wire());
        int bytes = BccVector.PUMP.wire().length
                + new BccFrame("SpaceCOM", "1,50100,GNACK,0", true).bytes(true).length
                + new BccFrame("SpaceCOM", "1,50100,V3.30", true).bytes(true).length;
        assertThat(link.counters()).isEqualTo(new LinkCounters(bytes, 3, 0, 5, 0));
    }

    @Test
    @Tag("A1")
    void whateverComesOnlyTheClosedQuerySetIsSent() {
        List<BccVector> vectors = List.of(BccVector.values());
        Random random = new Random(20_261_122);
        link = new BccLink();
        open();
        for (int i = 0; i < 100_000; i++) {
            now = now.plus(Duration.ofMillis(random.nextInt(200)));
            link.due(now, events::add).ifPresent(query -> {
                PrintedQueries.verify(query.bytes());
                assertThat(BccQuery.permits(query.bytes())).isTrue();
            });
            answer(anything(random, vectors));
            events.clear();
        }
    }

    private static byte[] anything(Random random, List<BccVector> vectors) {
        BccVector vector = vectors.get(random.nextInt(vectors.size() - 1));
        byte[] bytes = random.nextInt(4) == 0 ? vector.unstuffed() : vector.wire();
        if (random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
