package vigil.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.MachineCheck;
import vigil.Version;
import vigil.Wiring;
import vigil.selftest.SelfTest;
import vigil.selftest.Verdict;

/** {@code vigil self-test}: display, sound, disk, printer, serial permission, clock, one line each. */
@Command(
        name = "self-test",
        mixinStandardHelpOptions = true,
        description =
                "Looks at display, sound, disk, printer, serial permission and clock: one line each. Plays a short"
                        + " tone. Status 1 where something fails that a console needs.")
public final class SelfTestCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    public SelfTestCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<SelfTest.Line> lines =
                new MachineCheck(wiring, data.folder()).selfTest().run();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(lines));
        } else {
            lines.forEach(line -> out.println(words(line)));
        }
        out.flush();
        return passed(lines) ? 0 : 1;
    }

    static boolean passed(List<SelfTest.Line> lines) {
        return lines.stream().noneMatch(line -> line.finding().verdict() == Verdict.FAILED);
    }

    static String words(SelfTest.Line line) {
        return "%-17s  %-7s  %s"
                .formatted(line.part().words(), verdict(line), line.finding().words());
    }

    static String json(List<SelfTest.Line> lines) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("version", Version.NUMBER);
            out.writeBooleanField("passed", passed(lines));
            out.writeArrayFieldStart("checks");
            for (SelfTest.Line line : lines) {
                out.writeStartObject();
                out.writeStringField("part", line.part().words().replace(' ', '-'));
                out.writeStringField("verdict", verdict(line));
                out.writeStringField("found", line.finding().words());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static String verdict(SelfTest.Line line) {
        return line.finding().verdict().name().toLowerCase(Locale.ROOT);
    }
}
