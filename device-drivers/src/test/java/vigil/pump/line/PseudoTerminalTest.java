package vigil.pump.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.bcc.BccQuery;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class PseudoTerminalTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    Path directory = Path.of("unset");

    private Line open(PseudoTerminal terminal) throws IOException {
        return new SerialPorts(directory).open(terminal.path(), PumpModel.BCC.lineSettings());
    }

    @Test
    void everyByteValueComesThroughUnchanged() throws IOException {
        byte[] all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        try (PseudoTerminal terminal = PseudoTerminal.open();
                Line line = open(terminal)) {
            terminal.write(all);
            assertThat(readFully(line, all.length)).isEqualTo(all);
        }
    }

    @Test
    void canBeOpenedAgainAndAgainForAPumpOfSevenBits() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            for (int time = 0; time < 3; time++) {
                try (Line line = new SerialPorts(directory).open(terminal.path(), PumpModel.FRESENIUS.lineSettings())) {
                    terminal.write(new byte[] {5});
                    assertThat(readFully(line, 1)).containsExactly(5);
                }
            }
        }
    }

    private static byte[] readFully(Line line, int length) throws IOException {
        byte[] heard = new byte[0];
        byte[] buffer = new byte[512];
        while (heard.length < length) {
            int count = line.read(buffer, SOON);
            assertThat(count).isPositive();
            int before = heard.length;
            heard = Arrays.copyOf(heard, before + count);
            System.arraycopy(buffer, 0, heard, before, count);
        }
        return heard;
    }

    @Test
    void queryArrivesAtTheOtherEnd() throws IOException {
        Query alive = BccQuery.alive(true);
        try (PseudoTerminal terminal = PseudoTerminal.open();
                Line line = open(terminal)) {
            line.write(alive);
            byte[] buffer = new byte[512];
            int count = terminal.read(buffer, SOON);
            assertThat(Arrays.copyOf(buffer, count)).isEqualTo(alive.bytes());
        }
    }

    @Test
    void nothingHeardIsZeroAfterTheTimeout() throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open();
                Line line = open(terminal)) {
            assertThat(line.read(new byte[10], Duration.ofMillis(100))).isZero();
            assertThat(terminal.read(new byte[10], Duration.ofMillis(10))).isZero();
        }
    }

    @Test
    void closedTerminalIsGoneForBothEnds() throws IOException {
        PseudoTerminal terminal = PseudoTerminal.open();
        try (Line line = open(terminal)) {
            terminal.close();
            assertThat(line.read(new byte[10], SOON)).isEqualTo(-1);
            assertThat(terminal.read(new byte[10], SOON)).isEqualTo(-1);
        }
    }

    @Test
    void writingToAnEndThatNobodyReadsComesToAnEnd() throws IOException {
        byte[] much = "x".repeat(100_000).getBytes(US_ASCII);
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            terminal.write(much);
            assertThat(terminal.path()).startsWith("/dev/pts/");
        }
    }

    /** The null device stands in for a master that gets no other end. */
    @Test
    void masterThatGetsNoOtherEndIsClosed() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("/dev/null");
            int notAMaster = CLibrary.check("open", CLibrary.OPEN, name, 2);
            Path descriptor = Path.of("/proc/self/fd/" + notAMaster);
            assertThat(Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)).isTrue();
            assertThatThrownBy(() -> PseudoTerminal.of(notAMaster)).hasMessageContaining("failed with system error");
            assertThat(Files.exists(descriptor, LinkOption.NOFOLLOW_LINKS)).isFalse();
        }
    }
}
