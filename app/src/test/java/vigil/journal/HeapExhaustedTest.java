package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program without memory ends at once and does not go on half alive; what it had acknowledged is there. */
class HeapExhaustedTest {
    private static final Path PACKAGED = Path.of("../installer/src/main/jvm/vigil.options");
    /** What a Java machine that was told to end on lack of memory ends with. */
    private static final int ENDED_BY_LACK_OF_MEMORY = 3;

    @TempDir
    Path dir;

    @Test
    @Tag("F1")
    void aProgramWithoutMemoryEndsAtOnceWithoutADumpAndLosesNothingAcknowledged() throws Exception {
        List<String> options;
        try (Stream<String> lines = Files.lines(PACKAGED)) {
            options = new ArrayList<>(
                    lines.filter(line -> line.contains("OutOfMemoryError")).toList());
        }
        options.addAll(List.of("-Xmx24m", "-XX:HeapDumpPath=" + dir.resolve("dump.hprof")));

        long acknowledged = 0;
        try (ChildJvm child = ChildJvm.runningWith(options, AppendUntilHeapIsFull.class, dir.toString())) {
            for (String line = child.lines().readLine();
                    line != null;
                    line = child.lines().readLine()) {
                acknowledged = line.matches("\\d+ \\d+") ? Long.parseLong(line.split(" ", 2)[0]) : acknowledged;
            }
            assertThat(child.status()).isEqualTo(ENDED_BY_LACK_OF_MEMORY);
        }

        assertThat(acknowledged).isPositive();
        assertThat(entries()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(dir.resolve("dump.hprof")).doesNotExist();
    }

    private long entries() throws JournalException {
        long[] count = {0};
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            journal.replay(_ -> count[0]++);
        }
        return count[0];
    }
}
