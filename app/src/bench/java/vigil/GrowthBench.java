package vigil;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vigil.alarm.log.LogFilter;
import vigil.bench.Results;
import vigil.engine.Charts;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.ui.history.Contents;

/**
 * How costs grow with the length of a session and with the number of sessions in the record, as processor time of the one
 * thread that does it. Prints two Markdown tables. Not a test: nothing passes or fails.
 */
public final class GrowthBench {
    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int RUNS = 5;
    private static final Instant FIRST = Instant.parse("2024-01-01T22:00:00Z");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private GrowthBench() {}

    /** Arguments: a folder to write in. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "growth");
        try (Results results = new Results(Path.of(arguments[0]), "growth")) {
            withLength(results);
            withSessions(folder, results);
        } finally {
            remove(folder);
        }
    }

    private static void withLength(Results results) {
        System.out.println("| Session at 1 Hz | A reading through the engine, µs | What the views may show, µs |");
        System.out.println("|---|---|---|");
        // An hour that is not counted, so that what is compared was compiled before.
        hour(vigil.engine.Bedside.ready("1.75").pumpRuns("1.75"));
        vigil.engine.Bedside bedside = vigil.engine.Bedside.ready("1.75").pumpRuns("1.75");
        long passed = 0;
        for (long hours : List.of(1L, 4L, 24L, 72L, 120L)) {
            bedside.runs(Duration.ofHours(hours - 1 - passed));
            double reading = hour(bedside);
            passed = hours;
            double shown = snapshots(bedside);
            System.out.printf(Locale.ROOT, "| %d h | %.1f | %.1f |%n", hours, reading, shown);
            results.add("a reading after " + hours + " h", "µs", reading);
            results.add("what the views may show after " + hours + " h", "µs", shown);
        }
    }

    private static double hour(vigil.engine.Bedside bedside) {
        long start = THREADS.getCurrentThreadCpuTime();
        bedside.runs(Duration.ofHours(1));
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / SECONDS_AN_HOUR;
    }

    private static double snapshots(vigil.engine.Bedside bedside) {
        int times = 2_000;
        long start = THREADS.getCurrentThreadCpuTime();
        long shown = 0;
        for (int i = 0; i < times; i++) {
            shown += bedside.snapshot().totals().days().size();
        }
        double each = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / times;
        return shown > 0 ? each : Double.NaN;
    }

    private static void withSessions(Path folder, Results results) throws Exception {
        System.out.println();
        System.out.println("| Sessions | Entries | Start, ms | A start for each entry, µs | History list, ms | First page of alarms, ms | One session, ms | Record, MB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        int made = 0;
        for (int sessions : List.of(10, 100, 1_000)) {
            write(folder, made, sessions);
            made = sessions;
            double[] start = times(() -> {
                Bedside.open(folder).close();
                return folder;
            });
            results.add("start, " + sessions + " sessions", "ms", start);
            try (Bedside bedside = Bedside.open(folder)) {
                row(sessions, median(start), bedside, folder, results);
            }
        }
    }

    private static void row(int sessions, double start, Bedside bedside, Path folder, Results results) throws Exception {
        Contents contents = bedside.contents(new Ticker());
        bedside.store();
        SessionId latest = new SessionId("growth-" + (sessions - 1));
        double[] history = times(contents::sessions);
        double[] alarms = times(() -> contents.alarms(LogFilter.all(vigil.engine.Bedside.SYDNEY)));
        double[] one = times(() -> bedside.store().load(latest));
        results.add("history list, " + sessions + " sessions", "ms", history);
        results.add("first page of alarms, " + sessions + " sessions", "ms", alarms);
        results.add("one session, " + sessions + " sessions", "ms", one);
        System.out.printf(
                Locale.ROOT,
                "| %d | %d | %.0f | %.1f | %.2f | %.2f | %.2f | %.1f |%n",
                sessions,
                bedside.head(),
                start,
                start * 1e3 / bedside.head(),
                median(history),
                median(alarms),
                median(one),
                size(folder) / 1e6);
    }

    /** Sessions {@code from} to {@code to}, each of six hours with a reading each five minutes. */
    private static void write(Path folder, int from, int to) throws IOException {
        try (Bedside bedside = Bedside.open(folder)) {
            Thread writer = new Thread(bedside.journalWriter(), "journal");
            writer.setDaemon(true);
            writer.start();
            for (int number = from; number < to; number++) {
                for (Event event : session(number)) {
                    Optional<String> refusal = bedside.accept(event);
                    if (refusal.isPresent()) {
                        throw new IllegalStateException(event + ": " + refusal.get());
                    }
                }
            }
        }
    }

    private static List<Event> session(int number) {
        return vigil.engine.Bedside.ready(
                        vigil.engine.Bedside.startedAt(FIRST.plus(Duration.ofDays(number))), "70", "4", "1.75")
                .pumpRuns("1.75")
                .every(Duration.ofMinutes(5))
                .runs(Duration.ofHours(1))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(5))
                .ceases(CessationReason.PLANNED)
                .runs(Duration.ofMinutes(250))
                .observes(Charts.with(""))
                .releases()
                .plansDischarge()
                .events()
                .stream()
                .map(event -> renamed(event, number))
                .toList();
    }

    private static Event renamed(Event event, int number) {
        return switch (event) {
            case Event.ConsoleStarted it ->
                new Event.ConsoleStarted(it.at(), "boot-" + number, it.programVersion(), it.simulated());
            case Event.SessionOpened it ->
                new Event.SessionOpened(it.at(), new SessionId("growth-" + number), it.patient(), it.zone(), it.by());
            default -> event;
        };
    }

    private static double median(double[] times) {
        return IntStream.range(0, RUNS).mapToDouble(run -> times[run]).sorted().toArray()[RUNS / 2];
    }

    private static double[] times(Callable<?> work) throws Exception {
        double[] times = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.call();
            times[run] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return times;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".vj"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
