package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigil.Verification;
import vigil.journal.Head;
import vigil.store.SessionStore;
import vigil.ward.WardAddress;

/** {@code vigil verify}: checks every entry of the journal, and that the database equals its fold. Changes nothing. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every entry, hash and signature of the journal and that the database equals its fold.")
public final class VerifyCommand implements Callable<Integer> {
    private static final Pattern PRINTED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "DATA_DIR", description = "Data directory; default as for --data.")
    private @Nullable Path folder;

    @Option(
            names = "--checkpoint",
            paramLabel = "ENTRY:HASH",
            description = "Journal head as printed on a sheet: the record must still hold it.")
    private @Nullable String checkpoint;

    @Option(
            names = "--ward",
            paramLabel = "JDBC_URL",
            converter = WardOption.class,
            description =
                    "Check the chains of all rooms in this ward's database instead, with a station's certificate.")
    private @Nullable WardAddress ward;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (ward != null) {
            return WardChecks.print(ward, out);
        }
        Path checked = checked(DataFolder.existing(folder != null ? folder : data.folder()));
        Verification.Result result = new Verification(checked, printed()).run();
        result.lines().forEach(out::println);
        out.flush();
        return result.sound() ? 0 : 1;
    }

    /** A database without a journal is the rest of a record, and what it has seen is to be told. */
    private static Path checked(Path folder) throws IOException {
        return SessionStore.isIn(folder) ? folder : DataFolder.withRecord(folder);
    }

    /** The hash may be typed in the groups in which it is printed. */
    private Optional<Head> printed() {
        if (checkpoint == null) {
            return Optional.empty();
        }
        Matcher parts = PRINTED.matcher(checkpoint.replace(" ", "").toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--checkpoint '%s' is not an entry number, a colon and 64 hexadecimal digits"
                            .formatted(checkpoint));
        }
        return Optional.of(new Head(Long.parseLong(parts.group(1)), parts.group(2)));
    }
}
