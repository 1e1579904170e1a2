package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vigil.Recorder;
import vigil.Wiring;
import vigil.dose.DosingWeight;
import vigil.engine.Snapshot;
import vigil.pump.Concentration;
import vigil.pump.PumpEvent;
import vigil.session.Event;

/** {@code vigil record}: records from a pump with no screen, and goes on with the open session of its data directory. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Records from a pump with no screen. A second run on the same data goes on with the session.")
public final class RecordCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PumpOptions pump = new PumpOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--weight", paramLabel = "KG", description = "Dosing weight in kg, 20 to 300.")
    private @Nullable BigDecimal weightKg;

    @Option(names = "--concentration", paramLabel = "MG_PER_ML", description = "Ketamine in mg/mL.")
    private @Nullable BigDecimal concentrationMgPerMl;

    @Option(names = "--hours", paramLabel = "H", description = "Stop after H hours; default: until ended.")
    private @Nullable BigDecimal hours;

    @Option(names = "--jsonl", description = "Print one JSON object a line for every pump event.")
    private boolean jsonl;

    public RecordCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        Recorder.Order order =
                new Recorder.Order(pump.chosen(), data.folder(), PumpOptions.wellFormed(spec, this::dosing), limit());
        PrintWriter out = spec.commandLine().getOut();
        if (jsonl) {
            new Recorder(wiring, order).run(printer(out));
        } else {
            Telling told = new Telling(out);
            new Recorder(wiring, order).run(told);
            told.end(order.folder());
        }
        return 0;
    }

    private Recorder.Dosing dosing() {
        if ((weightKg == null) != (concentrationMgPerMl == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--weight and --concentration go together: a dose needs both");
        }
        return weightKg == null || concentrationMgPerMl == null
                ? Recorder.Dosing.NONE
                : Recorder.Dosing.of(new DosingWeight(weightKg), new Concentration(concentrationMgPerMl));
    }

    private Duration limit() {
        if (hours == null) {
            return Recorder.Order.UNLIMITED;
        }
        if (hours.signum() <= 0 || hours.compareTo(new BigDecimal("1000")) > 0) {
            throw new ParameterException(
                    spec.commandLine(), "--hours %s is outside 0 to 1000".formatted(hours.toPlainString()));
        }
        return Duration.ofMillis(hours.multiply(new BigDecimal("3600000")).longValue());
    }

    private static Recorder.Printer printer(PrintWriter out) {
        JsonLines lines = new JsonLines();
        return (event, after) -> print(out, event, after, lines);
    }

    private static void print(PrintWriter out, Event event, Snapshot after, JsonLines lines) {
        if (event instanceof Event.PumpSaid(PumpEvent said)) {
            out.println(lines.line(said, after));
            out.flush();
        }
    }

    /** Without JSON only what a person wants to know: the link, alarms, and of ordinary readings how many there were. */
    private static final class Telling implements Recorder.Printer {
        private final PrintWriter out;
        private long readings;

        Telling(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void recorded(Event event, Snapshot after) {
            if (event instanceof Event.PumpSaid(PumpEvent said)) {
                readings += said instanceof PumpEvent.Reading ? 1 : 0;
                PlainWords.of(said).forEach(out::println);
                out.flush();
            }
        }

        void end(Path folder) {
            out.println("%d readings recorded in %s".formatted(readings, folder));
            out.flush();
        }
    }
}
