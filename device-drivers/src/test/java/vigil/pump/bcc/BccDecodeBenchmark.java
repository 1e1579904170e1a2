package vigil.pump.bcc;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.wire.Framed;
import vigil.pump.wire.LinkReport;

/** A block of BCC, as a pump sends it each second with the settings of the factory, from its wire bytes to its reading. */
@State(Scope.Thread)
public class BccDecodeBenchmark {
    private static final int SECONDS = 600;
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final byte[][] wires = new byte[SECONDS][];
    private final BccFramer framer = new BccFramer(true);
    private final BccPumps pumps = new BccPumps(new LinkReport(), () -> Duration.ofSeconds(10));
    private final Consumer<Framed<BccFrame>> framed = this::framed;
    private Consumer<PumpEvent> out = _ -> {};
    private int second;

    /** Ten minutes of an infusion: the volumes, the time left and the clock change from block to block. */
    @Setup
    public void record(Blackhole hole) {
        out = hole::consume;
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        pump.start(START);
        BccSpeaker speaker = new BccSpeaker(Rack.of(pump), BccOptions.FACTORY, START);
        byte[] request = BccQuery.everything("SpaceCOM", true).bytes();
        for (int i = 0; i < SECONDS; i++) {
            wires[i] = speaker.heard(request, request.length, START.plus(Duration.ofSeconds(i)));
        }
    }

    @Benchmark
    public void block() {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        framer.accept(wire, wire.length, framed);
    }

    /** The independent parser, to its frame and the fields of its quadruples only: it makes no reading. */
    @Benchmark
    public void slowBlock(Blackhole hole) {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        for (BccFrame frame : SlowBccParser.frames(wire, true)) {
            for (String quadruple : frame.information().split("\u001E")) {
                hole.consume(quadruple.split(",", 4));
            }
        }
    }

    private void framed(Framed<BccFrame> what) {
        switch (what) {
            case Framed.Whole<BccFrame>(BccFrame frame) -> pumps.read(frame, START, out);
            case Framed.Rejected<BccFrame> rejected -> throw new IllegalStateException(rejected.reason());
        }
    }
}
