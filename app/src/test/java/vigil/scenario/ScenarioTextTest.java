package vigil.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.pump.sim.SimulatedPump;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Step;
import vigil.session.Event;

class ScenarioTextTest {
    private static final String HEAD = """
            start 2026-03-02T09:00 Australia/Sydney
            staff ab12 "A. Brown RN" nurse
            pump 1400-8271 syringe 40
            """;
    private static final Moment NOW = new Moment(Instant.parse("2026-03-01T22:00:00Z"), 0, 0);

    @Test
    void pumpDeedsKeepTheirTimeAndFigures() {
        Scenario scenario = ScenarioText.read("x", HEAD + "4:30 pump rate 1.40\n104:30:15 pump syringe 40\n");

        assertThat(scenario.steps())
                .extracting(Step::at)
                .containsExactly(
                        Duration.ofMinutes(270),
                        Duration.ofHours(104).plusMinutes(30).plusSeconds(15));
        SimulatedPump pump = new SimulatedPump("688N030003", "1", Volume.ofMl("20"), NOW);
        scenario.steps().forEach(step -> ((Deed.AtPump) step.deed()).act().on(pump, NOW));
        assertThat(pump.rateNlPerH()).isEqualTo(1_400_000);
        assertThat(pump.volumeLeft()).isEqualTo(Volume.ofMl("40"));
    }

    @Test
    void stepsPlayInOrderOfTimeWhateverTheOrderOfLines() {
        Scenario scenario = ScenarioText.read("x", HEAD + "2:00 end\n1:00 picture\n");

        assertThat(scenario.steps()).extracting(Step::deed).containsExactly(new Deed.Picture(), new Deed.End());
    }

    @ParameterizedTest
    @CsvSource({
        "assesses eased, PauseAssessed",
        "assesses not-eased, PauseAssessed",
        "directed Okafor stop, PhysicianDirected",
        "overrides R17 Okafor sleep, OverrideRecorded",
        "away X-ray, PatientAway",
        "back, PatientBack",
        "concern seizure short, ConcernRaised",
        "over seen, ConcernEnded",
        "plans-review 2026-04-13, ReviewPlanned",
        "plans-review interstate, ReviewPlanned",
        "sets-aside R7 known, PromptClosed"
    })
    void whatIsDoneForThePatientHasItsWord(String words, String event) {
        Scenario scenario = ScenarioText.read("x", HEAD + "1:00 ab12 " + words + "\n");

        assertThat(scenario.steps())
                .singleElement()
                .extracting(step ->
                        ((Deed.Enter) step.deed()).entry().at(NOW).getClass().getSimpleName())
                .isEqualTo(event);
    }

    @Test
    void aRepeatedStatementWalksItsFiguresUpAndDown() {
        Scenario scenario =
                ScenarioText.read("x", HEAD + "1:00 every 1:00 until 5:00 ab12 observes core sedation 0 rr 14~16\n");

        assertThat(scenario.steps().stream().map(Step::deed).map(ScenarioTextTest::respiratoryRate))
                .containsExactly(14, 15, 16, 15, 14);
    }

    private static int respiratoryRate(Deed deed) {
        Event event = ((Deed.Enter) deed).entry().at(NOW);
        return ((Event.ObservationsCharted) event)
                .set()
                .vitals()
                .respiratoryRatePerMin()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:00 pump dance",
                "1:00 nobody reviews",
                "later pump start",
                "1:00 ab12 observes core rr 14",
                "1:00 ab12 weight 700 measured \"bed scale\" 2026-03-01",
                "1:00 pump start at once"
            })
    void aMistakeIsToldWithItsLine(String line) {
        assertThatThrownBy(() -> ScenarioText.read("x", HEAD + line + "\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(line);
    }

    @Test
    void thePlannedCourseHasNineSetsAfterCessation() {
        Scenario course = ScenarioText.shipped("planned-course");
        Duration cessation = Duration.ofHours(100).plusMinutes(30);

        assertThat(course.steps().stream()
                        .filter(step -> step.at().compareTo(cessation) > 0)
                        .map(Step::deed)
                        .filter(Deed.Enter.class::isInstance)
                        .map(deed -> ((Deed.Enter) deed).entry().at(NOW))
                        .filter(Event.ObservationsCharted.class::isInstance))
                .hasSize(9);
    }

    @Test
    void aPartIsReadWithItsTimesCountedFromWhereItIsTakenIn() {
        Scenario scenario = ScenarioText.read("x", HEAD + "staff ce07 \"C. Ellis RN\" nurse\n2:00 with four-hours\n");

        assertThat(scenario.steps()).hasSize(9);
        assertThat(scenario.steps().getFirst().at()).isEqualTo(Duration.ofHours(2));
        assertThat(scenario.steps().getLast().at()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void aPartThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> ScenarioText.read("x", HEAD + "with nothing\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("no part 'nothing'");
    }

    @Test
    void everyTextInTheFolderIsListed() throws Exception {
        Path folder = Path.of(ScenarioText.class
                        .getResource("/vigil/scenario/index.txt")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".txt") && !name.equals("index.txt"))
                            .map(name -> name.substring(0, name.length() - 4)))
                    .containsExactlyInAnyOrderElementsOf(ScenarioText.shippedNames());
        }
    }
}
