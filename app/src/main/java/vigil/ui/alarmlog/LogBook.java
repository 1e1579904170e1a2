package vigil.ui.alarmlog;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.engine.Snapshot;
import vigil.pump.Moment;
import vigil.ui.history.Archive;
import vigil.ui.history.Archive.Answer;

/**
 * The alarm log as it is being read at this console: filter, rows, and the row whose life is looked at. Outlives the view.
 * Belongs to the JavaFX thread, on which the answers of the archive have to arrive as well.
 */
public final class LogBook {
    /** The database takes what happened within a second or two. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private final Archive archive;
    private LogFilter filter = LogFilter.all(ZoneId.of("UTC"));
    private State state = new State.Asking();
    private Optional<Chosen> chosen = Optional.empty();
    private boolean asking;
    private boolean askAgain;
    private Runnable changed = () -> {};
    private Snapshot.@Nullable Attention last;
    private Optional<Moment> due = Optional.empty();

    /** What is known of the rows. */
    public sealed interface State {
        /** Asked for; none has come yet. */
        record Asking() implements State {}

        /** {@code behind}: so many steps of the record are not in the rows yet. */
        record Known(LogPage page, long behind) implements State {}

        /** The record does not tell them, and why. */
        record Refused(String reason) implements State {}
    }

    /** One occurrence and its steps, oldest first; without any until they are told. */
    public record Chosen(LogRow row, List<LogLine> lines) {}

    public LogBook(Archive archive) {
        this.archive = archive;
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    LogFilter filter() {
        return filter;
    }

    State state() {
        return state;
    }

    Optional<Chosen> chosen() {
        return chosen;
    }

    /** Asks for other rows. */
    void choose(UnaryOperator<LogFilter> change) {
        LogFilter next = change.apply(filter);
        if (!next.equals(filter)) {
            filter = next;
            ask();
        }
    }

    /** Looks at the life of one row. */
    void look(LogRow row) {
        chosen = Optional.of(new Chosen(row, List.of()));
        changed.run();
        if (row instanceof LogRow.Occurrence occurrence) {
            archive.ask(contents -> contents.lines(occurrence), answer -> told(occurrence, answer));
        }
    }

    private void told(LogRow row, Answer<List<LogLine>> answer) {
        if (answer instanceof Answer.Told<List<LogLine>>(var lines)
                && chosen.filter(it -> it.row().equals(row)).isPresent()) {
            chosen = Optional.of(new Chosen(row, lines));
            changed.run();
        }
    }

    /** Asks anew, now. */
    void ask() {
        due = Optional.empty();
        askAgain = asking;
        if (asking) {
            return;
        }
        asking = true;
        LogFilter asked = filter;
        archive.ask(
                contents -> new State.Known(contents.alarms(asked), contents.behind()), answer -> told(asked, answer));
    }

    private void told(LogFilter asked, Answer<State.Known> answer) {
        asking = false;
        if (asked.equals(filter)) {
            state = switch (answer) {
                case Answer.Told<State.Known>(var known) -> known;
                case Answer.Refused<State.Known>(var reason) -> new State.Refused(reason);
                case Answer.GivenUp<State.Known>() -> state;
            };
            changed.run();
        }
        if (askAgain) {
            ask();
        }
    }

    /** Notices what happens to the conditions, and asks anew once the database has had time to take it. */
    void follow(Snapshot snapshot) {
        choose(it -> new LogFilter(it.priorities(), it.inactivations(), it.kind(), it.day(), snapshot.zone()));
        boolean told = snapshot.attention().equals(last);
        boolean settled = state instanceof State.Known(var _, long behind) && behind == 0;
        last = snapshot.attention();
        if (due.isEmpty() && !(told && settled)) {
            due = Optional.of(snapshot.now().plus(LATER));
        }
        if (due.filter(at -> !snapshot.now().since(at).isNegative()).isPresent()) {
            ask();
            chosen.filter(it -> it.row().end().isEmpty()).ifPresent(it -> look(it.row()));
        }
    }
}
