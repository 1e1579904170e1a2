package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.scenario.ScenarioText;

/**
 * Every scenario that ships, played to its end: what it expects on the way is met, and its record verifies.
 * {@code -Dscenario=NAME} plays one alone.
 */
class ShippedScenariosTest {
    private static final Wiring WIRING = new Wiring();

    @TempDir
    Path out;

    /** The planned course is five days long and is played by {@link DemoTest}. */
    static List<String> names() {
        String only = System.getProperty("scenario", "");
        return ScenarioText.shippedNames().stream()
                .filter(name -> only.isEmpty() ? !name.equals("planned-course") : name.equals(only))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatItExpectsIsMet(String name) throws Exception {
        try (Demo demo = new Demo(ScenarioText.shipped(name), out, WIRING)) {
            demo.playToTheEnd();
        }
        Verification.Result verified = new Verification(DemoFolder.data(out)).run();
        assertThat(verified.sound()).as("%s", verified).isTrue();
    }
}
