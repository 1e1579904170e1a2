package vigil.ui.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.session.SessionId;
import vigil.ui.history.Archive.Answer;

/**
 * The replay of one session: where it stands, whether it moves and how fast. Asks for one moment at a time, always the
 * last one wanted, so that a slider can be drawn however slow the disk is. Belongs to the JavaFX thread.
 */
public final class Player {
    /** Times real time. */
    static final List<Integer> SPEEDS = List.of(1, 10, 60, 600);
    /** Clipped to the length of the session once that is known. */
    private static final Duration LONGER_THAN_ANY = Duration.ofDays(10_000);

    private final Archive archive;
    private final Runnable changed;
    private final Job<Replay> fold;
    private Optional<SessionLine> session = Optional.empty();
    private Duration position = Duration.ZERO;
    private Optional<Duration> asked = Optional.empty();
    private Optional<Snapshot> shown = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private int speed = SPEEDS.get(1);
    private boolean playing;

    /** {@code changed} runs after every change. */
    public Player(Archive archive, Runnable changed) {
        this.archive = archive;
        this.changed = changed;
        fold = new Job<>(archive, this::folded);
    }

    /** The session that is replayed, or made ready to be. */
    public Optional<SessionLine> session() {
        return session;
    }

    Job<Replay> fold() {
        return fold;
    }

    /** The moment that is shown; empty until the first has come. */
    public Optional<Snapshot> shown() {
        return shown;
    }

    Duration position() {
        return position;
    }

    Duration length() {
        return replay().map(Replay::length).orElse(Duration.ZERO);
    }

    int speed() {
        return speed;
    }

    boolean isPlaying() {
        return playing;
    }

    /** Why the moment that was asked for is not shown. */
    Optional<String> trouble() {
        return trouble;
    }

    private Optional<Replay> replay() {
        return fold.state() instanceof Job.State.Done<Replay>(var replay) ? Optional.of(replay) : Optional.empty();
    }

    /** Makes a session ready; it begins where its infusion began. */
    void open(SessionLine line) {
        if (!fold.isRunning()) {
            session = Optional.of(line);
            begin(
                    line.id(),
                    line.startedAt()
                            .map(start -> Duration.between(line.openedAt(), start))
                            .filter(it -> !it.isNegative())
                            .orElse(Duration.ZERO));
        }
    }

    /** Makes a session ready; it begins at its last moment in the record, from where one goes back. */
    public void openAtItsEnd(SessionId id) {
        if (!fold.isRunning()) {
            begin(id, LONGER_THAN_ANY);
        }
    }

    private void begin(SessionId id, Duration from) {
        position = from;
        shown = Optional.empty();
        fold.begin((contents, steps) -> contents.replay(id, steps));
    }

    private void folded() {
        if (replay().isPresent()) {
            seek(position);
        } else if (!fold.isRunning() && !(fold.state() instanceof Job.State.Refused)) {
            session = Optional.empty();
        }
        changed.run();
    }

    /** Ends the replay, or gives up making it ready. */
    public void close() {
        playing = false;
        shown = Optional.empty();
        session = Optional.empty();
        fold.giveUp();
        fold.forget();
        changed.run();
    }

    /** Shows that moment as soon as it is there. */
    void seek(Duration wanted) {
        Duration end = length();
        position = wanted.isNegative() ? Duration.ZERO : wanted.compareTo(end) > 0 ? end : wanted;
        replay().filter(_ -> asked.isEmpty()).ifPresent(this::look);
        changed.run();
    }

    private void look(Replay replay) {
        Duration wanted = position;
        asked = Optional.of(wanted);
        archive.ask(_ -> replay.at(wanted), answer -> seen(replay, wanted, answer));
    }

    private void seen(Replay replay, Duration wanted, Answer<Snapshot> answer) {
        asked = Optional.empty();
        if (replay().filter(replay::equals).isEmpty()) {
            // Another one was opened meanwhile.
            replay().ifPresent(this::look);
            return;
        }
        switch (answer) {
            case Answer.Told<Snapshot>(var snapshot) -> {
                shown = Optional.of(snapshot);
                trouble = Optional.empty();
            }
            case Answer.Refused<Snapshot>(var reason) -> {
                trouble = Optional.of(reason);
                playing = false;
            }
            case Answer.GivenUp<Snapshot>() -> {}
        }
        if (!wanted.equals(position) && trouble.isEmpty()) {
            look(replay);
        }
        changed.run();
    }

    void play(boolean wanted) {
        playing = wanted && replay().isPresent() && position.compareTo(length()) < 0;
        changed.run();
    }

    void setSpeed(int times) {
        speed = times;
        changed.run();
    }

    /** So much time has passed at the console. */
    public void passed(Duration time) {
        if (playing) {
            seek(position.plus(time.multipliedBy(speed)));
            playing = position.compareTo(length()) < 0;
        }
    }
}
