package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vigil.DemoConsole;
import vigil.Wiring;
import vigil.scenario.Scenario;
import vigil.scenario.ScenarioText;
import vigil.ui.Display;

/** {@code vigil demo}: the console on a simulated pump, with a made-up patient; or the same at once, without a screen. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "The console on a built-in simulated pump that speaks real wire bytes, with a made-up patient.")
public final class DemoCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--scenario", paramLabel = "NAME", description = "Course to play; default ${DEFAULT-VALUE}.")
    private String scenario = "planned-course";

    @Option(names = "--speed", paramLabel = "N", description = "Times real time, 1 to 3600; default ${DEFAULT-VALUE}.")
    private int speed = 60;

    @Option(names = "--headless", description = "Play it at once without a screen and write the results.")
    private boolean headless;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("vigil-demo");

    public DemoCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        if (speed < 1 || speed > 3600) {
            throw new ParameterException(spec.commandLine(), "--speed %d is outside 1 to 3600".formatted(speed));
        }
        Scenario course = ScenarioText.shipped(scenario);
        Files.createDirectories(out);
        DemoConsole demo = new DemoConsole(wiring, course, out);
        if (withoutScreen()) {
            demo.withoutScreen().ifPresent(this::warn);
            spec.commandLine().getOut().println("vigil: results are in " + out);
        } else {
            demo.withScreen(speed);
        }
        return 0;
    }

    private boolean withoutScreen() {
        if (headless) {
            return true;
        }
        return switch (Display.detect()) {
            case Display.Available() -> false;
            case Display.Missing(String reason) -> {
                warn(reason + "; running --headless");
                yield true;
            }
        };
    }

    private void warn(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("vigil: " + line);
        err.flush();
    }
}
