package vigil.cli;

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

    @Override
    public Integer call() throws Exception {
        new LiveConsole(wiring, data.folder()).run();
        return 0;
    }
}
