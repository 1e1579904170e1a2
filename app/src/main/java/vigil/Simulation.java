package vigil;

import java.util.List;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.sim.Fault;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.Timetable;

/** What a simulated pump is to do while {@link Wiring#simulator} serves it. */
public interface Simulation {
    /** How many times faster than the clock it runs. */
    int speed();

    /** Of the faults' random numbers. */
    long seed();

    /** The pump as it stands at the beginning. */
    SimulatedPump pump(PumpModel model, Moment start);

    /** At the pump, and in what its device says. */
    List<Timetable.Entry> happenings(Rack rack, Speaker speaker);

    /** On the wire. */
    List<Fault> faults();
}
