package vigil.ui.flow;

import java.util.List;
import java.util.Optional;
import vigil.engine.CareSight.Effect;
import vigil.engine.CareSight.Flow;
import vigil.rules.Rule;
import vigil.session.Cessation;
import vigil.session.CessationReason;
import vigil.session.Delivery.Evidence;
import vigil.ui.flow.FlowModel.Step;

/** The steps of a dissociative or amnestic effect: terminate, until flow 0 is seen and the cessation is recorded (R17). */
final class DissociationSteps {
    private final FlowWords words;
    private final Flow flow;
    private final Effect event;

    DissociationSteps(FlowWords words, Effect event) {
        this.words = words;
        this.flow = words.care().flow();
        this.event = event;
    }

    List<Step> steps() {
        boolean stopped = flow.evidence() == Evidence.STOPPED;
        return List.of(
                Step.done(words.text("flow.dissociation"), words.event(event)),
                stopped ? Step.done(words.text("flow.stopped"), words.text("flow.stopped.now")) : standstill(),
                decision(stopped),
                Step.ahead(words.text("flow.observe"), words.rule(Rule.R14) + " " + words.text("flow.observe.ahead")));
    }

    private Optional<Cessation.Decision> decided() {
        return flow.decision().map(Cessation::decision).filter(it -> it.reason() == CessationReason.DISSOCIATION);
    }

    private Step standstill() {
        String text = words.text(unseen() ? "flow.stopping.unseen" : "flow.stopping.now");
        return Step.now(words.text("flow.stop"), text + " " + words.rule(Rule.R17), words.choices(acts()));
    }

    private boolean unseen() {
        return flow.evidence() != Evidence.DELIVERING;
    }

    /** The decision first, which may be recorded while the pump is being stopped; then what tells that it stands still. */
    private Act[] acts() {
        if (decided().isEmpty()) {
            return new Act[] {Act.TERMINATE, Act.OVERRIDE_TERMINATION};
        }
        if (words.snapshot().link().charted()) {
            return new Act[] {Act.CHART_STOP, Act.OVERRIDE_TERMINATION};
        }
        return unseen() ? new Act[] {Act.STOP_SEEN, Act.OVERRIDE_TERMINATION} : new Act[] {Act.OVERRIDE_TERMINATION};
    }

    private Step decision(boolean stopped) {
        String title = words.text("flow.terminate");
        return decided()
                .map(it -> Step.done(
                        title,
                        words.text(
                                "flow.terminate.done",
                                words.phrases().time(it.at().at().utc()),
                                it.decidedBy(),
                                it.recordedBy().initials())))
                .orElseGet(() -> stopped
                        ? Step.now(
                                title,
                                words.text("flow.terminate.now") + " " + words.rule(Rule.R17),
                                words.choices(Act.TERMINATE, Act.OVERRIDE_TERMINATION))
                        : Step.ahead(title, words.text("flow.terminate.ahead")));
    }
}
