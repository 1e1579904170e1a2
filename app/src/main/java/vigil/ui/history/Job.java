package vigil.ui.history;

import java.util.Optional;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.Archive.Errand;
import vigil.ui.history.Archive.Progress;

/**
 * One piece of long work as a person sees it: not begun, going on, done, refused, given up. One at a time. Belongs to the
 * JavaFX thread.
 *
 * @param <T> what it brings
 */
final class Job<T> {
    private final Archive archive;
    private final Runnable changed;
    private State<T> state = new State.Idle<>();
    private Optional<Errand> errand = Optional.empty();

    /** Where it stands. */
    sealed interface State<T> {
        record Idle<T>() implements State<T> {}

        record Running<T>(Progress progress) implements State<T> {}

        record Done<T>(T value) implements State<T> {}

        record Refused<T>(String reason) implements State<T> {}

        record GivenUp<T>() implements State<T> {}
    }

    /** {@code changed} runs after every change. */
    Job(Archive archive, Runnable changed) {
        this.archive = archive;
        this.changed = changed;
    }

    State<T> state() {
        return state;
    }

    boolean isRunning() {
        return state instanceof State.Running;
    }

    /** Begins, unless one goes on already. */
    void begin(Archive.Work<T> work) {
        if (isRunning()) {
            return;
        }
        become(new State.Running<>(new Progress(0, 0)));
        errand = Optional.of(archive.begin(work, this::reached, this::answered));
    }

    private void reached(Progress progress) {
        if (isRunning()) {
            become(new State.Running<>(progress));
        }
    }

    private void answered(Answer<T> answer) {
        become(
                switch (answer) {
                    case Answer.Told<T>(var value) -> new State.Done<>(value);
                    case Answer.Refused<T>(var reason) -> new State.Refused<>(reason);
                    case Answer.GivenUp<T>() -> new State.GivenUp<>();
                });
    }

    void giveUp() {
        if (isRunning()) {
            errand.ifPresent(Errand::giveUp);
        }
    }

    /** Forgets what came of the last one. */
    void forget() {
        if (!isRunning()) {
            become(new State.Idle<>());
        }
    }

    private void become(State<T> next) {
        state = next;
        changed.run();
    }
}
