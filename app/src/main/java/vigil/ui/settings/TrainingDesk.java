package vigil.ui.settings;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.ui.form.Answers;
import vigil.ui.form.Form;
import vigil.ui.form.Question;

/** The course that is being chosen for training. Outlives a layout. Belongs to the JavaFX thread. */
public final class TrainingDesk {
    static final Question<BigDecimal> SPEED =
            Question.number("training.speed", "1", String.valueOf(Training.Order.FASTEST), 0, "×");
    private static final String USUAL_SPEED = "60";

    private final Training training;
    private final Question<String> scenario;
    private final Form form = new Form(_ -> {});

    public TrainingDesk(Training training) {
        this.training = training;
        this.scenario = Question.oneOf("training.scenario", training.scenarios());
        form.restore(new Answers(training.running()
                .map(it -> Map.of(scenario.key(), it.scenario(), SPEED.key(), String.valueOf(it.speed())))
                .orElseGet(() -> Map.of(SPEED.key(), USUAL_SPEED))));
    }

    /** True where training is offered at all. */
    boolean isOffered() {
        return !training.scenarios().isEmpty();
    }

    /** {@code action} runs when there is something else to be shown; there is one view at a time. */
    void whenChanged(Runnable action) {
        form.whenChanged(action);
    }

    Form form() {
        return form;
    }

    Question<String> scenario() {
        return scenario;
    }

    Optional<Training.Order> running() {
        return training.running();
    }

    /** What has been chosen; nothing while something is missing or cannot be read. */
    Optional<Training.Order> order() {
        return form.answers()
                .value(scenario)
                .flatMap(name ->
                        form.answers().value(SPEED).map(speed -> new Training.Order(name, speed.intValueExact())));
    }

    /** Begins what was chosen, unless a patient depends on this console. */
    void begin(Snapshot now) {
        order().filter(_ -> Training.isOffered(now)).ifPresent(training::begin);
    }

    void end() {
        training.end();
    }
}
