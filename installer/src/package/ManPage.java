import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page, from the commands themselves, so that the two cannot differ. */
final class ManPage {
    private final CommandLine commands;
    private final String version;
    private final Instant made;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandLine commands, String version, Instant made) {
        this.commands = commands;
        this.version = version;
        this.made = made;
    }

    String text() {
        CommandSpec top = commands.getCommandSpec();
        page.append(".TH VIGIL 1 \"%s\" \"Vigil %s\"\n"
                .formatted(made.atZone(ZoneOffset.UTC).toLocalDate(), version));
        page.append(".SH NAME\nvigil \\- ").append(escaped(description(top))).append('\n');
        page.append(".SH SYNOPSIS\n.B vigil\n[COMMAND] [OPTION]...\n");
        page.append(".SH DESCRIPTION\nWithout a command it opens the console.\n");
        page.append("Not for active patient monitoring; not an alarm system; verify at pump.\n");
        page.append(".SH COMMANDS\n");
        commands.getSubcommands().forEach((name, command) -> command(name, command.getCommandSpec()));
        page.append(".SH EXIT STATUS\n0 done; 1 something outside the program prevented it; 2 a wrong argument.\n");
        page.append(".SH ENVIRONMENT\n.TP\n.B VIGIL_DATA\nThe data directory, unless \\-\\-data names one.\n");
        page.append(".SH FILES\n.TP\n.I ~/.local/share/vigil\nA user's data directory.\n");
        page.append(".TP\n.I /var/lib/vigil/USER\nThe data directory of a ward's screen (systemd unit vigil-kiosk).\n");
        return page.toString();
    }

    private void command(String name, CommandSpec spec) {
        page.append(".SS vigil ").append(escaped(name)).append('\n');
        page.append(escaped(description(spec))).append('\n');
        spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(this::option);
    }

    private void option(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        page.append(".TP\n.B ").append(escaped(String.join(", ", option.names()) + label)).append('\n');
        page.append(escaped(String.join(" ", option.description())
                        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()))
                        .replace("%%", "%")))
                .append('\n');
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", List.of(spec.usageMessage().description()));
    }

    private static String escaped(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
