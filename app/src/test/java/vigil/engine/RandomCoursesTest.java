package vigil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.journal.EventBytes;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.Session;

/**
 * Properties over many random courses, on all processors. A failure names its seed; {@code -Dseed=N} runs that course
 * alone, {@code -Dcourses=N} so many.
 */
class RandomCoursesTest {
    private static final int ACTS = 30;
    /** A minute on two slow processors; {@code -Pfuzz} makes it a hundred thousand. */
    private static final long USUAL = 30_000;
    /** One course in so many is made a second time from its seed. */
    private static final int TWICE = 50;

    private static LongStream seeds() {
        String one = System.getProperty("seed", "");
        long courses = Long.getLong("courses", USUAL);
        return one.isEmpty() ? LongStream.range(0, courses).parallel() : LongStream.of(Long.parseLong(one));
    }

    private static Bedside played(long seed) {
        RandomCourse course = new RandomCourse(seed);
        for (int act = 0; act < ACTS; act++) {
            course.act();
        }
        return course.bedside();
    }

    private interface Property {
        void check(long seed) throws Exception;
    }

    private static void forAll(LongStream seeds, Property property) {
        seeds.mapToObj(seed -> failure(seed, property))
                .flatMap(Optional::stream)
                .findAny()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static Optional<AssertionError> failure(long seed, Property property) {
        try {
            property.check(seed);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            String message = "seed %d: %s; alone: mvn -pl app -am test -Dtest=RandomCoursesTest -Dseed=%d"
                    .formatted(seed, e, seed);
            return Optional.of(new AssertionError(message, e));
        }
    }

    /** What a course leads to is checked while its events are replayed; the end must be that of the live course. */
    private static void replayed(Bedside live, Map<Phase, LongAdder> reached) {
        Engine engine = new Engine();
        CourseProperties properties = new CourseProperties();
        Session before = Session.initial();
        Step last = live.step();
        for (Event event : live.events()) {
            last = engine.replay(event);
            properties.check(before, last);
            if (before.phase() != last.session().phase()) {
                reached.computeIfAbsent(last.session().phase(), _ -> new LongAdder())
                        .increment();
            }
            before = last.session();
        }
        properties.checkEnd(live.snapshot());
        boolean same = last.equals(live.step())
                && engine.snapshot(live.now()).totals().equals(live.snapshot().totals());
        if (!same) {
            throw new AssertionError("the replay ends elsewhere than the live course");
        }
    }

    @Tag("R14")
    @Tag("R18")
    @Tag("R30")
    @Tag("R33")
    @Test
    void everyPropertyHoldsInEveryCourseAndReplayEqualsLive() {
        Map<Phase, LongAdder> reached = new ConcurrentHashMap<>();

        forAll(seeds(), seed -> replayed(played(seed), reached));

        if (System.getProperty("seed", "").isEmpty()) {
            assertThat(reached).as("phases that the courses came to").containsKeys(Phase.values());
        }
    }

    @Test
    void theSameSeedGivesTheSameTraceByteForByte() {
        forAll(seeds().filter(seed -> seed % TWICE == 0), seed -> {
            if (!trace(seed).equals(trace(seed))) {
                throw new AssertionError("two traces");
            }
        });
    }

    private static String trace(long seed) throws Exception {
        Bedside bedside = played(seed);
        EventBytes.Hash hash = new EventBytes.Hash();
        Engine engine = new Engine();
        for (Event event : bedside.events()) {
            hash.add(event);
            hash.add(engine.replay(event).attention().conditions().toString());
        }
        return hash.toString();
    }
}
