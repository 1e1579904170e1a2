package vigil.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vigil.alarm.Attention;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

class ScenarioRunTest {
    private static final String COURSE = """
            start 2026-03-02T09:00 Australia/Sydney
            staff ab12 "A. Brown RN" nurse
            pump 1400-8271 syringe 40
            0:01 ab12 notes "before"
            0:01 pump rate 60
            0:01 pump start
            0:02 picture
            0:02 pump alarm occlusion
            0:03 ab12 signs observations_complete
            0:04 end
            0:05 ab12 notes "never"
            """;
    private static final Instant START = Instant.parse("2026-03-01T22:00:00Z");

    /** Takes everything but what it is told to refuse. */
    private static final class Notebook implements Stage {
        private final List<Event> events = new ArrayList<>();
        private final List<Moment> pictures = new ArrayList<>();
        private final List<SignatureMeaning> signed = new ArrayList<>();
        private final List<String> boots = new ArrayList<>();
        private Optional<String> refusal = Optional.empty();

        @Override
        public Optional<String> accept(Event event) {
            events.add(event);
            return event instanceof Event.NoteAdded ? refusal : Optional.empty();
        }

        @Override
        public Optional<String> sign(SignatureMeaning meaning, Staff by, Moment at) {
            signed.add(meaning);
            return Optional.empty();
        }

        @Override
        public void handover(Moment at) {
            throw new AssertionError("no shift changes in this scenario");
        }

        @Override
        public Sight seen(Moment now) {
            return new Sight(Session.initial(), List.of(), Attention.NONE, now);
        }

        @Override
        public void startAgain(String bootId, Moment at) {
            boots.add(bootId);
        }

        @Override
        public void picture(Moment at) {
            pictures.add(at);
        }
    }

    private static ScenarioRun run(Stage stage) {
        return run(COURSE, stage);
    }

    private static ScenarioRun run(String course, Stage stage) {
        return new ScenarioRun(ScenarioText.read("short", course), PumpModel.BCC, stage);
    }

    private static Notebook played() {
        Notebook notebook = new Notebook();
        ScenarioRun run = run(notebook);
        run.playUntil(Duration.ofHours(1));
        assertThat(run.isOver()).isTrue();
        assertThat(run.elapsed()).isEqualTo(Duration.ofMinutes(4));
        return notebook;
    }

    @Test
    void theSameCourseGivesTheSameEventsInEveryRun() {
        assertThat(played().events).isEqualTo(played().events).hasSizeGreaterThan(200);
    }

    @Test
    void aPumpThatIsPlayedAheadSaysTheSameAtTheSameTimes() {
        String course = COURSE.lines().limit(3).collect(java.util.stream.Collectors.joining("\n", "", "\n")) + """
                0:01 pump rate 60
                0:01 pump start
                0:03:30 pump alarm occlusion
                0:04 pump silent
                0:05 pump answers
                0:05:01 cable out
                0:07 cable in
                0:09 clock +1:00
                0:11 power cut for 0:10
                0:30 pump swapped 1400-9000
                0:35 end
                """;
        Notebook beside = new Notebook();
        Notebook before = new Notebook();
        try (ExecutorService pump = Executors.newSingleThreadExecutor()) {
            run(course, beside).playToTheEnd(pump);
        }
        ScenarioRun secondBySecond = run(course, before);
        while (!secondBySecond.isOver()) {
            secondBySecond.playUntil(secondBySecond.elapsed().plusSeconds(1));
        }
        assertThat(beside.events).isEqualTo(before.events).hasSizeGreaterThan(1_000);
        assertThat(beside.boots).isEqualTo(before.boots).hasSize(1);
    }

    @Test
    void thePumpIsReadThroughItsWire() {
        // 60 mL/h for the minute between the start and the occlusion
        assertThat(played().events.stream()
                        .flatMap(event -> event instanceof Event.PumpSaid(PumpEvent.Reading(var reading))
                                ? reading.volumeInfused().stream()
                                : java.util.stream.Stream.empty())
                        .reduce((_, last) -> last))
                .hasValueSatisfying(volume -> assertThat(volume.ml()).isEqualByComparingTo("1"));
        assertThat(played().events)
                .anyMatch(event -> event instanceof Event.PumpSaid(PumpEvent.AlarmStarted(var _, var _, var alarm))
                        && alarm.code().equals("INA3"));
    }

    @Test
    void picturesAndSignaturesComeAtTheirTime() {
        Notebook notebook = played();
        assertThat(notebook.pictures).extracting(Moment::utc).containsExactly(START.plusSeconds(120));
        assertThat(notebook.signed).containsExactly(SignatureMeaning.OBSERVATIONS_COMPLETE);
    }

    @Test
    void nothingIsPlayedAfterTheEnd() {
        assertThat(played().events)
                .filteredOn(Event.NoteAdded.class::isInstance)
                .extracting(event -> ((Event.NoteAdded) event).text())
                .containsExactly("before");
    }

