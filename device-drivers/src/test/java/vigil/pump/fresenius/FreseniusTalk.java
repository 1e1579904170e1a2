package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.FreseniusSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;

/** A Fresenius link against its speaker, on real bytes and virtual time. */
abstract class FreseniusTalk {
    static final Moment START = FreseniusBench.START;
    static final PumpIdentity FIRST = new PumpIdentity("Fresenius module, type DPS", Optional.of("12345"), "1");
    static final LinkState WAITING = new LinkState.Connecting("waiting for the first answer");

    final SimulatedPump pump = pump("12345");
    final Rack rack = Rack.of(pump);
    FreseniusSpeaker speaker = new FreseniusSpeaker(rack, FreseniusOptions.BASE, START);
    FreseniusBench bench = new FreseniusBench(WatchedLink.of(PumpModel.FRESENIUS), speaker);
    boolean expectComplaints;

    static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("DPS", serialNumber, Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.5"), START);
        return pump;
    }

    void with(FreseniusOptions options) {
        speaker = new FreseniusSpeaker(rack, options, START);
        bench = new FreseniusBench(WatchedLink.of(PumpModel.FRESENIUS), speaker);
    }

    void run(double seconds) {
        bench.run(seconds);
    }

    List<PumpAlarm> started() {
        return bench.of(PumpEvent.AlarmStarted.class).stream()
                .map(PumpEvent.AlarmStarted::alarm)
                .toList();
    }

    List<PumpAlarm> ended() {
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
}
