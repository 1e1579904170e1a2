package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vigil.journal.DataDirectory;
import vigil.journal.FiveDays;
import vigil.journal.Journal;
import vigil.journal.Verify;
import vigil.session.Event;

/** Five days at one reading a second, in journal and database: how long it takes to check them and to make the database anew. */
public final class RecordBench {
    private static final int GROUP = 2;

    private RecordBench() {}

    public static void main(String[] arguments) throws Exception {
        Path dir = Files.createTempDirectory(Path.of(arguments[0]), "five-days");
        int rounds = Integer.parseInt(arguments[1]);
        timed("written", () -> write(dir));
        for (int round = 0; round < rounds; round++) {
            timed("rebuilt", () -> Bedside.rebuild(dir).close());
            timed("journal verified", () -> System.out.println(Verify.journal(dir)));
            timed("journal and database verified", () -> System.out.println(new Verification(dir).run()));
        }
        System.out.printf("database %.1f MB%n", Files.size(dir.resolve("sessions.mv.db")) / 1e6);
        Verification.remove(dir);
    }

    /** The database is not written along: it would be committed after each pair, in a fraction of the time there is. */
    private static void write(Path dir) throws IOException {
        FiveDays course = new FiveDays();
        try (DataDirectory directory = DataDirectory.open(dir);
                Journal journal = Journal.open(directory)) {
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

    private static void timed(String what, Work work) throws Exception {
        long begin = System.nanoTime();
        Duration processor = processor();
        work.run();
        System.out.printf(
                "%s in %.1f s, %.1f s of processor time%n",
                what,
                (System.nanoTime() - begin) / 1e9,
                processor().minus(processor).toNanos() / 1e9);
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
