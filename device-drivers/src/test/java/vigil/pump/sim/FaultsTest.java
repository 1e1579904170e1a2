package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;

/** Faults on the bench: what the link says while they last, and that it comes back by itself. */
class FaultsTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final List<PumpEvent> events = new ArrayList<>();

    private Bench bench(String fault) {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        pump.start(START);
        Faults faults = new Faults(List.of(Fault.parse(fault)), START, 42);
        return new Bench(
                WatchedLink.of(PumpModel.BCC),
                new WatchedSpeaker(PumpModel.BCC.newSpeaker(Rack.of(pump), START)),
                faults,
                START);
    }

    private static Moment at(long seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }

    private List<LinkState> states() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .toList();
    }

    private List<PumpReading> readings() {
        return events.stream()
                .filter(PumpEvent.Reading.class::isInstance)
                .map(event -> ((PumpEvent.Reading) event).reading())
                .toList();
    }

    @Test
    void silenceIsSilentAndEnds() {
        bench("silent@10+20").advance(at(60), events::add);
        assertThat(states()).endsWith(new LinkState.Live(), new LinkState.Silent(), new LinkState.Live());
    }

    @Test
    void nothingButRandomBytesIsGarbledAndEnds() {
        bench("garble@10+20").advance(at(60), events::add);
        assertThat(states()).contains(new LinkState.Garbled()).endsWith(new LinkState.Live());
    }

    @Test
    @Tag("A1")
    void noiseAroundAnswersCostsNoReading() {
        bench("noise@10+20").advance(at(59), events::add);
        assertThat(readings()).hasSizeGreaterThanOrEqualTo(59);
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSizeGreaterThan(20);
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultPassesAndTheLinkIsLiveAgainWithTheRightVolume(Fault.Kind kind) {
        bench(kind.wireName() + "@10").advance(at(100), events::add);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(readings().getLast().volumeInfused().orElseThrow())
                .isBetween(Volume.ofMl("0.09"), Volume.ofMl("0.1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP", "FLIP", "INSERT", "NOISE", "GARBLE"})
    @Tag("A3")
    void noDamagedAnswerBecomesAReading(Fault.Kind kind) {
        bench(kind.wireName() + "@0+600").advance(at(700), events::add);
        assertThat(readings()).allSatisfy(reading -> {
            assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("3.6"));
            assertThat(reading.pump().serialNumber()).contains("12345");
        });
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @Test
    @Tag("B1")
    void cutIsUnreachableAndBeginsAnew() {
        bench("cut@10").advance(at(30), events::add);
        assertThat(states())
                .contains(new LinkState.Unreachable("the line was cut"))
                .endsWith(new LinkState.Live());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "silent", "silent@", "fire@3", "silent@-1", "silent@1.5", "SILENT@3"})
    void wrongFaultIsRefusedNamingTheKnownOnes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(text))
                .withMessageStartingWith("fault \"" + text + "\" is not")
                .withMessageContaining("silent, noise, drop, flip");
    }

    @Test
    void timetableRunsEachEntryOnceAtItsOwnMoment() {
        List<Moment> happened = new ArrayList<>();
        Timetable timetable = new Timetable(
                List.of(
                        new Timetable.Entry(Duration.ofSeconds(20), happened::add),
                        new Timetable.Entry(Duration.ofSeconds(10), happened::add)),
                START);
        timetable.runUntil(at(15));
        timetable.runUntil(at(60));
        assertThat(happened).containsExactly(at(10), at(20));
    }

    @Test
    void scaledClockRunsFaster() {
        List<Moment> times = new ArrayList<>(List.of(START, at(3)));
        ScaledClock clock = new ScaledClock(times::removeFirst, 60);
        assertThat(clock.get()).isEqualTo(at(180));
    }
}
