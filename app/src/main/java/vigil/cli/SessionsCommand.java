package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vigil.Bedside;
import vigil.store.SessionSummary;

/** {@code vigil sessions}: the sessions of a data directory, newest last. Names no patient: the id is enough to export. */
@Command(name = "sessions", mixinStandardHelpOptions = true, description = "Lists the sessions of a data directory.")
public final class SessionsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Bedside bedside = DataFolder.openExisting(data.folder())) {
            List<SessionSummary> sessions = bedside.store().sessions();
            if (sessions.isEmpty()) {
                out.println("No session in " + data.folder());
            }
            sessions.forEach(session -> out.println(line(session)));
        }
        out.flush();
        return 0;
    }

    private static String line(SessionSummary session) {
        return "%s  opened %s  started %s  t0 %s  %s  %s%s mg%s"
                .formatted(
                        session.id(),
                        time(Optional.of(session.openedAt()), session.zone()),
                        time(session.startedAt(), session.zone()),
                        time(session.t0(), session.zone()),
                        session.phase(),
                        session.atLeast() ? "at least " : "",
                        session.totalMg().toPlainString(),
                        session.simulated() ? "  SIMULATED" : "");
    }

    private static String time(Optional<Instant> at, ZoneId zone) {
        return at.map(instant -> TIME.format(instant.atZone(zone))).orElse("-");
    }
}
