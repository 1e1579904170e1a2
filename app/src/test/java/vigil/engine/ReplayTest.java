package vigil.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.dose.DrugMass;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.session.CessationReason;
import vigil.session.DischargeGate;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.Segment;
import vigil.session.Session;
import vigil.session.StopReason;

/** Properties over random courses. The seed stands in the name of each case, so a failure can be run again by itself. */
class ReplayTest {
    private static final int COURSES = 100;
    private static final int STEPS = 150;

    static LongStream seeds() {
        return LongStream.range(0, COURSES);
    }

    private static Bedside randomCourse(long seed) {
        Random random = new Random(seed);
        Bedside bedside = random.nextInt(4) == 0 ? Bedside.started() : Bedside.ready("1.75");
        for (int step = 0; step < STEPS; step++) {
            act(bedside, random);
            check(bedside);
        }
        return bedside;
    }

    private static void act(Bedside bedside, Random random) {
        switch (random.nextInt(30)) {
            case 0 -> bedside.pumpIs(anyOf(random, DeliveryStatus.values()));
            case 1, 2, 3 -> bedside.pumpRuns(anyOf(random, "0.7", "1.75", "3.5", "8.8"));
            case 4 -> bedside.pumpCounts(String.valueOf(random.nextInt(10)));
            case 5 -> bedside.loses();
            case 6, 7 -> bedside.reconnects();
            case 8 -> bedside.restarts(Duration.ofSeconds(random.nextInt(600)), random.nextBoolean());
            case 9 -> bedside.clockSteps(Duration.ofSeconds(random.nextInt(20_000) - 10_000L));
            case 10 -> bedside.alarms("INA" + random.nextInt(3), AlarmClass.OCCLUSION);
            case 11 -> bedside.alarmEnds("INA" + random.nextInt(3), AlarmClass.OCCLUSION);
            case 12 -> bedside.weighs(String.valueOf(60 + random.nextInt(20)));
            case 13 -> bedside.fills(String.valueOf(1 + random.nextInt(5)));
            case 14 -> bedside.orders("1.75", anyOf(random, RateOrder.Kind.values()));
            case 15, 16 -> bedside.observes(random.nextBoolean() ? Bedside.fullSet() : Bedside.coreSet());
            case 17 -> bedside.explains(anyOf(random, StopReason.values()));
            case 18 -> bedside.ceases(anyOf(random, CessationReason.values()));
            case 19 -> bedside.releases();
            case 20 -> bedside.pausesAudio();
            case 21 -> bedside.acknowledges(anyOf(random, "R12", "LINK_LOST", "PUMP:50111:INA1"));
            case 22 -> bedside.pumpIs(random.nextInt(3) == 0 ? Bedside.SWAPPED : Bedside.PUMP);
            case 23 -> bedside.binds(random.nextInt(3) == 0 ? Bedside.SWAPPED : Bedside.PUMP);
            case 24 -> bedside.linkIs(new LinkState.Silent());
            case 25 -> bedside.plansDischarge().rejects();
            case 26 -> bedside.opens();
            case 27 -> bedside.every(Duration.ofSeconds(60)).runs(Duration.ofMinutes(random.nextInt(240)));
            default -> bedside.every(Duration.ofSeconds(1)).runs(Duration.ofSeconds(random.nextInt(120)));
        }
    }

    @SafeVarargs
    private static <T> T anyOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** What holds after every step of every course. */
    private static void check(Bedside bedside) {
        Session session = bedside.session();
        DrugMass segments =
                session.dosage().segments().all().stream().map(Segment::mass).reduce(DrugMass.ZERO, DrugMass::plus);
        DrugMass days =
                session.dosage().totals().days().stream().map(it -> it.mass()).reduce(DrugMass.ZERO, DrugMass::plus);
        assertThat(session.dosage().totals().course()).isEqualTo(segments).isEqualTo(days);
        assertThat(session.dosage().totals().last24h(session.elapsed())).isLessThanOrEqualTo(segments);
        if (session.gate().isMet()) {
            Duration observed = session.elapsed()
                    .minus(session.progress().t0().orElseThrow().elapsed());
            assertThat(observed).isGreaterThanOrEqualTo(DischargeGate.OBSERVATION);
        }
        if (session.phase() == Phase.OBSERVING) {
            assertThat(session.progress().t0()).isPresent();
        }
        assertThat(bedside.snapshot().dose().rate().isPresent())
                .isEqualTo(session.doseRate(session.elapsed()).isPresent());
    }

    @Tag("R30")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayEqualsLive(long seed) {
        Bedside live = randomCourse(seed);
        Engine engine = new Engine();

        Step last = null;
        for (Event event : live.events()) {
            last = engine.replay(event);
        }

        assertThat(last).isEqualTo(live.step());
        assertThat(engine.snapshot(live.now()).totals())
                .isEqualTo(live.snapshot().totals());
    }

    @Tag("R30")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void totalsNeverFallWithinOneSession(long seed) {
        Session session = Session.initial();
        for (Event event : randomCourse(seed).events()) {
            Session next = session.apply(event);
            boolean sameSession = next.setUp().opening().equals(session.setUp().opening());
            if (sameSession) {
                assertThat(next.dosage().totals().course())
                        .isGreaterThanOrEqualTo(session.dosage().totals().course());
            }
            assertThat(next.elapsed()).isGreaterThanOrEqualTo(session.elapsed());
            session = next;
        }
    }
}
