package vigil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.Bedside;
import vigil.Exports;
import vigil.Wiring;
import vigil.export.ExportFile.IfPresent;
import vigil.export.print.Outcome;

/** {@code vigil handover}: writes the shift handover sheet of one session, one A4 page. */
@Command(
        name = "handover",
        mixinStandardHelpOptions = true,
        description = "Writes the shift handover sheet of a session as PDF.")
public final class HandoverCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SessionOption session = new SessionOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write; must not exist.")
    private Path file = Path.of("");

    @Option(names = "--print", description = "Print it as well, on the default printer unless --printer names one.")
    private boolean print;

    @Option(names = "--printer", paramLabel = "QUEUE", description = "Print it on this printer.")
    private @Nullable String printer;

    public HandoverCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            new Exports(bedside.store(), language.words(data.folder()))
                    .handover(
                            session.id(),
                            file,
                            IfPresent.REFUSE,
                            wiring.ticker().get().utc());
        }
        if (print || printer != null) {
            Outcome outcome = wiring.printer(Optional.ofNullable(printer)).print(file, "Handover sheet");
            spec.commandLine().getOut().println(PrintedLine.of(outcome, file));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
