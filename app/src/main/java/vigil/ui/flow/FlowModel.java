package vigil.ui.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.engine.CareSight.Flow;
import vigil.engine.Snapshot;
import vigil.session.Ward;
import vigil.ui.dashboard.ValueStripModel;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The side-effect view in ready words: the steps of what is open, highest first, or what could be entered while nothing
 * is.
 *
 * @param steps of the flow that stands highest; none while nothing is open
 * @param choices what could be entered while nothing is open
 * @param evidence what the pump shows now, for the step in hand
 * @param also what else is open, or has happened, in one line; may be empty
 * @param dose the dose now and what belongs to it
 * @param beside what else concerns the patient now, one line each
 * @param urgent what needs an entry at once, whatever the step
 */
public record FlowModel(
        String title,
        List<Step> steps,
        List<Choice> choices,
        List<Figure> evidence,
        String also,
        Dose dose,
        List<Figure> beside,
        List<Choice> urgent) {

    /** Where a step stands. */
    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    /**
     * One step.
     *
     * @param text what was done, by whom and when, with the evidence; or what to do, and when the step ends
     * @param choices for the step in hand only
     */
    public record Step(State state, String title, String text, boolean inHand, List<Choice> choices) {
        static Step done(String title, String text) {
            return new Step(State.DONE, title, text, false, List.of());
        }

        static Step ahead(String title, String text) {
            return new Step(State.AHEAD, title, text, false, List.of());
        }

        /** Under way, but another step is in hand. */
        static Step beside(String title, String text) {
            return new Step(State.NOW, title, text, false, List.of());
        }

        static Step now(String title, String text, List<Choice> choices) {
            return new Step(State.NOW, title, text, true, choices);
        }
    }

    /**
     * Something that can be done.
     *
     * @param what what it means, in a sentence
     * @param why why it cannot be done now; empty when it can
     */
    public record Choice(Act act, String words, String what, String why) {
        public boolean isOpen() {
            return why.isEmpty();
        }
    }

    public record Dose(String value, String unit, String text) {}

    public static FlowModel of(Snapshot snapshot, Phrases phrases) {
        FlowWords words = new FlowWords(snapshot, phrases);
        Flow flow = snapshot.care().flow();
        List<Step> steps = flow.terminationWanted()
                .map(event -> new DissociationSteps(words, event).steps())
                .orElseGet(() -> new SideEffectSteps(words).steps());
        return new FlowModel(
                phrases.text(steps.isEmpty() ? "flow.nothing" : "flow.title"),
                steps,
                steps.isEmpty() ? idle(words) : List.of(),
                evidence(words, flow),
                also(words, flow, steps.isEmpty()),
                dose(words),
                beside(words),
                urgent(words));
    }

    private static List<Choice> idle(FlowWords words) {
        boolean away = words.care().ward().away().isPresent();
        boolean raised = !words.care().ward().concerns().isEmpty();
        return List.of(
                words.choice(Act.OBSERVE),
                words.choice(raised ? Act.CONCERN_OVER : Act.CONCERN),
                words.choice(Act.REVIEW),
                words.choice(Act.DAILY),
                words.choice(away ? Act.BACK : Act.AWAY),
                words.choice(Act.DIRECTION),
                words.choice(Act.STOP_REASON),
                words.choice(words.care().pump().unexpected().isPresent() ? Act.CAUSE : Act.PURGE),
                words.choice(words.care().after().isPresent() ? Act.AFTER : Act.CEASE));
    }

    private static List<Figure> evidence(FlowWords words, Flow flow) {
        Phrases phrases = words.phrases();
        Snapshot snapshot = words.snapshot();
        ValueStripModel now = ValueStripModel.of(snapshot, phrases);
        Figure flowNow = now.figures().get(1);
        Figure says = new Figure(
                phrases.text("flow.pump-says"), now.figures().getFirst().value());
        Figure rate = new Figure(phrases.text("flow.rate"), flowNow.value(), flowNow.unit());
        Figure age = new Figure(
                phrases.text("flow.age"),
                snapshot.dose().readingAge().map(phrases::age).orElse(Phrases.NO_VALUE));
        return waiting(words, flow)
                .map(span -> List.of(says, rate, age, span))
                .orElseGet(() -> List.of(says, rate, age));
    }

    /** How long something has been waited for, or the hour of the pause. */
    private static Optional<Figure> waiting(FlowWords words, Flow flow) {
        Phrases phrases = words.phrases();
        return words.snapshot()
                .course()
                .paused()
                .map(pause -> new Figure(phrases.text("flow.since-delivery"), phrases.stopwatch(pause.elapsed())))
                .or(() -> flow.pauseRecorded()
                        .or(() -> flow.terminationWanted().map(it -> it.at()))
                        .or(() -> flow.directionWanted().map(it -> it.at()))
                        .or(() -> flow.pauseWanted().map(it -> it.at()))
                        .map(since -> new Figure(phrases.text("flow.waiting"), words.since(since))));
    }

    private static String also(FlowWords words, Flow flow, boolean idle) {
        if (idle) {
            return words.history();
        }
        boolean terminates = flow.terminationWanted().isPresent();
        boolean effects =
                flow.pauseWanted().isPresent() || flow.directionWanted().isPresent();
        return terminates && effects
                ? words.text("flow.also", flow.directionWanted().isPresent() ? "R16" : "R15")
                : words.text("prompt.screening");
    }

    private static Dose dose(FlowWords words) {
        Phrases phrases = words.phrases();
        Snapshot.Dose dose = words.snapshot().dose();
        String rate = dose.rate()
                .map(it -> phrases.words().decimal(it.toDecimal(3), 3))
                .orElse(Phrases.NO_VALUE);
        String ordered = dose.ordered()
                .map(it -> phrases.words().decimal(it.toDecimal(3), 3))
                .orElse(Phrases.NO_VALUE);
        String given =
                phrases.words().decimal(words.snapshot().totals().course().mg(), 1);
        String atLeast = words.snapshot().totals().atLeast() ? "flow.dose-at-least" : "flow.dose";
        return new Dose(rate, "mg/kg/h", phrases.text(atLeast, ordered, given));
    }

    private static List<Figure> beside(FlowWords words) {
        Ward ward = words.care().ward();
        List<Figure> lines = new ArrayList<>();
        ward.concerns()
                .forEach(raised -> lines.add(new Figure(
                        words.text("emergency." + raised.concern().name()),
                        (words.phrases().time(raised.at().at().utc()) + " " + raised.note()).strip())));
        ward.away()
                .ifPresent(away -> lines.add(new Figure(
                        words.text("flow.away"),
                        (words.phrases().clock(away.since().at().utc()) + " " + away.where()).strip())));
        ward.directions().stream().reduce((_, last) -> last).ifPresent(last -> lines.add(words.direction(last)));
        lines.addAll(words.dueSets());
        return lines;
    }

    private static List<Choice> urgent(FlowWords words) {
        boolean raised = !words.care().ward().concerns().isEmpty();
        return List.of(words.choice(Act.OBSERVE), words.choice(raised ? Act.CONCERN_OVER : Act.CONCERN));
    }
}
