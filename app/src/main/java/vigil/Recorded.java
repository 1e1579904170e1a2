package vigil;

import java.util.Optional;
import vigil.engine.Engine;
import vigil.engine.EngineState;
import vigil.engine.Step;

/**
 * What the entries of the journal lead to, where that is not what the console has seen: an event that the journal could not
 * take is on the screen and in no entry. From the first such event on, an engine beside the console's own takes the
 * entries only, so that database and resume points are what a replay gives. Used by the session thread.
 */
final class Recorded {
    private Optional<Engine> apart = Optional.empty();

    /** An event is in no entry; {@code before}: what stood before it. */
    void lacks(EngineState before) {
        if (apart.isEmpty()) {
            Engine engine = new Engine();
            engine.become(before);
            apart = Optional.of(engine);
        }
    }

    /** The step that an entry leads to; {@code live}: what the same event led to at the console. */
    Step step(Step live) {
        return apart.map(engine -> engine.replay(live.event())).orElse(live);
    }

    /** What all entries have led to; {@code live}: the engine of the console. */
    EngineState state(Engine live) {
        return apart.orElse(live).state();
    }
}
