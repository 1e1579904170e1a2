package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.RecordingState;
import vigil.journal.JournalException;
import vigil.journal.NotWritableException;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SessionId;

/** A console whose data directory cannot be written shows everything and says that it records nothing (E2). */
@Tag("E2")
class UnrecordedTest {
    @TempDir
    Path dir;

    private Bedside unrecorded(Path folder) throws IOException {
        NotWritableException cause = new NotWritableException("read-only file system", new IOException("EROFS"));
        return Bedside.unrecorded(folder, cause, Runnable::run);
    }

    private static Moment reading(Bedside bedside, int second) {
        Moment at = Openings.after(Duration.ofSeconds(second));
        assertThat(bedside.accept(Openings.said(Openings.reading(at, "0." + second))))
                .isEmpty();
        bedside.settle(at);
        return at;
    }

    @Test
    void valuesAreShownAndNotRecordingIsSaidWithTheCause() throws Exception {
        try (Bedside bedside = unrecorded(dir.resolve("nowhere"))) {
            for (Event event : Openings.opened("s-test1")) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            for (Event event : Openings.dosed()) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            Moment at = reading(bedside, 5);
            assertThat(bedside.session().doseRate(bedside.session().elapsedAt(at)))
                    .isPresent();
            assertThat(bedside.snapshot(at).recording())
                    .isInstanceOfSatisfying(
                            RecordingState.NotRecording.class,
                            not -> assertThat(not.reason()).contains("read-only file system"));
            assertThat(bedside.snapshot(at).attention().conditions())
                    .anyMatch(condition -> condition.kind().name().equals("NOT_RECORDING"));
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aCourseThatStandsInARecordThatCanBeReadGoesOn() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-test1").forEach(bedside::accept);
            Openings.dosed().forEach(bedside::accept);
            reading(bedside, 1);
        }
        Map<String, Long> before = files();
        try (Bedside bedside = unrecorded(dir)) {
            assertThat(bedside.session().id()).hasValue(new SessionId("s-test1"));
            Moment at = reading(bedside, 3);
            assertThat(bedside.session().isOpen()).isTrue();
            assertThat(bedside.store().sessions()).hasSize(1);
            assertThat(bedside.snapshot(at).recording()).isInstanceOf(RecordingState.NotRecording.class);
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Tag("E7")
    void aDamagedRecordIsRefusedAllTheSame() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-test1").forEach(bedside::accept);
            reading(bedside, 1);
        }
        Path journal = dir.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[200] ^= 0x10;
        Files.write(journal, bytes);
        assertThatThrownBy(() -> unrecorded(dir))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged");
    }

    /** The real program, on a place where nobody can make a directory. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theWindowOpensAndTheLogSaysWhy() throws Exception {
        try (Program console = Program.startIn(dir, "--data", "/proc/vigil")) {
            assertThat(console.logged("Nothing is recorded")).contains("/proc/vigil");
            assertThat(console.logged("Not recording")).contains("/proc/vigil");
            assertThat(console.linesFor(Duration.ofSeconds(2))).isEmpty();
            assertThat(console.isRunning()).isTrue();
        }
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : List.copyOf(files.toList())) {
                sizes.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        }
        return sizes;
    }
}
