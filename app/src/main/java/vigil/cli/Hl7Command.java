package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vigil.Hl7Refusals;

/** {@code vigil hl7}: which messages the HL7 receiver has refused, with its words. Also while the console runs. */
@Command(
        name = "hl7",
        mixinStandardHelpOptions = true,
        description = "Lists the messages that the HL7 receiver of this console refused, with its words.")
public final class Hl7Command implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        List<String> refusals = Hl7Refusals.in(DataFolder.withRecord(data.folder()));
        PrintWriter out = spec.commandLine().getOut();
        if (refusals.isEmpty()) {
            out.println("no HL7 message has been refused");
        }
        refusals.forEach(out::println);
        out.flush();
        return refusals.isEmpty() ? 0 : 1;
    }
}
