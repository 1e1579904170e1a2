package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.engine.Engine;
import vigil.engine.EngineState;
import vigil.engine.Step;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.resume.ResumePoints;
import vigil.scenario.ScenarioText;
import vigil.session.Event;

/**
 * Whatever a scenario that ships leads to can be written and comes back as it was, and an engine that goes on from there
 * says the same of every later event. {@code -Dscenarios=all} takes all of them.
 */
class ResumedScenariosTest {
    private static final int PLACES = 12;
    private static final Wiring WIRING = new Wiring();

    @TempDir
    Path out;

    /** Every kind of course in the quick run; the planned one is five days long. */
    static List<String> names() {
        List<String> all = ScenarioText.shippedNames().stream()
                .filter(name -> !name.equals("planned-course"))
                .sorted()
                .toList();
        return System.getProperty("scenarios", "").equals("all") ? all : everyFourth(all);
    }

    private static List<String> everyFourth(List<String> all) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 4) {
            some.add(all.get(i));
        }
        return some;
    }

    private List<Event> played(String name) throws Exception {
        try (Demo demo = new Demo(ScenarioText.shipped(name), out, WIRING)) {
            demo.playToTheEnd();
        }
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(DemoFolder.data(out));
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }

    private EngineState throughTheDisk(EngineState state, long sequence) throws Exception {
        Path folder = Files.createTempDirectory(out, "point");
        ResumePoints points = new ResumePoints(folder, new SecretKeySpec(new byte[32], "AES"), "0".repeat(64));
        points.write(new Head(sequence, "1".repeat(64)), state);
        return (EngineState) points.read(points.newestFirst().getFirst());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEngineThatGoesOnFromAPointSaysTheSame(String name) throws Exception {
        List<Event> events = played(name);
        Engine whole = new Engine();
        Engine resumed = new Engine();
        for (int i = 0; i < events.size(); i++) {
            Step expected = whole.replay(events.get(i));
            Step step = resumed.replay(events.get(i));
            assertThat(step.findings()).isEqualTo(expected.findings());
            assertThat(step.attention()).isEqualTo(expected.attention());
            if (i % (events.size() / PLACES + 1) == 0 || i == events.size() - 1) {
                assertThat(resumed.state()).isEqualTo(whole.state());
                EngineState read = throughTheDisk(resumed.state(), i + 1);
                assertThat(read).isEqualTo(whole.state());
                resumed = new Engine();
                resumed.become(read);
            }
        }
        assertThat(resumed.state()).isEqualTo(whole.state());
        assertThat(resumed.snapshot(events.getLast().at()))
                .isEqualTo(whole.snapshot(events.getLast().at()));
    }
}