    @Test
    void timeNeverRunsBackAndNeverStandsStill() {
        List<Event> events = played().events;
        for (int i = 1; i < events.size(); i++) {
            Duration gap = events.get(i).at().since(events.get(i - 1).at());
            assertThat(gap).isBetween(Duration.ZERO, Duration.ofMillis(1_999));
        }
    }

    @Test
    void anEntryThatTheConsoleRefusesEndsTheRunWithScenarioTimeAndReason() {
        Notebook notebook = new Notebook();
        notebook.refusal = Optional.of("no session is open");
        assertThatThrownBy(() -> run(notebook).playUntil(Duration.ofHours(1)))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContainingAll("'short' at 0:01:00", "no session is open");
    }

    @Test
    void aRunStopsWhereItIsAskedToAndGoesOnFromThere() {
        ScenarioRun run = run(new Notebook());
        run.playUntil(Duration.ofSeconds(90));
        assertThat(run.elapsed()).isEqualTo(Duration.ofSeconds(90));
        assertThat(run.isOver()).isFalse();
        run.playUntil(Duration.ofSeconds(91));
        assertThat(run.now().utc()).isEqualTo(START.plusSeconds(91));
    }

    private static Notebook played(String statements) {
        Notebook notebook = new Notebook();
        String head = COURSE.lines().limit(3).collect(java.util.stream.Collectors.joining("\n", "", "\n"));
        ScenarioRun run = run(head + statements, notebook);
        run.playUntil(Duration.ofHours(1));
        return notebook;
    }

    @Test
    void anExpectationThatIsNotMetNamesTimeAndWhatIsThereInstead() {
        assertThatThrownBy(() -> played("0:02 expect phase infusing"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("at 0:02:00: phase PLANNED instead of INFUSING");
        assertThatThrownBy(() -> played("0:02 expect prompt R12")).hasMessageContaining("no prompt R12");
        assertThatThrownBy(() -> played("0:02 expect dose 0.100")).hasMessageContaining("dose none instead of 0.100");
        assertThatThrownBy(() -> played("0:02 expect mg 35 within 0.1")).hasMessageContaining("0 mg instead of 35");
        assertThatThrownBy(() -> played("0:02 expect gate open")).hasMessageContaining("the gate is shut");
        assertThatThrownBy(() -> played("0:02 expect sound R12")).hasMessageContaining("R12 does not sound but none");
        assertThatThrownBy(() -> played("0:02 expect clock 09:03"))
                .hasMessageContaining("clock 09:02 instead of 09:03");
    }

    @Test
    void anExpectationThatIsMetSaysNothing() {
        Notebook notebook = played("""
                0:02 expect phase planned
                0:02 expect no prompt R12
                0:02 expect no dose
                0:02 expect mg 0 within 0
                0:02 expect gate shut
                0:02 expect voided 0
                0:02 expect no sound
                0:02 expect no t0
                0:02 expect mgkg 0 within 0
                0:02 expect clock 09:02
                """);
        assertThat(notebook.events).hasSizeGreaterThan(100);
    }

    @Test
    void anEntryThatShouldHaveBeenRefusedAndWasNotIsReported() {
        assertThatThrownBy(() -> played("0:02 refused ab12 reviews")).hasMessageContaining("was to be refused");
    }

    @Test
    void aPulledCableEndsTheReadingsAndAPluggedOneBringsThemBack() {
        Notebook notebook = played("0:01 cable out\n0:02 cable in\n0:03 end");
        assertThat(notebook.events)
                .filteredOn(event -> event instanceof Event.PumpSaid(PumpEvent.Reading _))
                .noneMatch(event -> event.at().utc().isAfter(START.plusSeconds(61))
                        && event.at().utc().isBefore(START.plusSeconds(120)))
                .anyMatch(event -> event.at().utc().isAfter(START.plusSeconds(120)));
    }

    @Test
    void aPowerCutTakesItsTimeAndBeginsAnotherBoot() {
        Notebook notebook = played("0:01 power cut for 0:10\n0:12 ab12 notes after");
        assertThat(notebook.boots).containsExactly(ScenarioRun.BOOT_ID + "1");
        assertThat(notebook.events)
                .noneMatch(event -> event.at().utc().isAfter(START.plusSeconds(60))
                        && event.at().utc().isBefore(START.plusSeconds(660)));
    }

    @Test
    void aPumpThatFallsSilentIsStillOnItsLine() {
        Notebook notebook = played("0:01 pump silent\n0:02 pump answers\n0:03 end");
        assertThat(notebook.events)
                .filteredOn(event -> event instanceof Event.PumpSaid(PumpEvent.Reading _))
                .noneMatch(event -> event.at().utc().isAfter(START.plusSeconds(61))
                        && event.at().utc().isBefore(START.plusSeconds(120)))
                .anyMatch(event -> event.at().utc().isAfter(START.plusSeconds(120)));
        assertThat(notebook.events)
                .noneMatch(event ->
                        event instanceof Event.PumpSaid(PumpEvent.LinkChanged(var _, LinkState.Unreachable _)));
    }
}
