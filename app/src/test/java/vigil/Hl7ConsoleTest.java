package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.mllp.ScriptedReceiver;
import vigil.session.Event;

/** The real console with a receiver in its settings, the receiver on a real socket, and {@code vigil hl7} beside it. */
class Hl7ConsoleTest {
    @TempDir
    Path world;

    private Path data;

    /** A course that is over for the console: twenty minutes of it stand in the record. */
    @BeforeEach
    void record() throws Exception {
        data = Files.createDirectories(world.resolve("data"));
        try (Bedside bedside = Bedside.open(data)) {
            List<Event> events = new ArrayList<>(Openings.opened("s-test1"));
            events.addAll(Openings.dosed());
            for (int second = 1; second <= 60; second++) {
                events.add(Openings.said(
                        Openings.reading(Openings.after(Duration.ofSeconds(second)), "0.%02d".formatted(second))));
            }
            events.forEach(event -> assertThat(bedside.accept(event)).isEmpty());
            bedside.settle(Openings.after(Duration.ofSeconds(61)));
        }
    }

    private void receiver(String address) throws Exception {
        Files.writeString(data.resolve("vigil.properties"), "hl7.receiver = " + address + "\n");
    }

    private Program.Ended refusals() throws Exception {
        return Program.run("hl7", "--data", data.toString());
    }

    @Test
    void withoutAnyRefusalTheCommandSaysSo() throws Exception {
        Program.Ended ended = refusals();
        assertThat(ended.out()).containsExactly("no HL7 message has been refused");
        assertThat(ended.status()).isZero();
    }

    @Test
    void aDirectoryThatIsNotThereIsNamedAndNotMade() throws Exception {
        Path missing = world.resolve("missing");
        Program.Ended ended = Program.run("hl7", "--data", missing.toString());
        assertThat(ended.status()).isNotZero();
        assertThat(ended.err().toString()).contains(missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void theConsoleSendsTheRecordAndTheCommandListsWhatWasRefusedWhileItRuns() throws Exception {
        List<String> asked = new ArrayList<>();
        try (ScriptedReceiver receiver = new ScriptedReceiver(
                        new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), id -> answer(asked, id));
                Program console = console(receiver.port())) {
            assertThat(console.logged("refused a message")).contains("'vigil hl7' says which");
            assertThat(receiver.received().poll(60, TimeUnit.SECONDS)).startsWith("s-test1-");
            assertThat(receiver.received().poll(60, TimeUnit.SECONDS)).startsWith("s-test1-");
            Program.Ended ended = told();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.out()).singleElement().asString().contains(asked.get(1), "AR", "unknown patient");
        }
        String kept = new String(Files.readAllBytes(data.resolve("hl7.answered")), StandardCharsets.ISO_8859_1);
        assertThat(kept).doesNotContain("s-test1", "patient");
    }

    /** The second message is refused. */
    private static String answer(List<String> asked, String id) {
        asked.add(id);
        return asked.size() == 2 ? "AR" : "AA";
    }

    private Program console(int port) throws Exception {
        receiver("127.0.0.1:" + port);
        return Program.startIn(world, "--data", data.toString());
    }

    /** The list is written once the queue has gone through what was due. */
    private Program.Ended told() throws Exception {
        Program.Ended ended = refusals();
        for (int look = 0; look < 20 && ended.status() == 0; look++) {
            ended = refusals();
        }
        return ended;
    }

    @Test
    void aWrongAddressIsToldAndTheConsoleRunsAllTheSame() throws Exception {
        receiver("emr:99999");
        try (Program console = Program.startIn(world, "--data", data.toString())) {
            assertThat(console.logged("Nothing goes to the HL7 receiver")).contains("a port is 1 to 65535");
            assertThat(console.isRunning()).isTrue();
        }
    }
}
