package vigil.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.bench.Results;
import vigil.keys.DeviceKey;

/** How large five days at one reading a second become and how long it takes to check them. Run by hand; not a test. */
public final class JournalBench {
    /** At one reading a second the console forces two at once. */
    private static final int GROUP = 2;

    private final Results results;

    private JournalBench(Results results) {
        this.results = results;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (Results results = new Results(folder, "journal-of-five-days")) {
            new JournalBench(results).run(Files.createTempDirectory(folder, "five-days"));
        }
    }

    private void run(Path dir) throws Exception {
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
        report("written", seconds(begin));
        long size = 0;
        for (String name : disk.names()) {
            size += name.endsWith(".vj") ? disk.size(name) : 0;
        }
        System.out.printf(
                "%d files, %.1f MB; given to the disk %.1f MB, in pages %.1f MB, %d forces%n",
                disk.names().size(), size / 1e6, disk.bytes() / 1e6, disk.bytesInPages() / 1e6, disk.forces());
        results.atMost(30, "the journal", "MB", size / 1e6);
        results.add("written to the disk in whole pages", "MB", disk.bytesInPages() / 1e6);
        double[] verified = new double[3];
        for (int round = 0; round < verified.length; round++) {
            begin = System.nanoTime();
            System.out.println(Verify.journal(disk, key, Optional.empty()));
            verified[round] = seconds(begin);
        }
        report("verified", verified);
        begin = System.nanoTime();
        Journal.open(disk, key, Limits.USUAL).replay(_ -> {});
        report("opened and replayed", seconds(begin));
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void report(String what, double... seconds) {
        System.out.printf("%s in %s s%n", what, Arrays.toString(seconds));
        results.add(what, "s", seconds);
    }
}
