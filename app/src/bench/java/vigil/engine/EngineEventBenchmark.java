package vigil.engine;

import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.Event;

/** One event through the engine, on average over an hour of a course at one reading a second, set-up and checks included. */
@State(Scope.Thread)
public class EngineEventBenchmark {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final int SECONDS = 3_600;

    private Event[] infusing = {};
    private Event[] observing = {};

    @Setup
    public void record() {
        infusing = infusing().events().toArray(Event[]::new);
        Bedside ended = infusing().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(1));
        ended.ceases(CessationReason.PLANNED).runs(LENGTH);
        observing = ended.events().toArray(Event[]::new);
    }

    private static Bedside infusing() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(LENGTH);
    }

    @Benchmark
    @OperationsPerInvocation(SECONDS)
    public Step whileInfusing() {
        return through(infusing);
    }

    /** The hour before it is counted as well. */
    @Benchmark
    @OperationsPerInvocation(2 * SECONDS)
    public Step infusingAndObserving() {
        return through(observing);
    }

    private static Step through(Event[] events) {
        Engine engine = new Engine();
        Step last = engine.accept(events[0]);
        for (int index = 1; index < events.length; index++) {
            last = engine.accept(events[index]);
        }
        return last;
    }
}
