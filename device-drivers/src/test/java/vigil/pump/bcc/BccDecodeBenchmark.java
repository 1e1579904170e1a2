package vigil.pump.bcc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vigil.pump.PumpEvent;
import vigil.pump.wire.Framed;
import vigil.pump.wire.LinkReport;

/** A block of BCC, as a pump sends it each second with the settings of the factory, from its wire bytes to its reading. */
@State(Scope.Thread)
public class BccDecodeBenchmark {
    /** The file with the recorded blocks, {@link BccBlocks}. */
    @Param("")
    public String blocks = "";

    private byte[][] wires = {};
    private final BccFramer framer = new BccFramer(true);
    private final BccPumps pumps = new BccPumps(new LinkReport(), () -> Duration.ofSeconds(10));
    private final Consumer<Framed<BccFrame>> framed = this::framed;
    private Consumer<PumpEvent> out = _ -> {};
    private int second;

    @Setup
    public void read(Blackhole hole) throws IOException {
        out = hole::consume;
        wires = BccBlocks.read(Path.of(blocks));
    }

    @Benchmark
    public void block() {
        byte[] wire = wires[second];
        second = (second + 1) % wires.length;
        framer.accept(wire, wire.length, framed);
    }

    /** The independent parser, to its frame and the fields of its quadruples only: it makes no reading. */
    @Benchmark
    public void slowBlock(Blackhole hole) {
        byte[] wire = wires[second];
        second = (second + 1) % wires.length;
        for (BccFrame frame : SlowBccParser.frames(wire, true)) {
            for (String quadruple : frame.information().split("\u001E")) {
                hole.consume(quadruple.split(",", 4));
            }
        }
    }

    private void framed(Framed<BccFrame> what) {
        switch (what) {
            case Framed.Whole<BccFrame>(BccFrame frame) -> pumps.read(frame, BccBlocks.START, out);
            case Framed.Rejected<BccFrame> rejected -> throw new IllegalStateException(rejected.reason());
        }
    }
}
