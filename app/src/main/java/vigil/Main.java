package vigil;

import java.nio.file.Path;
import java.util.Optional;
import vigil.cli.VigilCommand;
import vigil.ui.ToolkitStart;

/** The program's entry. Does not extend {@code Application}, so that it runs from the class path and without a screen. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the program with its exit status: 0, 1 for the outside world, 2 for a wrong argument. */
    public static void main(String[] args) {
        Optional<Path> console = VigilCommand.console(args);
        ToolkitStart toolkit = new ToolkitStart();
        console.ifPresent(_ -> Wiring.begin("toolkit", toolkit));
        Wiring wiring = new Wiring();
        int status = console.map(folder -> console(wiring, folder, toolkit))
                .orElseGet(() -> Commands.all(wiring).execute(args));
        wiring.closed();
        System.exit(status);
    }

    /** What the command line would do; not to make all commands first saves the console a tenth of its start. */
    private static int console(Wiring wiring, Path folder, ToolkitStart toolkit) {
        try {
            new LiveConsole(wiring, folder, toolkit).run();
            return 0;
        } catch (Exception e) {
            return Commands.told(wiring, e);
        }
    }
}
