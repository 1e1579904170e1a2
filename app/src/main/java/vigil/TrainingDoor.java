package vigil;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Snapshot;
import vigil.scenario.ScenarioText;
import vigil.ui.settings.Training;

/**
 * Between the live console and training: what was asked for at the window, until the thread of the session has looked whether
 * a patient depends on the console. One door for each console that is shown. Thread-safe.
 */
final class TrainingDoor implements Training {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingDoor.class);

    private final Optional<Order> running;
    private Optional<Order> wanted = Optional.empty();
    private boolean leaving;

    /** {@code running}: what is played behind this door; nothing for the live console. */
    TrainingDoor(Optional<Order> running) {
        this.running = running;
    }

    @Override
    public List<String> scenarios() {
        return ScenarioText.shippedNames();
    }

    @Override
    public Optional<Order> running() {
        return running;
    }

    @Override
    public synchronized void begin(Order order) {
        wanted = Optional.of(order);
        leaving = true;
    }

    @Override
    public synchronized void end() {
        wanted = Optional.empty();
        leaving = running.isPresent();
    }

    /** Lets {@code stop} run if the console is to be left, and may be. */
    void look(Snapshot latest, Runnable stop) {
        if (isLeft(latest)) {
            stop.run();
        }
    }

    private synchronized boolean isLeft(Snapshot latest) {
        if (leaving && running.isEmpty() && !Training.isOffered(latest)) {
            LOG.warn("Training was asked for while a patient depends on this console");
            wanted = Optional.empty();
            leaving = false;
        }
        return leaving;
    }

    /** What is to be played next; nothing leads to the live console. */
    synchronized Optional<Order> next() {
        return leaving ? wanted : Optional.empty();
    }
}
