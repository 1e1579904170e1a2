package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.sim.AlarisSpeaker.Fault;

/** The Alaris link when pump and line do not behave, on real bytes and virtual time. */
class AlarisLineTest extends AlarisBench {
    @ParameterizedTest
    @ValueSource(ints = {490, 600, 1_500, 3_900, 4_000})
    void slowAnswerWithinFourSecondsIsTaken(int delayMs) {
        speaker.answerAfter(Duration.ofMillis(delayMs));
        run(120);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
        assertThat(readings()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(of(PumpEvent.Rejected.class)).isEmpty();
    }

    @Test
    void slowPumpIsAskedOnceMoreAndNotAgainWhileItMayAnswer() {
        speaker.answerAfter(Duration.ofSeconds(4));
        run(3.9);
        assertThat(asked).containsExactly("INST_SERIALNO", "INST_SERIALNO");
    }

    @Test
    void staleLimitGrowsWithASlowPump() {
        assertThat(link.staleAfter()).isEqualTo(Duration.ofSeconds(10));
        speaker.answerAfter(Duration.ofSeconds(3));
        run(60);
        assertThat(link.staleAfter()).isGreaterThan(Duration.ofSeconds(18));
    }

    @Test
    void silentPumpIsToldWithinFiveSecondsAndComesBack() {
        run(3);
        speaker.misbehave(Fault.SILENT);
        Moment silent = now;
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live(), new LinkState.Silent());
        assertThat(of(PumpEvent.LinkChanged.class).getLast().at().since(silent)).isLessThan(Duration.ofSeconds(5));
        speaker.behave();
        run(6);
        assertThat(states()).endsWith(new LinkState.Silent(), new LinkState.Live());
    }

    @Test
    void oneLostAnswerCostsNoReading() {
        run(3.005);
        speaker.misbehave(Fault.SILENT);
        run(0.3);
        speaker.behave();
        int before = readings().size();
        run(10);
        assertThat(readings().size() - before).isBetween(9, 11);
        assertThat(link.counters().timeouts()).isEqualTo(1);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_CR", "ESCAPE", "WRONG_CRC"})
    @Tag("A3")
    void brokenAnswersAreGarbledAndNeverBecomeReadings(Fault fault) {
        run(3);
        int before = readings().size();
        speaker.misbehave(fault);
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live(), new LinkState.Garbled());
        assertThat(readings()).hasSize(before);
        speaker.behave();
        run(6);
        assertThat(states()).endsWith(new LinkState.Garbled(), new LinkState.Live());
    }

    @Test
    void answerLackingItsCrIsTimedOutAndTheNextIsTaken() {
        run(3.005);
        speaker.misbehave(Fault.NO_CR);
        run(1.1);
        speaker.behave();
        run(5);
        assertThat(of(PumpEvent.Rejected.class))
                .isNotEmpty()
                .allSatisfy(rejected -> assertThat(rejected.reason()).isEqualTo("the rest of the answer did not come"));
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    @Tag("A11")
    void babbleIsGarbled() {
        Speaker babbler = new Speaker() {
            @Override
            public byte[] heard(byte[] bytes, int length, Moment at) {
                return new byte[] {(byte) 0xF8, 0x00, 0x78};
            }

            @Override
            public List<String> strays() {
                return List.of();
            }
        };
        run(babbler, 30);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Garbled());
        assertThat(asked).hasSizeLessThan(20);
    }

    @Test
    void echoOfTheOwnQuestionsIsNoPump() {
        Speaker loop = new Speaker() {
            @Override
            public byte[] heard(byte[] bytes, int length, Moment at) {
                return java.util.Arrays.copyOf(bytes, length);
            }

            @Override
            public List<String> strays() {
                return List.of();
            }
        };
        run(loop, 30);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Garbled());
        assertThat(of(PumpEvent.Rejected.class).getFirst().reason())
                .isEqualTo("the question INST_SERIALNO itself came back");
    }

    @Test
    void pumpThatMayNotGiveDataIsRefusedNeverWithoutInfusion() {
        AlarisSpeaker closed = new AlarisSpeaker(rack, AlarisOptions.FACTORY.withoutData());
        run(closed, 120);
        assertThat(readings()).isEmpty();
        assertThat(states()).hasSize(2);
        assertThat(states().getLast())
                .isEqualTo(new LinkState.Refused("the pump answers but gives no infusion data; remote communication"
                        + " may be switched off in its settings"));
        assertThat(closed.strays()).isEmpty();
    }

    @Test
    void recordOfAnotherShapeIsRefusedInThePumpsWords() {
        speaker.answerWith("INF", "INF^NOT ENABLED");
        run(10);
        assertThat(states())
                .containsExactly(CONNECTING, new LinkState.Refused("the pump answers INF with \"INF^NOT ENABLED\""));
        speaker.answerTruly("INF");
        run(2);
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @Test
    void questionThePumpDoesNotKnowIsNotPutForEver() {
        speaker.answerWith("INF_VTBI", "");
        run(120);
        assertThat(asked.stream().filter("INF_VTBI"::equals)).hasSize(4);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    void identityStaysTheSameAcrossALostLine() {
        run(3);
        link.closed(new LinkState.Unreachable("cut"), now, events::add);
        assertThat(link.wakeAt()).isEqualTo(Long.MAX_VALUE);
        link.opened(now, events::add);
        run(3);
        assertThat(readings()).allSatisfy(reading -> assertThat(reading.pump()).isEqualTo(FIRST));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void underAllFaultsOfTheLineNoFalseValueIsReadAndOnlyQueriesAreSent(long seed) {
        pump.start(START);
        List<Fault> kinds = List.of(Fault.values());
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 60; i++) {
            speaker.misbehave(kinds.get(random.nextInt(kinds.size())));
            run(random.nextInt(300) / 100.0);
            speaker.behave();
            speaker.answerAfter(Duration.ofMillis(random.nextInt(4_000)));
            run(random.nextInt(500) / 100.0);
            speaker.behave();
        }
        run(15);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(readings()).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("3.6"));
            assertThat(reading.pump()).isEqualTo(FIRST);
        });
        assertThat(speaker.strays()).isEmpty();
    }
}
