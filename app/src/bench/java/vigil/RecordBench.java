package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vigil.bench.Results;
import vigil.journal.DataDirectory;
import vigil.journal.FiveDays;
import vigil.journal.Journal;
import vigil.journal.UnforcedJournal;
import vigil.journal.Verify;
import vigil.session.Event;

/** Five days at one reading a second, in journal and database: how long it takes to check them and to make the database anew. */
public final class RecordBench {
    private static final int GROUP = 2;

    private RecordBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path dir = Files.createTempDirectory(folder, "five-days");
        int rounds = Integer.parseInt(arguments[1]);
        try (Results results = new Results(folder, "record-of-five-days")) {
            timed("written, nothing forced", 1, results, () -> write(dir));
            timed("rebuilt", rounds, results, () -> Bedside.rebuild(dir).close());
            timed("journal verified", rounds, results, () -> System.out.println(Verify.journal(dir)));
            timed("journal and database verified", rounds, results, () -> System.out.println(new Verification(dir).run()));
            double megabytes = Files.size(dir.resolve("sessions.mv.db")) / 1e6;
            System.out.printf("database %.1f MB%n", megabytes);
            results.add("database", "MB", megabytes);
        }
        Verification.remove(dir);
    }

    /** The database is not written along: it would be committed after each pair, in a fraction of the time there is. */
    private static void write(Path dir) throws IOException {
        FiveDays course = new FiveDays();
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = UnforcedJournal.in(directory)) {
            for (Event event : Openings.opened("s-five")) {
                journal.append(event);
            }
            for (Event event : Openings.dosed()) {
                journal.append(event);
            }
            for (int second = 0; second < FiveDays.SECONDS; second++) {
                journal.append(course.reading(second));
                if (second % GROUP == GROUP - 1) {
                    journal.force();
                }
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void timed(String what, int rounds, Results results, Work work) throws Exception {
        double[] seconds = new double[rounds];
        double[] processor = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            Duration before = processor();
            work.run();
            seconds[round] = (System.nanoTime() - begin) / 1e9;
            processor[round] = processor().minus(before).toNanos() / 1e9;
            System.out.printf("%s in %.1f s, %.1f s of processor time%n", what, seconds[round], processor[round]);
        }
        results.add(what + ", by the clock", "s", seconds);
        results.add(what + ", processor time", "s", processor);
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
