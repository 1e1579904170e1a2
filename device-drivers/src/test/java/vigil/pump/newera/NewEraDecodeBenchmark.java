package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Framed;

/** Answers of a New Era pump from their wire bytes: one alone, and the four of a poll that make a reading. */
@State(Scope.Thread)
public class NewEraDecodeBenchmark {
    private static final int SECONDS = 600;
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final byte[] rate = "\u000200I3.600MH\u0003".getBytes(US_ASCII);
    private final byte[][] dispensed = new byte[SECONDS][];
    private final NewEraFramer framer = new NewEraFramer();
    private final NewEraPump pump = new NewEraPump(0);
    private final Consumer<Framed<NewEraFrame>> framed = this::framed;
    private Consumer<PumpEvent> out = _ -> {};
    private final NewEraStep step = new NewEraStep(new NewEraDecoder());
    private int second;

    /** Ten minutes of an infusion of 3.6 mL/h: the volume changes from poll to poll. */
    @Setup
    public void record(Blackhole hole) {
        out = hole::consume;
        for (int i = 0; i < SECONDS; i++) {
            dispensed[i] = "\u000200II%d.%03dW0.000ML\u0003"
                    .formatted(i / 1_000, i % 1_000)
                    .getBytes(US_ASCII);
        }
        pump.identify("NE1000V3.928", START, out);
    }

    @Benchmark
    public void answer(Blackhole hole) {
        step.begin(Ask.DISPENSED);
        framer.accept(nextDispensed(), wireLength(), framed);
        hole.consume(step);
    }

    /** The independent parser, to its frame only: it makes no answer. */
    @Benchmark
    public void slowAnswer(Blackhole hole) {
        hole.consume(SlowNewEraParser.frames(nextDispensed()));
    }

    private byte[] nextDispensed() {
        second = (second + 1) % SECONDS;
        return dispensed[second];
    }

    private int wireLength() {
        return dispensed[second].length;
    }

    @Benchmark
    public void poll() {
        pump.beginPoll();
        ask(Ask.RATE, rate);
        ask(Ask.DISPENSED, nextDispensed());
        pump.tellPoll(START, out);
    }

    private void ask(Ask ask, byte[] wire) {
        step.begin(ask);
        framer.accept(wire, wire.length, framed);
        framer.accept(wire, wire.length, framed);
    }

    private void framed(Framed<NewEraFrame> what) {
        switch (what) {
            case Framed.Whole<NewEraFrame>(NewEraFrame frame) -> read(frame);
            case Framed.Rejected<NewEraFrame> rejected -> throw new IllegalStateException(rejected.reason());
        }
    }

    private void read(NewEraFrame frame) {
        pump.status(frame.status(), START, out);
        step.heard(frame.data()).ifPresent(answer -> pump.answered(step.ask(), answer));
    }
}
