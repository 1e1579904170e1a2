package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.sim.Fault;
import vigil.pump.sim.Faults;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.FreseniusSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.Rack.Slot;
import vigil.pump.sim.SimulatedAlarm;
import vigil.pump.sim.SimulatedPump;

/** The link against the speaker, on real bytes and virtual time. */
class FreseniusLinkTest {
    private static final Moment START = FreseniusBench.START;
    private static final PumpIdentity FIRST = new PumpIdentity("Fresenius module, type DPS", Optional.of("12345"), "1");
    private static final LinkState WAITING = new LinkState.Connecting("waiting for the first answer");

    private final SimulatedPump pump = pump("12345");
    private final Rack rack = Rack.of(pump);
    private FreseniusSpeaker speaker = new FreseniusSpeaker(rack, FreseniusOptions.BASE, START);
    private FreseniusBench bench = new FreseniusBench(new FreseniusLink(), speaker);
    private boolean expectComplaints;

    private static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("DPS", serialNumber, Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        return pump;
    }

    private void with(FreseniusOptions options) {
        speaker = new FreseniusSpeaker(rack, options, START);
        bench = new FreseniusBench(new FreseniusLink(), speaker);
    }

    private void run(double seconds) {
        bench.run(seconds);
    }

    private List<PumpAlarm> started() {
        return bench.of(PumpEvent.AlarmStarted.class).stream()
                .map(PumpEvent.AlarmStarted::alarm)
                .toList();
    }

    private List<PumpAlarm> ended() {
        return bench.of(PumpEvent.AlarmEnded.class).stream()
                .map(PumpEvent.AlarmEnded::alarm)
                .toList();
    }

    @AfterEach
    void deviceHasNothingToComplainOf() {
        assertThat(speaker.strays()).isEmpty();
        if (!expectComplaints) {
            assertThat(speaker.complaints()).isEmpty();
        }
    }

