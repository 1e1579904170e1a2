package vigil.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.DailyItem;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.Overridable;
import vigil.session.Phase;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.SiteSetting;
import vigil.session.StopReason;

/**
 * One course that nobody planned: what pump, line, console and people can do, in any order, from a seed. The same seed
 * gives the same events. Three courses in four make no entry that the console would refuse.
 */
final class RandomCourse {
    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-01T22:00:00Z"),
            // Hours before the clocks of Sydney go back, and forward
            Instant.parse("2026-04-04T13:00:00Z"),
            Instant.parse("2026-10-03T13:00:00Z"));
    private static final String[] REMARKS = {
        "",
        "",
        "S1:1",
        "S1:2",
        "S2:2 S4:1",
        "S8:3",
        "D1:U",
        "D1:U D2:U",
        "D5:Y",
        "S5:2 D8:Y",
        "D6:?",
        "sedation:1",
        "sedation:2",
        "sedation:3"
    };
    private static final String[] KEYS = {
        "R10",
        "R12",
        "R15",
        "R16",
        "R17",
        "R26",
        "R27",
        "LINK_LOST",
        "EMERGENCY",
        "OBSERVATION_OVERDUE",
        "PUMP:50111:INA1"
    };

    private final Random random;
    private final Bedside bedside;
    private final boolean asked;
    /** No wire reaches the pump: people read it, now and then. */
    private final boolean charted;

    RandomCourse(long seed) {
        random = new Random(seed);
        asked = random.nextInt(4) != 0;
        Bedside started = Bedside.startedAt(STARTS.get(random.nextInt(STARTS.size())));
        boolean bare = random.nextInt(6) == 0;
        bedside = bare ? started : Bedside.ready(started, "70", "4", "1.75");
        if (random.nextBoolean()) {
            bedside.leavesPumpUnchecked();
        }
        charted = random.nextInt(4) == 0;
        if (charted) {
            bedside.bindsCharted();
        }
        if (!bare && random.nextInt(4) != 0) {
            bedside.pumpRuns("1.75").runs(Duration.ofSeconds(1));
            readOff();
        }
    }

    Bedside bedside() {
        return bedside;
    }

    /** Lets one more thing happen. */
    void act() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> time();
            case 3, 4 -> {
                pump();
                readOff();
            }
            case 5 -> line();
            case 6 -> console();
            case 7 -> setUp();
            case 8 -> charts();
            case 9 -> care();
            case 10 -> decisions();
            default -> towardsTheEnd();
        }
    }

    /** Seconds with a reading each, or a long stretch with a handful. */
    private void time() {
        switch (random.nextInt(4)) {
            case 0 -> bedside.every(Duration.ofSeconds(1)).runs(Duration.ofSeconds(1 + random.nextInt(3)));
            case 1 -> bedside.every(Duration.ofSeconds(9)).runs(Duration.ofSeconds(random.nextInt(30)));
            case 2 -> bedside.every(Duration.ofMinutes(2)).runs(Duration.ofMinutes(random.nextInt(8)));
            default -> bedside.every(Duration.ofMinutes(30)).runs(Duration.ofMinutes(random.nextInt(120)));
        }
    }

    private void pump() {
        switch (random.nextInt(8)) {
            case 0 -> bedside.pumpIs(anyOf(DeliveryStatus.values()));
            case 1, 2, 3 -> bedside.pumpRuns(anyOf("0.7", "1.75", "1.93", "3.5", "8.8"));
            case 4 -> bedside.pumpIs(DeliveryStatus.NOT_DELIVERING);
            case 5 -> bedside.pumpCounts(String.valueOf(random.nextInt(10)));
            case 6 -> bedside.alarms("INA" + random.nextInt(3), anyOf(AlarmClass.values()));
            default -> bedside.alarmEnds("INA" + random.nextInt(3), anyOf(AlarmClass.values()));
        }
    }

    private void readOff() {
        if (charted && random.nextInt(3) != 0) {
            bedside.readsOff(anyOf(PumpCheck.Occasion.values()));
        }
    }

    private void line() {
        switch (random.nextInt(8)) {
            case 0 -> bedside.loses();
            case 1, 2 -> bedside.reconnects();
            case 3 -> bedside.linkIs(new LinkState.Silent());
            case 4 -> bedside.rejects();
            case 5 -> bedside.readsWithoutVolume();
            case 6 -> swaps();
            default ->
                does(new Event.PumpBound(
                        bedside.now(),
                        "Perfusor",
                        (random.nextInt(3) == 0 ? Bedside.SWAPPED : Bedside.PUMP)
                                .serialNumber()
                                .orElse(""),
                        Bedside.NURSE));
        }
    }

    /** Another pump answers, or what is on the wire is left for one that people read. */
    private void swaps() {
        if (random.nextInt(4) == 0) {
            does(new Event.ChartedPumpBound(bedside.now(), "T34", anyOf("77", "78"), Bedside.NURSE));
        } else {
            bedside.pumpIs(random.nextInt(3) == 0 ? Bedside.SWAPPED : Bedside.PUMP);
        }
    }

    private void console() {
        switch (random.nextInt(6)) {
            case 0 -> bedside.restarts(Duration.ofSeconds(random.nextInt(900)), random.nextBoolean());
            case 1 -> bedside.clockSteps(Duration.ofSeconds(random.nextInt(20_000) - 10_000L));
            case 2 -> bedside.pausesAudio();
            case 3 -> bedside.does(new Event.EventsLost(bedside.now(), 1 + random.nextInt(9)));
            case 4 -> bedside.chooses(SiteSetting.RERAISE_MIN, between(1, 6));
            default -> bedside.chooses(SiteSetting.BACKDATED_T0, anyOf("0", "1"));
        }
    }

    private void setUp() {
        switch (random.nextInt(8)) {
            case 0 -> does(CourseEntries.weight(bedside, between(60, 80)));
            case 1 -> does(CourseEntries.solution(bedside, between(1, 6)));
            case 2 -> does(CourseEntries.measured(bedside, between(60, 80)));
            case 3 -> does(CourseEntries.unchecked(bedside, between(1, 6)));
            case 4 -> bedside.assesses();
            case 5 -> bedside.opens();
            default ->
                does(CourseEntries.order(
                        bedside, anyOf("0.7", "1.75", "3.5"), anyOf(RateOrder.Kind.values()), anyOf("0.1", "0.5")));
        }
    }

    private void charts() {
        Circumstance[] said =
                random.nextInt(6) == 0 ? new Circumstance[] {anyOf(Circumstance.values())} : new Circumstance[0];
        ObservationSet set = random.nextInt(4) == 0 ? Bedside.coreSet() : Charts.with(anyOf(REMARKS), said);
        does(new Event.ObservationsCharted(bedside.now(), set, random.nextBoolean() ? Bedside.NURSE : Bedside.SECOND));
    }

    private void care() {
        switch (random.nextInt(12)) {
            case 0 -> does(CareEntries.assessed(bedside, random.nextBoolean()));
            case 1, 2 -> does(CareEntries.directed(bedside));
            case 3 -> does(CareEntries.overridden(bedside, anyOf(Overridable.values())));
            case 4 -> does(CareEntries.away(bedside));
            case 5 -> does(CareEntries.back(bedside));
            case 6 -> does(CareEntries.concern(bedside));
            case 7 -> does(CareEntries.concernOver(bedside));
            case 8 -> does(CareEntries.closed(bedside, anyOf(KEYS)));
            case 9 -> does(CareEntries.reviewPlanned(bedside));
            case 10 -> does(CareEntries.daily(bedside, anyOf(DailyItem.values())));
            default -> bedside.acknowledges(anyOf(KEYS));
        }
    }

    private void decisions() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> does(new Event.StopExplained(bedside.now(), anyOf(StopReason.values()), "", Bedside.NURSE));
            case 3 ->
                does(new Event.CessationDecided(
                        bedside.now(), anyOf(CessationReason.values()), "Dr P. Okafor", Bedside.NURSE));
            case 4 ->
                does(new Event.DeliveryExplained(bedside.now(), anyOf(DeliveryCause.values()), "seen", Bedside.NURSE));
            case 5 -> does(new Event.PurgeRecorded(bedside.now(), Volume.ofMl("0.5"), Bedside.NURSE));
            case 6 -> checks();
            default -> bedside.reviews();
        }
    }

    private void checks() {
        if (random.nextBoolean()) {
            bedside.checks(anyOf(PumpCheck.Occasion.values()));
        } else {
            bedside.readsOff(anyOf(PumpCheck.Occasion.values()));
        }
    }

    /** Left to chance alone few courses would ever see the gate open. */
    private void towardsTheEnd() {
        Phase phase = bedside.session().phase();
        if (phase.isCourse() || phase == Phase.CEASED) {
            bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).reads();
            readOff();
            does(new Event.CessationDecided(
                    bedside.now(), anyOf(CessationReason.values()), "Dr P. Okafor", Bedside.NURSE));
            if (random.nextInt(4) == 0) {
                does(CourseEntries.backdating(bedside));
            }
        } else if (phase == Phase.OBSERVING) {
            Duration most = Duration.ofMinutes(230 + random.nextInt(20));
            bedside.every(most).runs(most).observes(Bedside.fullSet());
        } else {
            bedside.plansDischarge();
        }
        if (random.nextBoolean()) {
            does(CourseEntries.release(bedside));
        }
    }

    private void does(Event entry) {
        Optional<String> refused = asked ? bedside.engine().check(entry) : Optional.empty();
        if (refused.isEmpty()) {
            bedside.does(entry);
        }
    }

    private String between(int lowest, int end) {
        return String.valueOf(lowest + random.nextInt(end - lowest));
    }

    @SafeVarargs
    private <T> T anyOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
