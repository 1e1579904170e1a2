package vigil.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.PumpModel;

/**
 * Random five-day courses with faults. {@code -Dsimulations=N} plays so many, {@code -Dsimulation.from=N} from that seed on,
 * {@code -Dsimulation.seed=N} that one alone. A failure names its seed and the command.
 */
class SimulationTest {
    /** A few seconds of processor time each; {@code -Psimulation} makes it two thousand. */
    private static final long USUAL = 6;

    private static LongStream seeds() {
        Long one = Long.getLong("simulation.seed");
        long from = Long.getLong("simulation.from", 0);
        return one != null
                ? LongStream.of(one)
                : LongStream.range(from, from + Long.getLong("simulations", USUAL))
                        .parallel();
    }

    private static Optional<AssertionError> failure(long seed, LongAdder steps, Set<PumpModel> models) {
        try {
            Course course = new Course(seed).play();
            steps.add(course.steps());
            models.add(course.model());
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            String message =
                    "seed %d: %s; alone: mvn -pl app -am test -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Dsimulation.seed=%d"
                            .formatted(seed, e, seed);
            return Optional.of(new AssertionError(message, e));
        }
    }

    @Tag("R14")
    @Tag("R18")
    @Tag("R30")
    @Tag("R33")
    @Tag("E5")
    @Tag("F11")
    @Test
    void whateverHappensInFiveDaysTheDoseTheGateAndTheRecordAreRight() {
        LongAdder steps = new LongAdder();
        Set<PumpModel> models = ConcurrentHashMap.newKeySet();

        List<AssertionError> failures = seeds().mapToObj(seed -> failure(seed, steps, models))
                .flatMap(Optional::stream)
                .toList();

        assertThat(failures).isEmpty();
        assertThat(steps.sum()).isGreaterThan(1_000);
        if (Long.getLong("simulation.seed") == null) {
            assertThat(models).hasSizeGreaterThan(1);
        }
    }

    @Test
    void theSameSeedGivesTheSameFiveDaysByteForByteAndAnotherDoesNot() throws Exception {
        String first = new Course(5).play().trace();

        assertThat(new Course(5).play().trace()).isEqualTo(first);
        assertThat(new Course(1).play().trace()).isNotEqualTo(first);
    }
}
