package vigil.ui.settings;

import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.session.Phase;

/**
 * The way from the console to training: made-up courses on a record of their own, in the console's own window. Called on the
 * JavaFX thread; must return at once.
 */
public interface Training {
    /** A console that leads to no training. */
    Training NONE = new Training() {
        @Override
        public List<String> scenarios() {
            return List.of();
        }

        @Override
        public Optional<Order> running() {
            return Optional.empty();
        }

        @Override
        public void begin(Order order) {
            throw new IllegalStateException("no training is offered here");
        }

        @Override
        public void end() {
            throw new IllegalStateException("no training is offered here");
        }
    };

    /**
     * A course to be played.
     *
     * @param scenario its name, one of {@link #scenarios}
     * @param speed times real time, 1 to 3600
     */
    record Order(String scenario, int speed) {
        public static final int FASTEST = 3_600;

        public Order {
            if (speed < 1 || speed > FASTEST) {
                throw new IllegalArgumentException("speed %d is outside 1 to %d".formatted(speed, FASTEST));
            }
        }
    }

    /** Every course there is, by name; none where no training is offered. */
    List<String> scenarios();

    /** What is being played at this console, if it is one for training. */
    Optional<Order> running();

    /** Leaves the live console, or the course that is played, for another course. */
    void begin(Order order);

    /** Goes back to the live console. */
    void end();

    /** True while no patient depends on this console: no session is open, and the pump is not seen to deliver. */
    static boolean isOffered(Snapshot snapshot) {
        boolean open = snapshot.sessionId().isPresent() && snapshot.course().phase() != Phase.CLOSED;
        boolean flows = snapshot.dose()
                .flowRate()
                .filter(rate -> rate.mlPerH().signum() > 0)
                .isPresent();
        return snapshot.simulated() || (!open && !flows);
    }
}
