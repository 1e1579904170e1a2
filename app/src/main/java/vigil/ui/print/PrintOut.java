package vigil.ui.print;

import java.nio.file.Path;
import vigil.export.print.Outcome;
import vigil.session.SessionId;
import vigil.ui.history.Archive;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.ExportOrder.Format;

/**
 * The printing of one document as a person sees it: the PDF is made anew into a file that is kept, then handed to the
 * printer, then what became of it. One at a time. Belongs to the JavaFX thread, on which every answer has to arrive.
 */
public final class PrintOut {
    private final Archive archive;
    private final PrintQueues queues;
    private final Runnable changed;
    private State state = new State.Idle();

    /** Where it stands. */
    sealed interface State {
        record Idle() implements State {}

        /** The PDF is being written. */
        record Making() implements State {}

        /** The printer has been asked and has not answered. */
        record Asked(Path file) implements State {}

        /** What became of it; the PDF lies in {@code file} in any case. */
        record Ended(Path file, Outcome outcome) implements State {}

        /** There is no PDF, and why. */
        record Refused(String reason) implements State {}
    }

    /** {@code changed} runs after every change. */
    public PrintOut(Archive archive, PrintQueues queues, Runnable changed) {
        this.archive = archive;
        this.queues = queues;
        this.changed = changed;
    }

    /** Whether this console prints at all. */
    public boolean isOffered() {
        return queues.isOffered();
    }

    public boolean isRunning() {
        return state instanceof State.Making || state instanceof State.Asked;
    }

    /** Whether there is something to be told. */
    public boolean isQuiet() {
        return state instanceof State.Idle;
    }

    State state() {
        return state;
    }

    /** Makes the document of a session as it stands now and prints it, unless one is under way. */
    public void begin(SessionId session, Format format) {
        if (!isRunning()) {
            become(new State.Making());
            archive.begin(
                    (contents, steps) -> contents.printable(session, format, steps),
                    _ -> {},
                    (Answer<Path> answer) -> made(format, answer));
        }
    }

    private void made(Format format, Answer<Path> answer) {
        switch (answer) {
            case Answer.Told<Path>(Path file) -> {
                become(new State.Asked(file));
                queues.print(file, format.title(), outcome -> become(new State.Ended(file, outcome)));
            }
            case Answer.Refused<Path>(String reason) -> become(new State.Refused(reason));
            case Answer.GivenUp<Path>() -> become(new State.Idle());
        }
    }

    /** Says no more of the last one. */
    public void forget() {
        if (!isRunning()) {
            state = new State.Idle();
        }
    }

    private void become(State next) {
        state = next;
        changed.run();
    }
}
