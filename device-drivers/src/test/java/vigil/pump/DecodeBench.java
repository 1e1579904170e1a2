package vigil.pump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;
import vigil.pump.bcc.BccBlocks;

/**
 * What decoding costs, in processor time and memory, printed as one Markdown table. Run by {@code mvn verify -Pbench}. Not a test:
 * nothing here passes or fails.
 */
public final class DecodeBench {
    /** What the compiler makes of the same code differs from program to program. */
    private static final int FORKS = 3;

    private static final int WARM_UPS = 20;
    private static final int MEASUREMENTS = 8;
    private static final TimeValue LENGTH = TimeValue.milliseconds(250);

    private DecodeBench() {}

    /** Arguments: the build's folder; JMH writes its own JSON there, below {@code bench}. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0], "bench"));
        Path blocks = folder.resolve("bcc-blocks.bin");
        BccBlocks.record(blocks);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("vigil\\.pump\\..*DecodeBenchmark\\..*")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .param("blocks", blocks.toString())
                        .forks(FORKS)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(LENGTH)
                        .measurementIterations(MEASUREMENTS)
                        .measurementTime(LENGTH)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(ProcessorTime.class)
                        .resultFormat(ResultFormatType.JSON)
                        .result(folder.resolve("decoding-jmh.json").toString())
                        .verbosity(VerboseMode.SILENT)
                        // Silent also about a benchmark that broke off: without this there would be no row and no word.
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println("| Decoding | Median, ns | Lowest, ns | Allocated, B |");
        System.out.println("|---|---|---|---|");
        results.forEach(DecodeBench::print);
    }

    private static void print(RunResult result) {
        String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)DecodeBenchmark\\.", "$1, ");
        Statistics time = of(ProcessorTime.LABEL, result);
        Statistics bytes = of("gc.alloc.rate.norm", result);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                name,
                time.getPercentile(50),
                time.getMin(),
                bytes.getPercentile(50));
    }

    private static Statistics of(String label, RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label)).getStatistics();
    }
}
