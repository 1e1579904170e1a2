package vigil.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigil.ward.WardAddress;
import vigil.ward.WardException;
import vigil.ward.WardSchema;

/** {@code vigil ward}: what the administrator of a ward's database does. */
@Command(
        name = "ward",
        mixinStandardHelpOptions = true,
        description = "Looks after the database in which a ward keeps the records of its rooms.",
        subcommands = WardCommand.Init.class)
public final class WardCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: vigil ward init JDBC_URL");
    }

    /** {@code vigil ward init}: makes tables and rights, and admits rooms; again without harm. */
    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Makes or updates tables and rights in a PostgreSQL database, and admits rooms and stations."
                    + " Run by the database's administrator; can be run again.")
    static final class Init implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "JDBC_URL",
                converter = WardOption.class,
                description = "For example jdbc:postgresql://localhost/vigil?user=postgres")
        private @Nullable WardAddress address;

        @Option(
                names = "--room",
                paramLabel = "ROOM=CERTIFICATE",
                description =
                        "Admit the bedside of this room, known by the common name of its certificate. Repeatable.")
        private Map<String, String> rooms = new LinkedHashMap<>();

        @Option(
                names = "--station",
                paramLabel = "CERTIFICATE",
                description = "Let this certificate's common name read every room. Repeatable.")
        private List<String> stations = List.of();

        @Override
        public Integer call() throws WardException {
            PrintWriter out = spec.commandLine().getOut();
            WardAddress ward = java.util.Objects.requireNonNull(address);
            WardSchema schema = new WardSchema(ward);
            schema.make();
            out.println("ward %s: schema version %d".formatted(ward, WardSchema.VERSION));
            for (Map.Entry<String, String> room : rooms.entrySet()) {
                schema.admit(room.getKey(), room.getValue());
                out.println("room %s: certificate %s".formatted(room.getKey(), room.getValue()));
            }
            for (String station : stations) {
                schema.admitStation(station);
                out.println("station: certificate " + station);
            }
            out.flush();
            return 0;
        }
    }
}
