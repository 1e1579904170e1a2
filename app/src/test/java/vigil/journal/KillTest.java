package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal R1: no acknowledged entry is lost when the process is killed, whatever it was doing. */
class KillTest {
    /** 40 in every build; {@code -Pkill} asks for more. */
    private static final int KILLS = Integer.getInteger("vigil.kills", 40);

    @TempDir
    Path dir;

    @Test
    @Tag("E4")
    void everyAcknowledgedEntryIsThereAfterEveryKill() throws Exception {
        Random random = new Random(1);
        List<Head> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = ChildJvm.running(AppendUntilKilled.class, dir.toString(), String.valueOf(kill))) {
                read(child.lines(), random.nextInt(1, 150), acknowledged);
                child.kill();
                read(child.lines(), Integer.MAX_VALUE, acknowledged);
            }
            assertThat(journal()).as("kill %d", kill).containsAllEntriesOf(bySequence(acknowledged));
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    /** Reads up to {@code most} whole lines; a line that the kill cut short was not acknowledged. */
    private static void read(BufferedReader lines, int most, List<Head> acknowledged) throws IOException {
        for (int i = 0; i < most; i++) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            String[] parts = line.split(" ", 2);
            if (parts.length == 2 && parts[1].length() == 64) {
                acknowledged.add(new Head(Long.parseLong(parts[0]), parts[1]));
            }
        }
    }

    private Map<Long, String> journal() throws JournalException {
        Map<Long, String> entries = new HashMap<>();
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            journal.replay(entry -> entries.put(entry.sequence(), entry.chainHash()));
        }
        return entries;
    }

    private static Map<Long, String> bySequence(List<Head> heads) {
        Map<Long, String> map = new HashMap<>();
        heads.forEach(head -> map.put(head.sequence(), head.chainHash()));
        return map;
    }
}
