package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vigil.Bedside;
import vigil.Exports;
import vigil.Wiring;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;

/** {@code vigil handover}: writes the shift handover sheet of one session, one A4 page. */
@Command(
        name = "handover",
        mixinStandardHelpOptions = true,
        description = "Writes the shift handover sheet of a session as PDF.")
public final class HandoverCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SessionOption session = new SessionOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path file = Path.of("");

    @Option(names = "--print", description = "Print it as well.")
    private boolean print;

    public HandoverCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            new Exports(bedside.store(), PrintWords.english())
                    .handover(
                            session.id(),
                            file,
                            IfPresent.REFUSE,
                            wiring.ticker().get().utc());
        }
        if (print) {
            throw new CommandFailed(
                    "printing is not built yet; the sheet is in %s: print it from there".formatted(file));
        }
        return 0;
    }
}
