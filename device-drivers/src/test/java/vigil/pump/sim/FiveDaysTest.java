package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;

/** A whole course on real bytes and a virtual clock. */
class FiveDaysTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Duration COURSE = Duration.ofDays(5);

    private int readings;
    private Optional<PumpReading> last = Optional.empty();

    private void hear(PumpEvent event) {
        if (event instanceof PumpEvent.Reading(PumpReading reading)) {
            readings++;
            last = Optional.of(reading);
        }
    }

    @Test
    void volumeInfusedIsRateTimesTimeAfterFiveDaysOfPolls() {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("0.35"), START);
        pump.start(START);
        Speaker speaker = PumpModel.BCC.newSpeaker(Rack.of(pump), START);
        Bench bench = new Bench(WatchedLink.of(PumpModel.BCC), speaker, START);
        bench.advance(START.plus(COURSE), this::hear);
        pump.runUntil(bench.now());
        assertThat(pump.infusedNl()).isEqualTo(42_000_000);
        assertThat(readings).isGreaterThan(431_990);
        assertThat(last.orElseThrow().volumeInfused().orElseThrow()).isBetween(Volume.ofMl("41.99"), Volume.ofMl("42"));
        assertThat(speaker.strays()).isEmpty();
    }
}
