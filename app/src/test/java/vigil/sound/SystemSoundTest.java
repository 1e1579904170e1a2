package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way through the sound library of the machine, in a process of its own: the library is told to write what it is
 * given into a file instead of playing it. Such a device takes samples as fast as they come; what is measured is counted in
 * samples.
 */
@Timeout(120)
class SystemSoundTest {
    private static final int BYTES_A_FRAME = 4;

    @TempDir
    Path dir;

    @SuppressWarnings("restricted") // whether it is there is all that is asked
    private static boolean hasAlsa() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libasound.so.2", arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the loudspeaker reports on a machine whose sound library reads {@code configuration}. */
    private List<String> reports(String configuration) throws IOException {
        Path file = Files.writeString(dir.resolve("asound.conf"), configuration);
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SoundForAMoment.class.getName());
        child.environment().put("ALSA_CONFIG_PATH", file.toString());
        child.redirectError(ProcessBuilder.Redirect.DISCARD);
        try (var lines = child.start().inputReader()) {
            return lines.lines().filter(line -> line.matches("[A-Z_]+")).toList();
        }
    }

    private short[] left(Path recorded) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recorded)).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / BYTES_A_FRAME];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(i * BYTES_A_FRAME);
        }
        return samples;
    }

    @Test
    void aHighBurstLeavesTheProgramAsTheTableSays() throws IOException {
        assumeTrue(hasAlsa(), "this machine has no ALSA");
        Path recorded = dir.resolve("recorded");
        List<String> reports = reports("""
                pcm.!default { type plug slave.pcm { type file slave.pcm { type null } file "%s" format "raw" } }
                """.formatted(recorded));
        List<Heard.Tone> tones = new Heard(left(recorded)).tones();

        assertThat(reports).containsExactly("PLAYS");
        assertThat(tones).hasSizeGreaterThanOrEqualTo(10);
        assertThat(tones.subList(0, 10))
                .allSatisfy(tone -> assertThat(tone.lengthMillis()).isCloseTo(150, within(4.0)));
        assertThat(tones.get(5).fromMillis() - tones.get(4).toMillis()).isCloseTo(800, within(4.0));
    }

    @Test
    @Tag("F6")
    void aMachineWithoutASoundDeviceIsReported() throws IOException {
        assertThat(reports("pcm.!default { type hw card nowhere }\n")).containsExactly("NO_DEVICE");
    }
}
