package vigil.engine;

import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A course of five days at one reading a second through the engine alone: 432,000 readings, and the checks of the pump. */
@State(Scope.Thread)
public class FiveDaysBenchmark {
    private static final Duration FIVE_DAYS = Duration.ofDays(5);

    /** The readings are made as they are needed, and their making is counted. */
    @Benchmark
    public Snapshot fiveDays() {
        return Bedside.ready("1.75").pumpRuns("1.75").runs(FIVE_DAYS).snapshot();
    }
}
