package vigil.pump.sim;

import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpModel;
import vigil.pump.Volume;

/** An Alaris link against an Alaris speaker. */
abstract class AlarisBench extends SteppedBench {
    static final PumpIdentity FIRST = new PumpIdentity("Alaris/Asena (Asena Rev 2.1.5)", Optional.of("8002-51740"), "");

    final SimulatedPump pump = pump("8002-51740");
    final Rack rack = Rack.of(pump);
    final AlarisSpeaker speaker = new AlarisSpeaker(rack, AlarisOptions.FACTORY);

    AlarisBench() {
        super(PumpModel.ALARIS);
    }

    static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("Alaris GH", serialNumber, Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        return pump;
    }

    final void run(double seconds) {
        run(speaker, seconds);
    }
}
