package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Fault;
import vigil.pump.sim.Faults;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.Rack.Slot;

/** The Fresenius link when base and line do not behave. */
class FreseniusLineTest extends FreseniusTalk {
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
        WatchedLink link = WatchedLink.of(PumpModel.FRESENIUS);
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
        bench = new FreseniusBench(WatchedLink.of(PumpModel.FRESENIUS), speaker, new Faults(List.of(fault), START, 11));
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
            FreseniusBench fuzzed = new FreseniusBench(WatchedLink.of(PumpModel.FRESENIUS), new Babble(random));
            fuzzed.run(60);
            feed(fuzzed, random);
        }
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
                .isThrownBy(() -> WatchedLink.fresenius(FreseniusSubscription.NONE, Duration.ofMillis(199)))
                .withMessage("poll period PT0.199S is below 0.2 s");
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
}
