package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.alarm.AlarmKind;
import vigil.dose.DoseLimit;
import vigil.engine.Charts;
import vigil.engine.Snapshot;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.session.Assessment;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Pause;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.session.StopReason;

/**
 * The power goes while an infusion runs: the real console is killed and started again. Live values are there soon, and the
 * course goes on where it stood (goal R5, decision N14).
 */
class PowerCutProgramTest {
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final Duration SOON = Duration.ofSeconds(5);
    /** On a machine that does so much else that a start cannot be judged. */
    private static final Duration SOME_DAY = Duration.ofSeconds(60);

    private final Ticker ticker = new Ticker();

    @TempDir
    Path world;

    private Path data;

    @BeforeEach
    void prepare() throws Exception {
        data = Files.createDirectories(world.resolve("data"));
        try (Bedside bedside = Bedside.open(data)) {
            Moment now = ticker.get();
            enter(bedside, new Event.ConsoleStarted(now, ticker.bootId(), Version.NUMBER, false));
            Openings.opened("s-test1").stream()
                    .filter(Event.SessionOpened.class::isInstance)
                    .map(Event.SessionOpened.class::cast)
                    .forEach(it -> enter(
                            bedside,
                            new Event.SessionOpened(now, it.id(), it.patient(), ZoneId.of("Australia/Sydney"), NURSE)));
            Openings.dosed().forEach(event -> enter(bedside, at(event, now)));
            enter(
                    bedside,
                    new Event.LineConfirmed(
                            now, new InfusionLine(InfusionLine.Route.SUBCUTANEOUS, true, "left"), NURSE));
            enter(bedside, new Event.AssessmentRecorded(now, assessment(), NURSE));
            enter(bedside, new Event.RateOrdered(now, order(), NURSE));
            enter(bedside, new Event.ObservationsCharted(now, Charts.with(""), NURSE));
            bedside.settle(now);
        }
    }

    private static Event at(Event event, Moment now) {
        return switch (event) {
            case Event.WeightConfirmed it -> new Event.WeightConfirmed(now, it.weight(), it.by());
            case Event.SolutionConfirmed it ->
                new Event.SolutionConfirmed(now, it.solution(), it.by(), it.secondChecker());
            case Event.PumpBound it -> new Event.PumpBound(now, it.model(), it.serialNumber(), it.by());
            case Event other -> other;
        };
    }

    private static Assessment assessment() {
        return new Assessment(
                Set.of(Assessment.Purpose.LESS_OPIOID),
                true,
                Set.of(Assessment.OpioidReason.POOR_RESPONSE),
                true,
                Assessment.OpioidPlan.REDUCE);
    }

    private static RateOrder order() {
        return new RateOrder(
                FlowRate.ofMlPerH("1.4"),
                DoseLimit.of("0.05"),
                DoseLimit.of("0.5"),
                RateOrder.Kind.START,
                "Dr P. Okafor");
    }

    private static void enter(Bedside bedside, Event event) {
        assertThat(bedside.accept(event)).isEmpty();
    }

    /** Starts the console on that pump, waits for the first live value, lets it record for a while, and kills it. */
    private Duration startedAndKilled(Program.Simulated pump) throws Exception {
        Files.writeString(
                data.resolve("vigil.properties"), "pump.model = bcc\npump.port = %s\n".formatted(pump.port()));
        long begin = System.nanoTime();
        try (Program console = Program.startIn(world, "--data", data.toString())) {
            assertThat(console.logged("first live value")).isNotEmpty();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(console.linesFor(Duration.ofSeconds(3))).isEmpty();
            List<String> ignored = console.kill();
            assertThat(ignored).isEmpty();
            return took;
        }
    }

    /** Live again within five seconds; where other work holds the processors, it is only asked that it comes at all. */
    private static Duration patience() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return machine.getSystemLoadAverage() < machine.getAvailableProcessors() ? SOON : SOME_DAY;
    }

    @Test
    @Tag("E4")
    @Tag("F1")
    @Tag("A20")
    void afterAPowerCutTheCourseGoesOnWhereItStoodAndTheGapIsRecorded() throws Exception {
        try (Program.Simulated pump = Program.simulate("--rate", "1.4", "--speed", "60")) {
            startedAndKilled(pump);
        }
        Moment troubled = effectsAndPause();
        Duration took;
        try (Program.Simulated pump = Program.simulate("--event", "standby@0")) {
            startedAndKilled(pump);
            took = startedAndKilled(pump);
        }
        assertThat(took).isLessThan(patience());
        whatStoodStandsAgain(troubled);
    }

    /** What the nurse entered before the second cut: troublesome effects, a pause, half a set of observations. */
    private Moment effectsAndPause() throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.session().phase()).as("the pump ran").isIn(Phase.INFUSING, Phase.INTERRUPTED);
            Moment now = ticker.get();
            enter(bedside, new Event.ConsoleStarted(now, ticker.bootId(), Version.NUMBER, false));
            enter(bedside, new Event.ObservationsCharted(now, Charts.with("S1:2 D2:U"), NURSE));
            enter(bedside, new Event.StopExplained(now, StopReason.SIDE_EFFECT_PAUSE, "", NURSE));
            enter(bedside, new Event.DraftKept(now, "observation", Map.of("RR", "15")));
            bedside.settle(now);
            return now;
        }
    }

    private void whatStoodStandsAgain(Moment troubled) throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            Snapshot seen = bedside.snapshot(ticker.get());
            assertThat(bedside.session().id()).hasValue(new SessionId("s-test1"));
            assertThat(bedside.session().phase()).isEqualTo(Phase.PAUSED_FOR_SIDE_EFFECT);
            Optional<Pause> pause = bedside.session().care().effects().running();
            assertThat(pause).as("the pause and its clock").isPresent();
            assertThat(pause.orElseThrow().from().at().utc()).isBefore(troubled.utc());
            assertThat(seen.course().preparation().drafts()).containsEntry("observation", Map.of("RR", "15"));
            assertThat(seen.due()).as("the schedule").isNotEmpty();
            assertThat(seen.attention().conditions())
                    .as("what was not resolved is active again")
                    .anyMatch(condition -> condition.kind() == AlarmKind.SECOND_LOOK);
            assertThat(bedside.session().dosage().totals().course().mg()).isPositive();
            assertThat(bedside.store()
                            .load(new SessionId("s-test1"))
                            .orElseThrow()
                            .gaps())
                    .as("the time without the console")
                    .isNotEmpty();
        }
    }
}
