package vigil.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vigil.LiveConsole;
import vigil.Version;
import vigil.Wiring;

/** {@code vigil}: opens the console; every other command stands below it. */
@Command(
        name = "vigil",
        mixinStandardHelpOptions = true,
        version = "Vigil " + Version.NUMBER,
        description = "Bedside console for a low-dose ketamine infusion. Reads the pump, never commands it.",
        subcommands = {
            DemoCommand.class,
            RecordCommand.class,
            SimulateCommand.class,
            PortsCommand.class,
            SessionsCommand.class,
            ExportCommand.class,
            HandoverCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            Hl7Command.class,
            WardCommand.class,
            StationCommand.class,
            SelfTestCommand.class
        })
public final class VigilCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Mixin
    private DataOption data = new DataOption();

    public VigilCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The data directory of the console, if these arguments ask for the console and are plain enough to say so at sight. */
    public static Optional<Path> console(String... arguments) {
        return switch (arguments.length) {
            case 0 -> Optional.of(new DataOption().folder());
            case 2 ->
                Optional.of(arguments[1])
                        .filter(it -> arguments[0].equals("--data") && isPlain(it))
                        .map(Path::of);
            default -> Optional.empty();
        };
    }

    /** What the command line reads as a value, and nothing else. */
    private static boolean isPlain(String value) {
        return value.matches("[/\\p{L}\\p{N}][^\"'$@]*");
    }

    @Override
    public Integer call() throws Exception {
        new LiveConsole(wiring, data.folder()).run();
        return 0;
    }
}
