package vigil.cli;

import java.nio.file.Path;
import vigil.export.print.Outcome;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Printed;
import vigil.export.print.Outcome.Waiting;

/** What became of a print, in one line for a person at a terminal. */
final class PrintedLine {
    private PrintedLine() {}

    /**
     * The line of a print that is done or under way.
     *
     * @throws CommandFailed when nothing is printed, with the reason, what to do and where the document is
     */
    static String of(Outcome outcome, Path file) {
        return switch (outcome) {
            case Printed(String queue, String job) -> "printed on %s (job %s)".formatted(queue, job);
            case Waiting(String queue, String job, String saying) ->
                "%s has it%s and is not finished%s; look at the printer, the sheet is in %s too"
                        .formatted(queue, job.isEmpty() ? "" : " as job " + job, said(saying), file);
            case Failed failed ->
                throw new CommandFailed("not printed: %s; the sheet is in %s".formatted(reason(failed), file));
        };
    }

    private static String reason(Failed failed) {
        String queue = failed.queue();
        String said = said(failed.saying());
        return switch (failed.reason()) {
            case NO_PRINTER -> "no printer is set up on this machine";
            case NO_DEFAULT -> "none of the printers is the default; name one with --printer" + said;
            case UNKNOWN_PRINTER -> "there is no printer '%s'%s".formatted(queue, said);
            case PAUSED -> "%s is paused or takes no jobs%s; start it again and print once more".formatted(queue, said);
            case JOB_FAILED -> "%s gave the job up%s".formatted(queue, said);
            case STOPPED_AFTER ->
                "%s stopped%s; the job comes out when it is started again unless somebody cancels it"
                        .formatted(queue, said);
            case NO_ANSWER -> "the print service does not answer" + said;
            case NO_FILE -> "the file cannot be read" + said;
        };
    }

    private static String said(String words) {
        return words.isBlank() ? "" : " (" + words.strip() + ")";
    }
}
