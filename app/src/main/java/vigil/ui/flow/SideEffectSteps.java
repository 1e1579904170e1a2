package vigil.ui.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.engine.CareSight.Effect;
import vigil.engine.CareSight.Flow;
import vigil.engine.CareSight.Question;
import vigil.rules.Rule;
import vigil.session.Pause;
import vigil.ui.flow.FlowModel.Step;

/**
 * The steps of troublesome side effects: pause one hour, then recommence (R15); further ones, or not eased: the physician
 * directs (R16). A step that only the pump can prove ends when the pump is seen to do it.
 */
final class SideEffectSteps {
    private final FlowWords words;
    private final Flow flow;
    private final Optional<Pause> pause;
    private final boolean called;

    SideEffectSteps(FlowWords words) {
        this.words = words;
        this.flow = words.care().flow();
        this.pause = flow.pause();
        this.called = flow.directionWanted().isPresent();
    }

    List<Step> steps() {
        boolean pausing = flow.pauseWanted().isPresent() || pause.isPresent();
        if (!pausing && !called) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        first(pausing).ifPresent(event -> steps.add(Step.done(words.text("flow.recorded"), words.event(event))));
        if (pausing) {
            steps.add(recorded());
            steps.add(stopped());
            steps.add(hour());
            steps.add(answer());
        }
        if (called || flow.question() == Question.NOT_EASED) {
            steps.add(physician());
        }
        steps.add(pausing ? recommence() : directed());
        return steps;
    }

    private Optional<Effect> first(boolean pausing) {
        return pausing ? flow.pauseWanted().or(flow::paused) : flow.directionWanted();
    }

    private Step recorded() {
        String title = words.text("flow.pause");
        if (pause.isPresent()) {
            return Step.done(title, words.rule(Rule.R15));
        }
        return flow.pauseRecorded()
                .map(at -> Step.done(
                        title, words.text("flow.pause.done", words.phrases().time(at)) + " " + words.rule(Rule.R15)))
                .orElseGet(() -> inHand(
                        title,
                        words.text("flow.pause.now") + " " + words.rule(Rule.R15),
                        Act.PAUSE,
                        Act.OVERRIDE_PAUSE));
    }

    private Step stopped() {
        if (pause.isPresent()) {
            return Step.done(words.text("flow.stopped"), words.seen(pause.get()));
        }
        String title = words.text("flow.stopping");
        return flow.pauseRecorded().isEmpty() ? Step.ahead(title, words.text("flow.stopping.ahead")) : stopping(title);
    }

    private Step stopping(String title) {
        return words.snapshot().link().charted()
                ? inHand(title, words.text("flow.stopping.charted"), Act.CHART_STOP, Act.OVERRIDE_PAUSE)
                : inHand(title, words.text("flow.stopping.now"), Act.OVERRIDE_PAUSE);
    }

    private Step hour() {
        String title = words.text("flow.hour");
        if (pause.isEmpty()) {
            return Step.ahead(title, words.text("flow.hour.ahead"));
        }
        boolean over = flow.question() != Question.NOT_YET || isOver();
        return over
                ? Step.done(title, words.text("flow.hour.done"))
                : inHand(title, words.text("flow.hour.now"), Act.OBSERVE, Act.CEASE);
    }

    private boolean isOver() {
        return words.snapshot()
                .course()
                .paused()
                .map(it -> it.elapsed().compareTo(it.wanted()) >= 0)
                .orElse(false);
    }

    private Step answer() {
        String title = words.text("flow.eased");
        return switch (flow.question()) {
            case NOT_YET ->
                isOver()
                        ? Step.done(title, words.text("flow.eased.further"))
                        : Step.ahead(title, words.text("flow.eased.ahead"));
            case OPEN -> inHand(title, words.text("flow.eased.now"), Act.EASED, Act.NOT_EASED);
            case OPEN_BUT_TROUBLED -> inHand(title, words.text("why.troubled"), Act.OBSERVE, Act.NOT_EASED);
            case EASED -> Step.done(words.text("pause.eased"), answered());
            case NOT_EASED -> Step.done(words.text("pause.not-eased"), answered());
        };
    }

    private String answered() {
        return pause.flatMap(Pause::assessed)
                .map(it -> words.text(
                        "flow.by",
                        words.phrases().time(it.at().at().utc()),
                        it.by().initials()))
                .orElse("");
    }

    private Step physician() {
        String title = words.text("flow.physician-step");
        return flow.directionWanted()
                .map(event -> Step.now(
                        title,
                        words.rule(Rule.R16) + (event.signs().isEmpty() ? "" : " " + words.event(event)),
                        words.choices(Act.DIRECTION, Act.CEASE)))
                .orElseGet(() -> Step.done(
                        title,
                        words.lastDirection()
                                .map(words::direction)
                                .map(it -> it.label() + " " + it.value())
                                .orElse("")));
    }

    private Step recommence() {
        String title = words.text("flow.recommence");
        String how = words.text("flow.recommence.text", words.ordered());
        if (called) {
            return Step.ahead(words.text("flow.as-directed"), words.text("flow.as-directed.text"));
        }
        return switch (flow.question()) {
            case EASED -> inHand(title, how + " " + words.text("flow.levels"), Act.CEASE);
            case NOT_EASED -> inHand(words.text("flow.as-directed"), words.text("flow.as-directed.text"), Act.CEASE);
            case NOT_YET, OPEN, OPEN_BUT_TROUBLED -> Step.ahead(title, words.text("flow.recommence.ahead"));
        };
    }

    private Step directed() {
        return Step.ahead(words.text("flow.as-directed"), words.text("flow.as-directed.text"));
    }

    /** While the physician has to be called, that is the step in hand. */
    private Step inHand(String title, String text, Act... acts) {
        return called ? Step.beside(title, text) : Step.now(title, text, words.choices(acts));
    }
}
