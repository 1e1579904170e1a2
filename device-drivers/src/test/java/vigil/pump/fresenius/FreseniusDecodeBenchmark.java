package vigil.pump.fresenius;

import java.time.Instant;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.fresenius.FreseniusStep.Kind;
import vigil.pump.wire.Framed;

/** The values of one Fresenius module, which make a reading by themselves, from their wire bytes to their reading. */
@State(Scope.Thread)
public class FreseniusDecodeBenchmark {
    private static final int SECONDS = 600;
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final FreseniusStep VALUES = new FreseniusStep(Kind.VALUES, 1, FreseniusValues.LETTERS);

    private final byte[][] wires = new byte[SECONDS][];
    private final FreseniusFramer framer = new FreseniusFramer();
    private final FreseniusModule module = new FreseniusModule(1, FreseniusSubscription.NONE);
    private final Consumer<Framed<FreseniusSignal>> framed = this::framed;
    private Consumer<PumpEvent> out = _ -> {};
    private int second;

    /** Ten minutes of an infusion of 3.6 mL/h: the volume changes from frame to frame. */
    @Setup
    public void record(Blackhole hole) {
        out = hole::consume;
        for (int i = 0; i < SECONDS; i++) {
            wires[i] = new FreseniusFrame("1C;d0024;r%08X;a0000;e00;m01".formatted(i)).bytes();
        }
        module.answer(FreseniusStep.of(Kind.DRUG, 1), new FreseniusFrame("1C;Ketamine"), START, out);
    }

    @Benchmark
    public void values() {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        framer.accept(wire, wire.length, framed);
        module.publish(START, out);
    }

    /** The independent parser, to its frame and its fields only: it makes no reading. */
    @Benchmark
    public void slowValues(Blackhole hole) {
        byte[] wire = wires[second];
        second = (second + 1) % SECONDS;
        SlowFreseniusParser.frames(wire)
                .forEach(frame -> hole.consume(frame.octets().toString().split(";")));
    }

    private void framed(Framed<FreseniusSignal> what) {
        switch (what) {
            case Framed.Whole<FreseniusSignal>(FreseniusSignal signal) -> read(signal);
            case Framed.Rejected<FreseniusSignal> rejected -> throw new IllegalStateException(rejected.reason());
        }
    }

    private void read(FreseniusSignal signal) {
        if (signal instanceof FreseniusFrame frame && VALUES.isAnsweredBy(frame)) {
            module.answer(VALUES, frame, START, out);
        } else {
            throw new IllegalStateException("no values: " + signal);
        }
    }
}
