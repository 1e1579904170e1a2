package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.AlarisOptions;
import vigil.pump.sim.AlarisSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.wire.Framed;

/** An INF record of an Alaris pump, which makes a reading by itself, from its wire bytes to its reading. */
@State(Scope.Thread)
public class AlarisDecodeBenchmark {
    private static final int SECONDS = 600;
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final byte[][] wires = new byte[SECONDS][];
    private final AlarisFramer framer = new AlarisFramer();
    private final AlarisDecoder decoder = new AlarisDecoder();
    private final AlarisPump pump = new AlarisPump();
    private final Consumer<Framed<AlarisFrame>> framed = this::framed;
    private Consumer<PumpEvent> out = _ -> {};
    private int second;

    /** Ten minutes of an infusion: volume and time left change from record to record. */
    @Setup
    public void record(Blackhole hole) {
        out = hole::consume;
        SimulatedPump simulated = PumpModel.ALARIS.newSimulatedPump("8002-51740", Volume.ofMl("50"), START);
        simulated.setRate(FlowRate.ofMlPerH("3.6"), START);
        simulated.start(START);
        AlarisSpeaker speaker = new AlarisSpeaker(Rack.of(simulated), AlarisOptions.FACTORY);
        byte[] request = "!INF|4961\r".getBytes(US_ASCII);
        for (int i = 0; i < SECONDS; i++) {
            wires[i] = speaker.heard(request, request.length, START.plus(Duration.ofSeconds(i)));
        }
    }

    @Benchmark
    public void statusRecord() {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        framer.accept(wire, wire.length, framed);
    }

    /** The independent parser, to its frame and its fields only: it makes no reading. */
    @Benchmark
    public void slowStatusRecord(Blackhole hole) {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        SlowAlarisParser.frames(wire)
                .forEach(frame -> hole.consume(frame.octets().toString().split("\\^")));
    }

    private void framed(Framed<AlarisFrame> what) {
        switch (what) {
            case Framed.Whole<AlarisFrame>(AlarisFrame frame) -> read(decoder.decode(frame));
            case Framed.Rejected<AlarisFrame> rejected -> throw new IllegalStateException(rejected.reason());
        }
    }

    private void read(AlarisAnswer answer) {
        if (answer instanceof AlarisAnswer.Status status) {
            pump.status(status, START, out);
        } else {
            throw new IllegalStateException("no status: " + answer);
        }
    }
}
