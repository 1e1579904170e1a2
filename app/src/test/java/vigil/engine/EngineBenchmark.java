package vigil.engine;

import java.time.Duration;
import vigil.pump.Moment;

/** How long five days at one reading a second take through the engine alone. Run by hand; not a test. */
public final class EngineBenchmark {
    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        for (int round = 1; round <= 3; round++) {
            Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75");
            long begin = System.nanoTime();
            bedside.runs(Duration.ofDays(5));
            long nanos = System.nanoTime() - begin;
            long events = bedside.events().size();
            Moment now = bedside.now();
            long beginSnapshot = System.nanoTime();
            for (int count = 0; count < 10_000; count++) {
                bedside.engine().snapshot(now);
            }
            long snapshot = (System.nanoTime() - beginSnapshot) / 10_000;
            System.out.printf(
                    "round %d: %d events, %.2f s, %.2f us an event, %s mg, snapshot %.2f us%n",
                    round, events, nanos / 1e9, nanos / 1e3 / events, bedside.mg(), snapshot / 1e3);
        }
    }
}
