package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.WatchedLink;

/**
 * What really goes over each sort of line while a silent pump is asked and left: the far end gets the bytes of
 * the queries, each held against the printed list, and not one byte more.
 */
@Timeout(60)
class ReadOnlyLineTest {
    private static final int ENOUGH = 2;

    @TempDir
    Path directory = Path.of("unset");

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    /** Runs the link over the line until it has asked a few times, then ends it. */
    private WatchedLink asked(PumpModel model, String address) throws InterruptedException {
        WatchedLink link = WatchedLink.of(model);
        LineSource source = () -> new GuardedLine(
                PortAddress.parse(address).open(new SerialPorts(directory), model.lineSettings()), model::permits);
        LinkLoop loop = new LinkLoop(source, link, ReadOnlyLineTest::now, event -> {}, Thread::startVirtualThread);
        Thread thread = Thread.ofPlatform().start(loop);
        await().atMost(Duration.ofSeconds(20)).until(() -> link.counters().queriesSent() >= ENOUGH);
        loop.stop();
        assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
        assertThat(link.sentHex()).isNotEmpty();
        return link;
    }

    @ParameterizedTest
    @EnumSource
    void overTcpOnlyTheQueriesArrive(PumpModel model) throws IOException, InterruptedException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread ear = Thread.ofVirtual().start(() -> listen(mute, heard));
            WatchedLink link = asked(model, "tcp://127.0.0.1:" + mute.getLocalPort());
            assertThat(ear.join(Duration.ofSeconds(8))).isTrue();
            assertThat(HexFormat.of().formatHex(heard.toByteArray())).isEqualTo(link.sentHex());
        }
    }

    private static void listen(ServerSocket mute, ByteArrayOutputStream heard) {
        try (Socket client = mute.accept()) {
            client.getInputStream().transferTo(heard);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Beside them the settings of the line, DTR down and RTS down; no break, no purge, no other control. */
    @ParameterizedTest
    @EnumSource
    @Tag("B12")
    void overRfc2217OnlyTheQueriesArriveAndTheControlLinesStayDown(PumpModel model)
            throws IOException, InterruptedException {
        try (Rfc2217Box box = new Rfc2217Box()) {
            Thread.ofVirtual().start(box);
            WatchedLink link = asked(model, "rfc2217://127.0.0.1:" + box.port());
            await().untilAsserted(() -> assertThat(box.dataHex()).isEqualTo(link.sentHex()));
            assertThat(List.copyOf(box.settings)).hasSize(7).endsWith("fffa2c0509fff0", "fffa2c050cfff0");
            assertThat(List.copyOf(box.settings).subList(0, 5))
                    .extracting(setting -> setting.substring(0, 8))
                    .containsExactly("fffa2c01", "fffa2c02", "fffa2c03", "fffa2c04", "fffa2c05");
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    void overASerialPortOnlyTheQueriesArrive(PumpModel model) throws IOException, InterruptedException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            WatchedLink link = asked(model, terminal.path());
            assertThat(HexFormat.of().formatHex(drained(terminal))).isEqualTo(link.sentHex());
        }
    }

    private static byte[] drained(PseudoTerminal terminal) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_024];
        for (int count = 1; count > 0; ) {
            count = terminal.read(buffer, Duration.ofMillis(200));
            all.write(buffer, 0, Math.max(0, count));
        }
        return all.toByteArray();
    }
}
