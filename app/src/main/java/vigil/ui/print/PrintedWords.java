package vigil.ui.print;

import java.nio.file.Path;
import vigil.export.print.Outcome;
import vigil.export.print.Outcome.Failed;
import vigil.ui.parts.Phrases;

/** What became of a print, in the words of the screen: what happened, what to do, and where the PDF lies. */
public record PrintedWords(PrintOut print, Phrases phrases) {
    /** Empty while nothing was printed. */
    public String words() {
        return switch (print.state()) {
            case PrintOut.State.Idle() -> "";
            case PrintOut.State.Making() -> phrases.text("print.making");
            case PrintOut.State.Asked(Path file) -> kept("print.asked", file);
            case PrintOut.State.Refused(String reason) -> phrases.text("print.refused", reason);
            case PrintOut.State.Ended(Path file, Outcome outcome) -> ended(outcome) + " " + kept("print.kept", file);
        };
    }

    private String kept(String key, Path file) {
        return phrases.text(key, file.toString());
    }

    private String ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Printed(String queue, String job) -> phrases.text("print.printed", queue, job);
            case Outcome.Waiting(String queue, String job, String saying) ->
                phrases.text("print.waiting", queue, job.isEmpty() ? Phrases.NO_VALUE : job) + said(saying);
            case Failed failed ->
                phrases.text("print.failed") + " "
                        + phrases.text("print.failed." + failed.reason().name(), failed.queue())
                        + said(failed.saying());
        };
    }

    /** The printer's own words stay in its language. */
    private String said(String saying) {
        return saying.isBlank() ? "" : " " + phrases.text("print.saying", saying.strip());
    }
}
