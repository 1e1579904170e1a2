package vigil.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import vigil.pump.DeliveryStatus;
import vigil.pump.Moment;
import vigil.session.CessationReason;

/** How long five days at one reading a second take through the engine alone. Run by hand; not a test. */
public final class EngineBenchmark {
    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        for (int round = 1; round <= 3; round++) {
            Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75");
            report(round + " course", bedside, Duration.ofDays(5));
            bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(1));
            bedside.ceases(CessationReason.PLANNED);
            report(round + " four hours", bedside, Duration.ofHours(5));
            snapshots(bedside);
        }
    }

    private static void report(String what, Bedside bedside, Duration length) {
        int before = bedside.events().size();
        long begin = cpuNanos();
        bedside.runs(length);
        long nanos = cpuNanos() - begin;
        int events = bedside.events().size() - before;
        System.out.printf(
                "%s: %d events, %.2f s, %.2f us an event, %s mg%n",
                what, events, nanos / 1e9, nanos / 1e3 / events, bedside.mg());
    }

    private static void snapshots(Bedside bedside) {
        int count = 10_000;
        Moment now = bedside.now();
        long begin = cpuNanos();
        for (int index = 0; index < count; index++) {
            bedside.engine().snapshot(now);
        }
        System.out.printf("snapshot %.2f us%n", (cpuNanos() - begin) / 1e3 / count);
    }

    /** Time of this thread on a processor, so that a busy machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
