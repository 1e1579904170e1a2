package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Faults;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.Timetable;

/** The RFC 2217 client against Debian's ser2net, which opens a simulated pump's pseudo-terminal; skipped without it. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class Ser2netTest {
    @TempDir
    Path directory = Path.of("unset");

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    private static Optional<Path> installed() {
        return Stream.of("/usr/sbin/ser2net", "/usr/bin/ser2net", "/usr/local/sbin/ser2net")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process serve(Path program, String device, int port) throws IOException {
        Path configuration = directory.resolve("ser2net.yaml");
        Files.writeString(configuration, """
                connection: &pump
                  accepter: telnet(rfc2217),tcp,127.0.0.1,%d
                  connector: serialdev,%s,9600n81,local
                """.formatted(port, device));
        return new ProcessBuilder(program.toString(), "-n", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    @ParameterizedTest
    @EnumSource
    void pumpIsReadThroughSer2net(PumpModel model) throws IOException, InterruptedException {
        assumeTrue(installed().isPresent(), "ser2net is not installed");
        Moment start = now();
        SimulatedPump pump = model.newSimulatedPump("12345", Volume.ofMl("50"), start);
        Speaker speaker = model.newSpeaker(Rack.of(pump), start);
        PtyOutlet outlet = PtyOutlet.open();
        SimulatorServer server = new SimulatorServer(
                outlet, speaker, new Timetable(List.of(), start), Faults.none(start), Ser2netTest::now);
        Thread pumpThread = Thread.ofPlatform().start(server);
        int port = freePort();
        Process process = serve(installed().orElseThrow(), outlet.address(), port);
        try {
            read(model, port);
            assertThat(speaker.strays()).isEmpty();
        } finally {
            process.destroy();
            server.stop();
            assertThat(pumpThread.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    private void read(PumpModel model, int port) throws InterruptedException {
        PortAddress address = PortAddress.parse("rfc2217://127.0.0.1:" + port);
        LineSource source =
                () -> new GuardedLine(address.open(new SerialPorts(directory), model.lineSettings()), model::permits);
        Queue<PumpEvent> events = new ConcurrentLinkedQueue<>();
        LinkLoop loop =
                new LinkLoop(source, WatchedLink.of(model), Ser2netTest::now, events::add, Thread::startVirtualThread);
        Thread thread = Thread.ofPlatform().start(loop);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events.stream()
                                .filter(PumpEvent.Reading.class::isInstance)
                                .count()
                        >= 3);
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).isEmpty();
    }
}
