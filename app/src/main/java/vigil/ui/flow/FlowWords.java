package vigil.ui.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.engine.CareSight;
import vigil.engine.CareSight.Effect;
import vigil.engine.Snapshot;
import vigil.rules.Rule;
import vigil.session.Pause;
import vigil.session.Sign;
import vigil.session.Ward;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/** What steps and choices say of one snapshot. */
record FlowWords(Snapshot snapshot, Phrases phrases) {
    private static final List<String> ANSWERS = List.of("N", "U", "Y");

    CareSight care() {
        return snapshot.care();
    }

    String text(String key, String... arguments) {
        return phrases.text(key, arguments);
    }

    /** The rule with its label and its source. */
    String rule(Rule rule) {
        return rule.label() + ". " + phrases.text("rule." + rule.name());
    }

    Choice choice(Act act) {
        String why = new Possible(snapshot).why(act).map(phrases::text).orElse("");
        return new Choice(act, phrases.text(act.key()), phrases.text(act.key() + ".what"), why);
    }

    List<Choice> choices(Act... acts) {
        return List.of(acts).stream().map(this::choice).toList();
    }

    String since(Instant then) {
        return phrases.stopwatch(Duration.between(then, snapshot.now().utc()));
    }

    /** Who charted what, when. */
    String event(Effect event) {
        String what = signs(event.signs());
        String time = phrases.time(event.at());
        String said = event.by()
                .map(by -> text("flow.event", time, by.initials(), what))
                .orElseGet(() -> text("flow.event-unsigned", time, what));
        String number = event.number() == 0 ? "" : " " + text("flow.event-number", Integer.toString(event.number()));
        return said + number + (event.confounded() ? " " + text("flow.confounded") : "");
    }

    private String signs(List<Sign> signs) {
        return signs.isEmpty()
                ? text("basis.not-eased")
                : signs.stream().map(this::sign).collect(Collectors.joining("; "));
    }

    private String sign(Sign sign) {
        String name = text("item." + sign.item());
        if (sign.item().startsWith("S")) {
            return text("flow.grade", sign.item(), name, Integer.toString(sign.now()), Integer.toString(sign.before()));
        }
        boolean asked = sign.item().length() == 2;
        return asked ? text("flow.answer", sign.item(), name, ANSWERS.get(sign.now())) : name;
    }

    String ordered() {
        return care().pump()
                .ordered()
                .map(rate -> phrases.words().exact(rate.mlPerH()) + " mL/h")
                .orElse(Phrases.NO_VALUE);
    }

    String seen(Pause pause) {
        return text(
                "flow.stopped.done",
                phrases.time(pause.seen().at().utc()),
                phrases.time(pause.from().at().utc()));
    }

    Figure direction(Ward.Directed last) {
        return new Figure(
                text(
                        "flow.directed",
                        phrases.clock(last.direction().calledAt()),
                        last.direction().physician()),
                last.direction().words());
    }

    Optional<Ward.Directed> lastDirection() {
        return care().ward().directions().stream().reduce((_, last) -> last);
    }

    /** Observations that are due now or next. */
    List<Figure> dueSets() {
        return snapshot.due().stream()
                .filter(due -> due.duty().isPresent())
                .limit(1)
                .map(due -> new Figure(
                        text("flow.due", phrases.clock(due.dueAt())),
                        due.duty()
                                .map(duty -> text("due.set." + duty.asks().name()))
                                .orElse("")))
                .toList();
    }

    /** What the course has seen so far, while nothing is open. */
    String history() {
        return care().flow()
                .latest()
                .map(event -> text("flow.last", event(event)))
                .orElseGet(() -> text("flow.none-yet"));
    }
}