    @Test
    void conversationBeginsWithTheFirstEnquiryInTheOrderOfThePage() {
        run(0.6);
        assertThat(bench.sent.stream().filter(name -> !name.equals("ACK")))
                .containsExactly(
                        "DC4",
                        "0DC",
                        "0DE;b",
                        "0E",
                        "0LE;b",
                        "1DC",
                        "1DE;ae",
                        "1E",
                        "1LF;b",
                        "1LN",
                        "1LP",
                        "1LE;draem");
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Live());
    }

    @Test
    void roundsStartOneSecondApart() {
        run(10.6);
        assertThat(bench.readings()).hasSize(11);
        assertThat(bench.readings().get(5).at().since(bench.readings().get(4).at()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readingSaysWhatIsDocumentedAndNothingElse() {
        pump.start(START);
        run(102);
        PumpReading last = bench.last();
        assertThat(last)
                .isEqualTo(PumpReading.from(FIRST, last.at())
                        .flowRate(FlowRate.ofMlPerH("3.5"))
                        .volumeInfused(Volume.ofMl("0.098"))
                        .drug("Ketamine")
                        .build());
        assertThat(last.deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void modeIsKeptRawEachTimeItChanges() {
        run(3);
        pump.start(bench.now());
        run(3);
        assertThat(bench.readings().stream().flatMap(reading -> reading.remarks().stream()))
                .containsExactly(new Remark("m", Quality.UNREADABLE, "00"), new Remark("m", Quality.UNREADABLE, "01"));
    }

    @Test
    @Tag("A13")
    void alarmAndErrorAreShownRawAndUnclassified() {
        run(2);
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(2);
        pump.raise(SimulatedAlarm.NEAR_END, bench.now());
        pump.raise(SimulatedAlarm.DEVICE_FAULT, bench.now());
        run(2);
        PumpAlarm first = new PumpAlarm(AlarmClass.UNCLASSIFIED, "a0001", "Pump alarm 0001, meaning not documented");
        PumpAlarm both = new PumpAlarm(AlarmClass.UNCLASSIFIED, "a0005", "Pump alarm 0005, meaning not documented");
        PumpAlarm error = new PumpAlarm(AlarmClass.UNCLASSIFIED, "e01", "Pump error 01, meaning not documented");
        assertThat(started()).containsExactly(first, both, error);
        assertThat(ended()).containsExactly(first);
    }

    @Test
    @Tag("A20")
    void alarmThatComesAndGoesBetweenTwoPollsIsTold() {
        run(5.05);
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(0.5);
        pump.clear(SimulatedAlarm.OCCLUSION, bench.now());
        run(0.4);
        assertThat(started()).hasSize(1);
        run(2);
        assertThat(ended()).hasSize(1);
    }

    @Test
    void withoutSubscriptionEverythingIsPolledAndAlarmsAreStillTold() {
        bench = new FreseniusBench(new FreseniusLink(FreseniusSubscription.NONE, Duration.ofMillis(500)), speaker);
        run(2);
        pump.raise(SimulatedAlarm.AIR, bench.now());
        run(1);
        assertThat(bench.sent).noneMatch(name -> name.contains("DE"));
        assertThat(started()).hasSize(1);
        assertThat(bench.readings().size()).isBetween(5, 6);
    }

    @Test
    @Tag("A14")
    void valuesThatAreNoNumbersAreAbsentAndRemarked() {
        speaker.override("d", "----");
        speaker.override("r", "");
        speaker.override("a", "");
        run(2);
        assertThat(bench.readings()).isEmpty();
        speaker.override("r", "FFFFFFFF");
        speaker.override("d", "1");
        run(2);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("0.1"));
        assertThat(bench.last().volumeInfused()).isEmpty();
        assertThat(bench.last().remarks())
                .contains(new Remark("r", Quality.UNREADABLE, "FFFFFFFF"), new Remark("a", Quality.NO_VALUE, ""));
        assertThat(started()).isEmpty();
    }

    @Test
    void fieldsOfAnyWidthAreRead() {
        speaker.override("d", "23");
        speaker.override("r", "0000000000000004D2");
        run(2);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("3.5"));
        assertThat(bench.last().volumeInfused()).contains(Volume.ofMl("1.234"));
    }

    @Test
    void alarmOfWhichNothingIsSaidDoesNotEnd() {
        speaker.override("a", "4000");
        run(2);
        speaker.override("a", "");
        run(3);
        assertThat(ended()).isEmpty();
        assertThat(bench.last().remarks()).contains(new Remark("a", Quality.NO_VALUE, ""));
    }

    @Test
    void bareNumberIsNoDrugName() {
        pump.holds("17", Concentration.ofMgPerMl("1"));
        run(2);
        assertThat(bench.last().drug()).isEmpty();
        assertThat(bench.last().remarks()).contains(new Remark("LP", Quality.UNREADABLE, "17"));
    }

    @Test
    void sixModulesAreReadEachByItself() {
        for (int place = 2; place <= 6; place++) {
            rack.put(new Slot(1, place), pump("2222" + place));
        }
        run(5.6);
        assertThat(bench.readings()).hasSize(36);
        assertThat(bench.readings().stream()
                        .map(reading -> reading.pump().address()
                                + reading.pump().serialNumber().orElse(""))
                        .distinct())
                .containsExactly("112345", "222222", "322223", "422224", "522225", "622226");
    }

    @Test
    void moduleTakenOutAndPutInIsToldOnceEachWithItsName() {
        rack.put(new Slot(1, 2), pump("22222"));
        run(3);
        rack.unplug(Slot.FIRST);
        run(3);
        rack.plug(Slot.FIRST, pump);
        run(3);
        assertThat(bench.of(PumpEvent.SlotChanged.class))
                .extracting(PumpEvent.SlotChanged::pump, PumpEvent.SlotChanged::present)
                .containsExactly(tuple(FIRST, false), tuple(FIRST, true));
    }

    @Test
    void alarmsOfAModuleTakenOutEnd() {
        rack.put(new Slot(1, 2), pump("22222"));
        pump.raise(SimulatedAlarm.SYRINGE_OPEN, START);
        run(2);
        rack.unplug(Slot.FIRST);
        run(2);
        assertThat(ended()).hasSize(1);
    }

    @Test
    @Tag("B5")
    void anotherPumpInTheSameSlotIsNoticedWithinTenSeconds() {
        run(3);
        rack.put(Slot.FIRST, pump("99999"));
        run(11);
        assertThat(bench.last().pump().serialNumber()).contains("99999");
    }

    @Test
    void baseWithoutModulesIsRefusedInWordsAndRecovers() {
        rack.unplug(Slot.FIRST);
        run(3);
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Refused("no module in the base"));
        rack.plug(Slot.FIRST, pump);
        run(2);
        assertThat(bench.states()).endsWith(new LinkState.Live());
    }

    @Test
    void moduleThatWasResetIsConnectedAndSubscribedAgainInTheSameRound() {
        run(3.1);
        int before = bench.readings().size();
        bench.sent.clear();
        speaker.reset(1);
        run(1);
        assertThat(bench.sent.stream().filter(name -> name.startsWith("1")))
                .startsWith("1LE;draem", "1DC", "1DE;ae", "1E", "1LF;b", "1LN", "1LP", "1LE;draem");
        assertThat(bench.readings()).hasSize(before + 1);
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Live());
    }

    @Test
    void baseThatWasResetIsConnectedFromTheFirstStep() {
        run(3.1);
        speaker.reset(0);
        run(3);
        assertThat(bench.states())
                .contains(new LinkState.Refused("base: connection to the base not open (error 0D)"))
                .endsWith(new LinkState.Live());
    }

    @Test
    void refusalOfOneModuleLeavesTheOtherLive() {
        rack.put(new Slot(1, 2), pump("22222"));
        speaker.refuse(1, "0E");
        run(4);
        assertThat(bench.readings())
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading.pump().address()).isEqualTo("2"));
        assertThat(bench.states()).endsWith(new LinkState.Live());
    }

    @Test
    void refusalOfTheOnlyModuleIsToldInItsWords() {
        run(2);
        speaker.refuse(1, "0E");
        run(2);
        assertThat(bench.states())
                .endsWith(new LinkState.Refused("module 1: communication with the module impossible (error 0E)"));
        speaker.accept(1);
        run(2);
        assertThat(bench.states()).endsWith(new LinkState.Live());
    }

    @Test
    void valuesAreAskedForSinglyWhenSeveralAtOnceAreRefused() {
        with(FreseniusOptions.BASE.withOneValueAtATime());
        pump.start(START);
        run(11);
        assertThat(bench.sent).contains("1LE;d", "1LE;r", "1LE;a", "1LE;e", "1LE;m");
        assertThat(bench.sent.stream().filter("1LE;draem"::equals)).hasSize(1);
        assertThat(bench.readings()).hasSize(11);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("3.5"));
        assertThat(bench.last().volumeInfused()).isPresent();
    }

    @Test
    void singlePumpWithoutAddressIsFoundWhenTheBaseIsNotThere() {
        with(FreseniusOptions.SINGLE);
        pump.start(START);
        run(8);
        assertThat(bench.states()).endsWith(new LinkState.Live());
        assertThat(bench.last().pump())
                .isEqualTo(new PumpIdentity("Fresenius pump, type DPS", Optional.of("12345"), ""));
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(2);
        assertThat(started()).hasSize(1);
        assertThat(bench.sent).contains("E", "LE;draem");
    }

    @Test
    void enquiryInTheMiddleOfEveryAnswerDisturbsNothing() {
        with(FreseniusOptions.BASE.withEnquiryInside());
        run(10.6);
        assertThat(bench.readings()).hasSize(11);
        assertThat(bench.of(PumpEvent.Rejected.class)).isEmpty();
    }

    @Test
    void answerMayComeBeforeTheAcknowledgement() {
        with(FreseniusOptions.BASE.withAnswerFirst());
        run(10.6);
        assertThat(bench.readings()).hasSize(11);
    }

    @Test
    void requestIsRepeatedOnceWhenTheDeviceIsNotReady() {
        run(3.1);
        speaker.notReady(1);
        run(2);
        assertThat(bench.readings()).hasSize(5);
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Live());
    }

    @Test
    @Tag("B1")
    void silenceIsToldAndTheConversationResumesFromItsFirstStep() {
        expectComplaints = true;
        run(3.1);
        speaker.silence(true);
        run(2.5);
        assertThat(bench.states()).endsWith(new LinkState.Silent());
        run(30);
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Live(), new LinkState.Silent());
        speaker.silence(false);
        run(6);
        assertThat(bench.states()).endsWith(new LinkState.Live());
    }

    @Test
    @Tag("A11")
    void bytesWithoutValidFrameAreGarbled() {
        expectComplaints = true;
        Random random = new Random(5);
        FreseniusLink link = new FreseniusLink();
        FreseniusBench garbled = new FreseniusBench(link, new Babble(random));
        garbled.run(30);
        assertThat(garbled.states()).endsWith(new LinkState.Garbled());
        assertThat(garbled.readings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A1")
    @Tag("A3")
    void everyFaultOfTheLineIsOutlivedAndNoNumberIsWrong(Fault.Kind kind) {
        expectComplaints = true;
        pump.start(START);
        Fault fault = new Fault(kind, Duration.ofSeconds(10), Duration.ofSeconds(20));
        bench = new FreseniusBench(new FreseniusLink(), speaker, new Faults(List.of(fault), START, 11));
        run(45);
        assertThat(bench.states()).endsWith(new LinkState.Live());
        assertThat(bench.last().volumeInfused().orElseThrow().ml())
                .isBetween(new BigDecimal("0.042"), new BigDecimal("0.044"));
        assertThat(bench.readings()).allSatisfy(reading -> {
            assertThat(reading.flowRate().orElse(FlowRate.ofMlPerH("3.5"))).isEqualTo(FlowRate.ofMlPerH("3.5"));
            assertThat(reading.volumeInfused().orElse(Volume.ZERO)).isLessThanOrEqualTo(pump.volumeInfused());
        });
        assertThat(started()).isEmpty();
    }

    @Test
    @Tag("A1")
    @Tag("A7")
    void whateverComesOnlyTheClosedSetIsSent() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            FreseniusBench fuzzed = new FreseniusBench(new FreseniusLink(), new Babble(random));
            fuzzed.run(60);
            feed(fuzzed, random);
        }
    }

    private static void feed(FreseniusBench fuzzed, Random random) {
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = random.nextInt(4) == 0
                    ? Streams.damaged(Streams.good(3, random), random)
                    : Streams.answer(random).bytes();
            fuzzed.link.received(bytes, bytes.length, fuzzed.now(), fuzzed.events::add);
            fuzzed.run(random.nextInt(300) / 1_000.0);
        }
        assertThat(fuzzed.sent).hasSizeLessThan(100_000);
    }

    @Test
    void lineClosedIsToldAndNothingIsSentAnyMore() {
        run(3.1);
        bench.link.closed(new LinkState.Unreachable("gone"), bench.now(), bench.events::add);
        bench.sent.clear();
        expectComplaints = true;
        run(10);
        assertThat(bench.sent).isEmpty();
        bench.link.opened(bench.now(), bench.events::add);
        run(3);
        assertThat(bench.states())
                .containsExactly(
                        WAITING,
                        new LinkState.Live(),
                        new LinkState.Unreachable("gone"),
                        WAITING,
                        new LinkState.Live());
    }

    @Test
    void goodbyeClosesEveryModuleAndThenTheBase() {
        rack.put(new Slot(1, 2), pump("22222"));
        run(3.1);
        bench.sent.clear();
        bench.link.leave(bench.now());
        run(2);
        assertThat(bench.link.hasLeft()).isTrue();
        assertThat(bench.sent.stream().filter(name -> !name.equals("ACK") && !name.equals("DC4")))
                .containsExactly("1FC", "2FC", "0FC");
        bench.sent.clear();
        run(5);
        assertThat(bench.sent).containsOnly("DC4");
    }

    @Test
    void goodbyeToADeviceThatIsGoneEndsSoon() {
        expectComplaints = true;
        run(3.1);
        speaker.silence(true);
        bench.link.leave(bench.now());
        run(3);
        assertThat(bench.link.hasLeft()).isTrue();
    }

    @Test
    void pollPeriodBelowAFifthOfASecondIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreseniusLink(FreseniusSubscription.NONE, Duration.ofMillis(199)))
                .withMessage("poll period PT0.199S is below 0.2 s");
    }

    @Test
    void dayOfPollingLeavesNoTrace() {
        pump.start(START);
        run(14 * 3_600);
        assertThat(bench.link.counters().framesRejected()).isZero();
        assertThat(bench.link.counters().timeouts()).isZero();
        assertThat(bench.last().volumeInfused()).contains(Volume.ofMl("48.999"));
        assertThat(Collections.frequency(bench.states(), new LinkState.Live())).isEqualTo(1);
    }
}
