package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vigil.Verification;

/** {@code vigil verify}: checks every entry of the journal, and that the database equals its fold. Changes nothing. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks every entry and hash of the journal and that the database equals its fold.")
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "DATA_DIR", description = "Data directory; default as for --data.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path checked = DataFolder.existing(folder != null ? folder : data.folder());
        Verification.Result result = new Verification(checked).run();
        result.lines().forEach(out::println);
        out.flush();
        return result.sound() ? 0 : 1;
    }
}
