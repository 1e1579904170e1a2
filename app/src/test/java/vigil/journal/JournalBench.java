package vigil.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.keys.DeviceKey;

/** How large five days at one reading a second become and how long it takes to check them. Run by hand; not a test. */
public final class JournalBench {
    /** At one reading a second the console forces two at once. */
    private static final int GROUP = 2;

    private JournalBench() {}

    public static void main(String[] arguments) throws Exception {
        Path dir = Files.createTempDirectory(Path.of(arguments[0]), "five-days");
        CountingDisk disk = new CountingDisk(new FolderDisk(dir));
        DeviceKey key = DeviceKey.random();
        FiveDays course = new FiveDays();
        long begin = System.nanoTime();
        try (Journal journal = Journal.open(disk, key, Limits.USUAL)) {
            for (int second = 0; second < FiveDays.SECONDS; second++) {
                journal.append(course.reading(second));
                if (second % GROUP == GROUP - 1) {
                    journal.force();
                }
            }
        }
        report("written in", begin);
        long size = 0;
        for (String name : disk.names()) {
            size += name.endsWith(".vj") ? disk.size(name) : 0;
        }
        System.out.printf(
                "%d files, %.1f MB; given to the disk %.1f MB, in pages %.1f MB, %d forces%n",
                disk.names().size(), size / 1e6, disk.bytes() / 1e6, disk.bytesInPages() / 1e6, disk.forces());
        for (int round = 0; round < 3; round++) {
            begin = System.nanoTime();
            System.out.println(Verify.journal(disk, key, Optional.empty()));
            report("verified in", begin);
        }
        begin = System.nanoTime();
        Journal.open(disk, key, Limits.USUAL).replay(_ -> {});
        report("opened and replayed in", begin);
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void report(String what, long begin) {
        System.out.printf("%s %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }
}
