package vigil.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vigil.ChosenPump;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;

/** Which pump, and where it is. */
public final class PumpOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pump", required = true, paramLabel = "MODEL", description = "Pump model, for example bcc.")
    private String model = "";

    @Option(
            names = "--port",
            required = true,
            paramLabel = "PORT",
            description = "Device path, tcp://host:port, rfc2217://host:port, or capture:FILE to play a recorded wire"
                    + " at its own speed (capture:FILE?at-once: without waiting).")
    private String port = "";

    @Mixin
    private LineOptions line = new LineOptions();

    ChosenPump chosen() {
        return wellFormed(spec, () -> line.choice().pump(PumpModel.named(model), PortAddress.parse(port)));
    }

    /** Turns a refused value into the one line of a wrong argument. */
    static <T> T wellFormed(CommandSpec spec, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
