package vigil.ui.cessation;

import java.nio.file.Path;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.ui.ConsoleActions;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.ExportOrder;
import vigil.ui.print.PrintOut;
import vigil.ui.print.PrintQueues;

/**
 * Signs the record of the four hours and lets it be written into a file; says what became of it. What is signed is the
 * record as it stands, by its hash. Outlives the view. Belongs to the JavaFX thread, on which every answer has to arrive.
 */
public final class SignOff {
    private final ConsoleActions actions;
    private final PrintOut print;
    private State state = new State.Quiet();
    private Optional<Path> there = Optional.empty();
    private Runnable changed = () -> {};

    /** What became of the last wish. */
    public sealed interface State {
        record Quiet() implements State {}

        /** The record is being read, signed or written. */
        record Working() implements State {}

        record Signed(SignatureMeaning meaning) implements State {}

        record Written(Path file) implements State {}

        /** A file of that name is there; asked again it is written over. */
        record AlreadyThere(Path file) implements State {}

        /** Not done, and why. */
        record Refused(String reason) implements State {}
    }

    public SignOff(ConsoleActions actions, PrintQueues queues) {
        this.actions = actions;
        this.print = new PrintOut(actions.archive(), queues, this::printed);
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    State state() {
        return state;
    }

    /** Signs what stands in the record of {@code session} now. */
    void sign(SignatureMeaning meaning, SessionId session) {
        if (!(state instanceof State.Working)) {
            become(new State.Working());
            actions.archive().ask(contents -> contents.contentHash(session), answer -> hashed(meaning, answer));
        }
    }

    private void hashed(SignatureMeaning meaning, Answer<String> answer) {
        switch (answer) {
            case Answer.Told<String>(String hash) ->
                actions.enter(
                        (at, by) -> new Event.Signed(at, meaning, hash, by),
                        refusal -> become(
                                refusal.<State>map(State.Refused::new).orElseGet(() -> new State.Signed(meaning))));
            case Answer.Refused<String>(String reason) -> become(new State.Refused(reason));
            case Answer.GivenUp<String>() -> become(new State.Quiet());
        }
    }

    /** Writes the 4-hour record as PDF; over a file of the same name only when asked a second time. */
    void export(SessionId session) {
        if (state instanceof State.Working) {
            return;
        }
        boolean replace = there.isPresent();
        become(new State.Working());
        actions.archive()
                .begin(
                        (contents, steps) -> {
                            Path file = contents.suggestedFile(session, ExportOrder.Format.PDF);
                            ExportOrder order = new ExportOrder(session, ExportOrder.Format.PDF, file, replace);
                            return contents.export(order, steps);
                        },
                        _ -> {},
                        this::exported);
    }

    private void exported(Answer<ExportOrder.Outcome> answer) {
        there = Optional.empty();
        become(
                switch (answer) {
                    case Answer.Told<ExportOrder.Outcome>(var outcome) -> told(outcome);
                    case Answer.Refused<ExportOrder.Outcome>(String reason) -> new State.Refused(reason);
                    case Answer.GivenUp<ExportOrder.Outcome>() -> new State.Quiet();
                });
    }

    private State told(ExportOrder.Outcome outcome) {
        return switch (outcome) {
            case ExportOrder.Outcome.Written(Path file) -> new State.Written(file);
            case ExportOrder.Outcome.AlreadyThere(Path file) -> {
                there = Optional.of(file);
                yield new State.AlreadyThere(file);
            }
        };
    }

    PrintOut print() {
        return print;
    }

    /** Prints the 4-hour record as it stands now. */
    void printNow(SessionId session) {
        print.begin(session, ExportOrder.Format.PDF);
    }

    /** Only the last thing that was done is told. */
    private void printed() {
        if (!(state instanceof State.Working)) {
            state = new State.Quiet();
        }
        changed.run();
    }

    private void become(State next) {
        print.forget();
        state = next;
        changed.run();
    }
}
