package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.wire.Fuzz;
import vigil.pump.wire.UnderTest;

/**
 * Mutated inputs for every protocol, {@code fuzz.inputs} in all: few in each build, ten million by {@code mvn verify -Pfuzz},
 * a thousand million by {@code -Pfuzz-long}, which ends after {@code fuzz.minutes} at the latest. The seeds follow
 * {@code fuzz.seed}. The profiles give the program little memory, so that one that grows fails.
 */
class FuzzTest {
    private static final long INPUTS = Long.getLong("fuzz.inputs", 300_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
    private static final Duration TIME = Duration.ofMinutes(Long.getLong("fuzz.minutes", 10_000));
    /** Seeds of the protocols are this far apart. */
    private static final long APART = 1L << 40;

    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Queue<Throwable> findings = new ConcurrentLinkedQueue<>();

    @Test
    @Tag("A1")
    @Tag("A3")
    @Tag("A5")
    @Tag("A7")
    void everyMutatedInputIsAcceptedExactlyWhenItIsValidAndNoneThrowsOrHangs() throws InterruptedException {
        List<Fuzz> runs = runs();
        List<Thread> threads = runs.stream().map(this::start).toList();
        for (int i = 0; i < threads.size(); i++) {
            await(threads.get(i), runs.get(i));
        }
        assertThat(findings).isEmpty();
        assertThat(runs).allMatch(Fuzz::hasEnded);
        // Not a report entry: the build's runner shows none, and how many inputs an hour had time for would be lost
        runs.forEach(run -> System.out.println("fuzz: " + run));
    }

    private static List<Fuzz> runs() {
        List<UnderTest<?>> protocols = Protocols.all();
        long each = INPUTS / protocols.size();
        List<Fuzz> runs = new ArrayList<>();
        for (UnderTest<?> protocol : protocols) {
            runs.add(new Fuzz(protocol, SEED + runs.size() * APART, each, TIME));
        }
        return runs;
    }

    private Thread start(Fuzz run) {
        return Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((thread, finding) -> findings.add(finding))
                .start(run);
    }

    /** As long as it goes on; an input that takes this long hangs. */
    private static void await(Thread thread, Fuzz run) throws InterruptedException {
        long before = -1;
        while (!thread.join(LOOK)) {
            if (run.done() == before) {
                fail("%s: the next input hangs", run);
            }
            before = run.done();
        }
    }
}
