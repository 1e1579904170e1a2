package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal R1: no acknowledged entry is lost when the process is killed, whatever it was doing. */
class KillTest {
    /** 200 in every build; {@code -Pkill} asks for more. */
    private static final int KILLS = Integer.getInteger("vigil.kills", 200);
    /** A record that went through more kills than that takes longer to check than it tells. */
    private static final int KILLS_OF_A_RECORD = 20;

    private static final int AT_ONCE = 2;
    /** Acknowledged before a kill: enough for several checkpoints and rounds of all kinds of entries. */
    private static final int MOST_LINES = 100;

    @TempDir
    Path dir;

    @Test
    @Tag("E4")
    void everyAcknowledgedEntryIsThereAfterEveryKill() throws Exception {
        ChildJvm.Quick writer = ChildJvm.Quick.of(
                dir.resolve("classes"),
                AppendUntilKilled.class,
                dir.resolve("trained").toString(),
                "0",
                "1");
        int kills = 0;
        int entries = 0;
        try (ExecutorService records = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Life>> lives = new ArrayList<>();
            for (int from = 0; from < KILLS; from += KILLS_OF_A_RECORD) {
                Life life = new Life(dir.resolve("record-" + from), from, writer);
                lives.add(records.submit(() -> life.through(Math.min(KILLS_OF_A_RECORD, KILLS - life.seed))));
            }
            for (Future<Life> life : lives) {
                kills += life.get().kills;
                entries += life.get().acknowledged.size();
            }
        }
        assertThat(kills).isEqualTo(KILLS);
        assertThat(entries).isGreaterThan(KILLS);
    }

    /** One record through several kills. */
    private static final class Life {
        private final Path place;
        private final int seed;
        private final ChildJvm.Quick writer;
        private final Map<Long, String> acknowledged = new HashMap<>();
        private int kills;

        Life(Path place, int seed, ChildJvm.Quick writer) {
            this.place = place;
            this.seed = seed;
            this.writer = writer;
        }

        Life through(int most) throws Exception {
            Files.createDirectories(place);
            Random random = new Random(seed);
            while (kills < most) {
                String samples = String.valueOf(seed + kills);
                try (ChildJvm child = writer.running(place.toString(), samples)) {
                    read(child.lines(), random.nextInt(1, MOST_LINES));
                    child.kill();
                    read(child.lines(), Integer.MAX_VALUE);
                }
                kills++;
                assertThat(journal()).as("record %d, kill %d", seed, kills).containsAllEntriesOf(acknowledged);
            }
            return this;
        }

        /** Reads up to {@code most} whole lines; a line that the kill cut short was not acknowledged. */
        private void read(BufferedReader lines, int most) throws IOException {
            for (int i = 0; i < most; i++) {
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                String[] parts = line.split(" ", 2);
                if (parts.length == 2 && parts[1].length() == 64) {
                    acknowledged.put(Long.valueOf(parts[0]), parts[1]);
                }
            }
        }

        private Map<Long, String> journal() throws JournalException {
            Map<Long, String> entries = new HashMap<>();
            try (DataDirectory data = DataDirectory.open(place);
                    Journal journal = Journal.open(data)) {
                journal.replay(entry -> entries.put(entry.sequence(), entry.chainHash()));
            }
            return entries;
        }
    }
}
