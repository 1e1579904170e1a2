package vigil.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.session.SessionId;

/** Which session. */
public final class SessionOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--session",
            required = true,
            paramLabel = "ID",
            description = "Session id, as 'sessions' lists it.")
    private String id = "";

    SessionId id() {
        return PumpOptions.wellFormed(spec, () -> new SessionId(id));
    }
}
