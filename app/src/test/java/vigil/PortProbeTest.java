package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.line.SerialPorts;
import vigil.pump.sim.Faults;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.Timetable;

/** {@code vigil ports --probe} at pseudo-terminals behind which a pump of each model stands, or something else. */
@EnabledOnOs(OS.LINUX)
class PortProbeTest {
    private final Wiring wiring = new Wiring();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @TempDir
    Path dir;

    /** Keeps what a device was told. */
    private record Overheard(Speaker speaker, List<String> heard) implements Speaker {
        @Override
        public byte[] heard(byte[] bytes, int length, Moment now) {
            if (length > 0) {
                heard.add(HexFormat.of().formatHex(bytes, 0, length));
            }
            return speaker.heard(bytes, length, now);
        }

        @Override
        public long wakeAt() {
            return speaker.wakeAt();
        }

        @Override
        public List<String> strays() {
            return speaker.strays();
        }
    }

    /** Says the same thing every 0.2 s to nobody. */
    private static final class Babbler implements Speaker {
        private long next;

        @Override
        public byte[] heard(byte[] bytes, int length, Moment now) {
            next = now.plus(Duration.ofMillis(200)).bootNanos();
            return new byte[] {'h', 'i', '\r'};
        }

        @Override
        public long wakeAt() {
            return next;
        }

        @Override
        public List<String> strays() {
            return List.of();
        }
    }

    private static Speaker speaker(PumpModel model, Moment now) {
        return model.newSpeaker(Rack.of(model.newSimulatedPump("1400-8271", Volume.ofMl("50"), now)), now);
    }

    private String probed(Speaker speaker, LineChoice line) throws IOException {
        PtyOutlet outlet = PtyOutlet.open();
        Moment now = wiring.ticker().get();
        SimulatorServer server = new SimulatorServer(
                outlet,
                new Overheard(speaker, heard),
                new Timetable(List.of(), now),
                Faults.none(now),
                wiring.ticker());
        Thread serving = Thread.ofPlatform().start(server);
        try {
            return new PortProbe(wiring, new SerialPorts(dir.resolve("native")), line)
                    .ask(outlet.address())
                    .said();
        } finally {
            server.stop();
            assertThat(serving.isInterrupted()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BCC", "ALARIS", "FRESENIUS"})
    void thePumpThatIsThereIsFound(PumpModel model) throws Exception {
        Speaker speaker = speaker(model, wiring.ticker().get());
        assertThat(probed(speaker, LineChoice.FACTORY))
                .startsWith(model.humanName() + ": ")
                .contains("1400-8271");
        if (model != PumpModel.ALARIS) {
            // A pseudo-terminal has no speed: what is asked of others at theirs is heard here too
            assertThat(speaker.strays()).isEmpty();
        }
    }

    @Test
    void aPumpThatMustNotBeAskedIsToldWithItsReasonAndHearsNoLineOfItsOwn() throws Exception {
        String answer = probed(
                speaker(PumpModel.NEW_ERA, wiring.ticker().get()),
                new LineChoice(Optional.of(9_600), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(answer).startsWith("nothing speaks or answers").contains("newera: never asked, any answer");
        assertThat(answer).contains("alaris: not asked with other line settings than 38400 8N1");
        assertThat(String.join("", heard)).isNotEmpty().doesNotContain("0d");
    }

    @Test
    void whereSomethingUnknownSpeaksNothingIsSent() throws Exception {
        assertThat(probed(new Babbler(), LineChoice.FACTORY))
                .startsWith("something speaks here by itself (68690d")
                .contains("nothing was sent");
        assertThat(heard).isEmpty();
    }
}
