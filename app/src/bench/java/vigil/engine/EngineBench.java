package vigil.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** What the engine costs, printed as one Markdown table. Run by {@code mvn verify -Pbench}. Not a test: nothing passes or fails. */
public final class EngineBench {
    private static final int EVENT_RUNS = 10;
    private static final int COURSE_RUNS = 5;

    private EngineBench() {}

    /** Arguments: the build's folder; JMH writes its own JSON there, below {@code bench}. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0], "bench"));
        System.out.println("| Engine, µs of processor time | Median | Lowest | Highest |");
        System.out.println("|---|---|---|---|");
        run(options("EngineEventBenchmark")
                .mode(Mode.AverageTime)
                .warmupIterations(EVENT_RUNS)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(EVENT_RUNS)
                .measurementTime(TimeValue.milliseconds(500))
                .result(folder.resolve("engine-event-jmh.json").toString()));
        run(options("FiveDaysBenchmark")
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(COURSE_RUNS)
                .result(folder.resolve("engine-five-days-jmh.json").toString()));
    }

    private static ChainedOptionsBuilder options(String benchmark) {
        return new OptionsBuilder()
                .include("vigil\\.engine\\." + benchmark + "\\..*")
                .forks(1)
                .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-Xmx1g")
                .addProfiler(ProcessorTime.class)
                .resultFormat(ResultFormatType.JSON)
                .verbosity(VerboseMode.SILENT)
                        // Silent also about a benchmark that broke off: without this there would be no row and no word.
                        .shouldFailOnError(true);
    }

    private static void run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        results.forEach(EngineBench::print);
    }

    private static void print(RunResult result) {
        Statistics time = Objects.requireNonNull(result.getSecondaryResults().get(ProcessorTime.LABEL))
                .getStatistics();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |%n",
                result.getParams().getBenchmark().replaceAll(".*\\.", ""),
                time.getPercentile(50),
                time.getMin(),
                time.getMax());
    }
}
