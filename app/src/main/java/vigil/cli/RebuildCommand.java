package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vigil.Bedside;
import vigil.journal.Head;
import vigil.journal.Restore;

/** {@code vigil rebuild}: projects the session database anew from the journal, which a backup can bring back. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Throws the database away and projects it anew from the journal; with --from, restores a backup.")
public final class RebuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--from",
            paramLabel = "BACKUP",
            description = "Check this backup and restore it into the data directory, which holds no record yet.")
    private @Nullable Path backup;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Copy of device.key, if it is neither in the data directory nor in the backup.")
    private @Nullable Path key;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (backup != null) {
            Head head = new Restore(backup, data.folder(), Optional.ofNullable(key)).run();
            out.println("backup sound and restored: %d entries, head %s".formatted(head.sequence(), head.chainHash()));
        } else if (key != null) {
            throw new ParameterException(spec.commandLine(), "--key goes with --from");
        }
        try (Bedside bedside = Bedside.rebuild(DataFolder.existing(data.folder()))) {
            out.println("database made anew up to entry " + bedside.store().projectedSequence());
        }
        out.flush();
        return 0;
    }
}
