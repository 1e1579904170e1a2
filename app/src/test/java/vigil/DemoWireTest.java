package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.scenario.ScenarioText;
import vigil.ui.wire.WireSight;
import vigil.ui.wire.WireSight.Kind;

/** The wire view of a demo shows the bytes of its simulated line. */
class DemoWireTest {
    private final List<WireSight> seen = new ArrayList<>();

    @Test
    void whatPassesOverTheSimulatedLineIsShown(@TempDir Path out) throws Exception {
        try (Demo demo = new Demo(ScenarioText.shipped("first-hour"), out.resolve("demo"), new Wiring())) {
            demo.showWire(Duration.ofSeconds(10), seen::add);
            demo.playUntil(Duration.ofMinutes(5));
        }
        WireSight last = seen.getLast();
        assertThat(last.rows()).extracting(WireSight.Row::kind).contains(Kind.SENT, Kind.RECEIVED);
        assertThat(last.counters().framesAccepted()).isPositive();
        assertThat(seen).hasSizeLessThanOrEqualTo(31);
    }
}
