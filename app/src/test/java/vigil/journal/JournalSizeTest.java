package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.DeviceKey;

class JournalSizeTest {
    private static final int HOUR = 3_600;
    private static final int HOURS = 5 * 24;

    @TempDir
    Path dir;

    @Test
    void fiveDaysOfReadingsForcedEachSecondTakeAtMostThirtyMegabytes() throws Exception {
        CountingDisk disk = new CountingDisk(new FolderDisk(dir));
        FiveDays course = new FiveDays();
        try (Journal journal = Journal.open(disk, DeviceKey.random(), Limits.USUAL)) {
            for (int second = 0; second < HOUR; second++) {
                journal.append(course.reading(second));
                journal.force();
            }
        }
        long bytes = 0;
        for (String name : disk.names()) {
            bytes += name.endsWith(".vj") ? disk.size(name) : 0;
        }
        assertThat(bytes * HOURS).isPositive().isLessThan(30_000_000);
    }
}
