package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vigil.Bedside;

/** {@code vigil rebuild}: throws the session database away and projects it anew from the journal. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Throws the database away and projects it anew from the journal.")
public final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Bedside bedside = Bedside.rebuild(DataFolder.existing(data.folder()))) {
            out.println("database made anew up to entry " + bedside.store().projectedSequence());
        }
        out.flush();
        return 0;
    }
}
