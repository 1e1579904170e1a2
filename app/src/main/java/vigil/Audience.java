package vigil;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.engine.Snapshot;
import vigil.pump.Moment;
import vigil.session.SoundProblem;
import vigil.sound.Loudspeaker;
import vigil.sound.Wanted;

/**
 * Where a session is seen and heard: every snapshot goes to the window and to the loudspeaker, and what the loudspeaker
 * finds goes back to the session. Belongs to the session thread.
 */
final class Audience {
    private final Consumer<Snapshot> window;
    private final Loudspeaker loudspeaker;
    private final Supplier<Moment> clock;
    /** What the loudspeaker found last; written by its thread. */
    private final AtomicReference<Optional<Found>> found = new AtomicReference<>(Optional.empty());

    private Optional<Found> told = Optional.empty();
    private Consumer<Optional<SoundProblem>> session = _ -> {};

    private record Found(Optional<SoundProblem> problem) {}

    Audience(Consumer<Snapshot> window, Loudspeaker loudspeaker, Supplier<Moment> clock) {
        this.window = window;
        this.loudspeaker = loudspeaker;
        this.clock = clock;
        loudspeaker.reportTo(problem -> found.set(Optional.of(new Found(problem))));
    }

    /** From now on {@code listener} is told what is wrong with the sound, or nothing once it plays. */
    void tell(Consumer<Optional<SoundProblem>> listener) {
        session = listener;
    }

    /** Shows a snapshot; to be called at least once a second. */
    void show(Snapshot snapshot) {
        window.accept(snapshot);
        loudspeaker.show(wanted(snapshot.attention()));
        loudspeaker.look(clock.get());
        Optional<Found> latest = found.get();
        // A console that has started anew knows of no loudspeaker.
        boolean forgotten = !snapshot.attention().sound().present();
        if (forgotten || !latest.equals(told)) {
            told = latest;
            latest.ifPresent(it -> session.accept(it.problem()));
        }
    }

    /** Ends the sound. */
    void leave() {
        loudspeaker.stop();
    }

    /** A pause silences every condition, an acknowledgement one. */
    static Wanted wanted(Snapshot.Attention attention) {
        boolean paused = attention.audioPausedUntil().isPresent();
        return new Wanted(
                attention.signal(),
                attention.conditions().stream()
                        .filter(it -> paused || it.acknowledged().isPresent())
                        .map(AlarmCondition::key)
                        .collect(Collectors.toSet()),
                attention.sound().tests());
    }
}
