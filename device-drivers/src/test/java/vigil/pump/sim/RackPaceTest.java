package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Rack.Slot;

/** How long a BCC rack takes to be polled on a serial line, and what that means for the age of its readings. */
class RackPaceTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Duration BEFORE_ACK = Duration.ofMillis(100);

    private final Set<String> heard = new HashSet<>();
    private final WatchedLink link = WatchedLink.of(PumpModel.BCC);

    private void hear(PumpEvent event) {
        if (event instanceof PumpEvent.Reading(var reading)) {
            heard.add(reading.pump().address());
        }
    }

    private TimedWire wire(int pumps, int baud) {
        Rack rack = new Rack();
        for (int i = 0; i < pumps; i++) {
            rack.put(new Slot(1 + i / 8, 1 + i % 8), pump(i));
        }
        TimedWire wire = new TimedWire(link, PumpModel.BCC.newSpeaker(rack, START), baud, START);
        link.opened(START, this::hear);
        return wire;
    }

    private static SimulatedPump pump(int number) {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("%05d".formatted(number), Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        pump.start(START);
        return pump;
    }

    /** Runs until a poll begins; the wire has then carried its request already. */
    private void untilPollBegins(TimedWire wire) {
        while (!wire.next(this::hear).name().equals("MEM:GET")) {
            // The beginning of the conversation, or the blocks of the poll before
        }
    }

    /** One poll from its request to the last ACK. */
    private Duration poll(TimedWire wire, int pumps) {
        Moment began = wire.now();
        for (int block = 0; block < pumps; block++) {
            assertThat(wire.next(this::hear).name()).isEqualTo("ACK");
        }
        return wire.now().since(began);
    }

    /** The wire's own time, and the tenth of a second that the specification wants before each ACK. */
    @ParameterizedTest
    @CsvSource({"24, 115200", "24, 57600", "24, 9600", "8, 115200", "1, 9600"})
    void rackIsPolledWithinItsWireTimePlusTenPercent(int pumps, int baud) {
        TimedWire wire = wire(pumps, baud);
        untilPollBegins(wire);
        for (int i = 0; i < 5; i++) {
            Duration before = wire.wireTime();
            heard.clear();
            Duration took = poll(wire, pumps);
            Duration ownTime = wire.wireTime().minus(before).plus(BEFORE_ACK.multipliedBy(pumps));
            assertThat(took.multipliedBy(10)).isLessThanOrEqualTo(ownTime.multipliedBy(11));
            untilPollBegins(wire);
        }
        assertThat(link.counters().framesRejected()).isZero();
        assertThat(link.counters().timeouts()).isZero();
    }

    @Test
    void everyPumpOfAFullRackIsHeardInEveryPoll() {
        TimedWire wire = wire(24, 115_200);
        untilPollBegins(wire);
        poll(wire, 24);
        untilPollBegins(wire);
        heard.clear();
        poll(wire, 24);
        untilPollBegins(wire);
        assertThat(heard).hasSize(24);
    }

    @Test
    void staleLimitIsThreePollsAndGrowsWithPumpsAndWithTheSlownessOfTheLine() {
        assertThat(staleAfterTwoPolls(1, 9_600)).isEqualTo(Duration.ofSeconds(10));
        assertThat(staleAfterTwoPolls(24, 115_200)).isBetween(Duration.ofMillis(10_500), Duration.ofSeconds(12));
        assertThat(staleAfterTwoPolls(24, 9_600)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
    }

    private Duration staleAfterTwoPolls(int pumps, int baud) {
        TimedWire wire = wire(pumps, baud);
        for (int i = 0; i < 3; i++) {
            untilPollBegins(wire);
        }
        return link.staleAfter();
    }

    /** The first pump of a slow rack is heard long before the last one: nothing may be stale by then. */
    @Test
    void longFirstPollDoesNotMakeItsOwnReadingsStale() {
        TimedWire wire = wire(24, 9_600);
        untilPollBegins(wire);
        Moment first = wire.now();
        while (!wire.next(this::hear).name().equals("MEM:GET")) {
            assertThat(wire.now().since(first)).isLessThan(link.staleAfter());
        }
        assertThat(wire.now().since(first)).isGreaterThan(Duration.ofSeconds(15));
    }
}
