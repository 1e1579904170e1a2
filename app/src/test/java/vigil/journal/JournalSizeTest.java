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

    /** Some file systems count, or write, all of what came in one piece whenever a few bytes of it change. */
    @Test
    void theSpaceOfASegmentIsTakenPageByPage() throws Exception {
        CountingDisk disk = new CountingDisk(new FolderDisk(dir));
        try (Journal journal = Journal.open(disk, DeviceKey.random(), Limits.USUAL)) {
            journal.append(new FiveDays().reading(0));
            journal.force();
        }
        assertThat(disk.largestWrite()).isEqualTo(4_096);
        assertThat(disk.bytes()).isGreaterThan(Limits.USUAL.segmentBytes());
    }

    @Test
    void fiveDaysOfReadingsForcedInPairsWriteLessThanNineHundredAndFiftyMegabytesOfPages() throws Exception {
        CountingDisk disk = new CountingDisk(new FolderDisk(dir));
        FiveDays course = new FiveDays();
        try (Journal journal = Journal.open(disk, DeviceKey.random(), Limits.USUAL)) {
            for (int second = 0; second < HOUR; second++) {
                journal.append(course.reading(second));
                if (second % 2 == 1) {
                    journal.force();
                }
            }
        }
        long hour = disk.bytesInPages() - Limits.USUAL.reserveBytes();
        assertThat(hour * HOURS).isPositive().isLessThan(950_000_000);
    }
}
