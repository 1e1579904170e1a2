package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.LineChoice;
import vigil.PortProbe;
import vigil.Wiring;
import vigil.pump.PumpModel;
import vigil.pump.line.SerialPorts;

/** {@code vigil ports}: the serial ports, who may use them, who holds them and, if asked, which pump answers. */
@Command(
        name = "ports",
        mixinStandardHelpOptions = true,
        description = "Lists serial ports with description, permission and holder.")
public final class PortsCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--probe",
            description = "Listen at each free port, then ask, with read requests only, who is there.")
    private boolean probe;

    @Mixin
    private LineOptions line = new LineOptions();

    public PortsCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        LineChoice choice = PumpOptions.wellFormed(spec, this::choice);
        PrintWriter out = spec.commandLine().getOut();
        SerialPorts ports = wiring.serialPorts(data.folder());
        List<SerialPorts.Port> found = ports.list();
        if (found.isEmpty()) {
            out.println(
                    "No serial port found. A pseudo-terminal or a network port is not listed: give its name to --port.");
        }
        for (SerialPorts.Port port : found) {
            out.println(line(port));
            port.modemProbing().ifPresent(warning -> out.println("    " + warning));
            if (probe && port.permitted() && port.holders().isEmpty()) {
                out.println("    " + new PortProbe(wiring, ports, choice).ask(port.path()));
            }
        }
        out.flush();
        return 0;
    }

    /** Settings that no port could have, or that nothing would be done with, are a wrong argument. */
    private LineChoice choice() {
        LineChoice choice = line.choice();
        choice.on(PumpModel.BCC.lineSettings());
        if (!probe && !choice.equals(LineChoice.FACTORY)) {
            throw new IllegalArgumentException("line settings are for asking: give --probe with them");
        }
        return choice;
    }

    private static String line(SerialPorts.Port port) {
        String permission = port.permitted() ? "may be used" : port.remedy();
        String holder = port.holders().isEmpty() ? "free" : "held by " + String.join(", ", port.holders());
        return "%s  %s  %s  %s".formatted(port.path(), port.description(), permission, holder);
    }
}
