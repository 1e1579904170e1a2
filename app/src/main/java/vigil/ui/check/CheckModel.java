package vigil.ui.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vigil.engine.CareSight.CheckDue;
import vigil.engine.Snapshot;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.PumpCheck;
import vigil.session.PumpChecks;
import vigil.ui.form.Question;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The check of pump and line in ready words.
 *
 * @param intro what the check is for: to compare with the wire, or as the source of dose and totals
 * @param shown what Vigil has of the pump now, with its age
 * @param differences what was typed against what the wire says, one line each; none while there is nothing to compare
 * @param asksForSecond this occasion needs a second person
 * @param can the check can be handed over; otherwise {@code lacking} says what is missing
 */
public record CheckModel(
        String title,
        String intro,
        List<Figure> shown,
        List<String> due,
        String latest,
        List<String> differences,
        boolean asksForSecond,
        boolean can,
        String lacking) {
    /** What the counter may have moved on, in mL, between looking at the pump and at the screen. */
    private static final BigDecimal MOVED_ON_ML = new BigDecimal("0.1");

    static CheckModel of(Snapshot snapshot, CheckDraft draft, Phrases phrases) {
        return new Maker(snapshot, draft, phrases).model();
    }

    private record Maker(Snapshot snapshot, CheckDraft draft, Phrases phrases) {
        CheckModel model() {
            boolean charted = snapshot.link().charted();
            List<Question<?>> lacking = draft.lacking();
            boolean open = snapshot.sessionId().isPresent();
            return new CheckModel(
                    phrases.text(charted ? "check.title.charted" : "check.title.wire"),
                    phrases.text(charted ? "check.intro.charted" : "check.intro.wire"),
                    shown(charted),
                    snapshot.care().pump().due().stream().map(this::due).toList(),
                    snapshot.care().pump().latest().map(this::latest).orElseGet(() -> phrases.text("check.never")),
                    charted ? List.of() : differences(),
                    draft.isByTwo(),
                    open && lacking.isEmpty(),
                    open ? lacking(lacking) : phrases.text("why.no-session"));
        }

        private String lacking(List<Question<?>> lacking) {
            return lacking.isEmpty()
                    ? ""
                    : phrases.text(
                            "check.lacks",
                            lacking.stream()
                                    .map(question -> phrases.text(question.key()))
                                    .collect(Collectors.joining(", ")));
        }

        private List<Figure> shown(boolean charted) {
            Snapshot.Dose dose = snapshot.dose();
            List<Figure> figures = new ArrayList<>();
            figures.add(new Figure(
                    phrases.text(charted ? "check.charted-state" : "flow.pump-says"),
                    phrases.text("delivery." + dose.deliveryStatus().name())));
            figures.add(figure("check.rate", dose.flowRate().map(FlowRate::mlPerH), "mL/h"));
            figures.add(figure("check.infused", dose.volumeInfused().map(Volume::ml), "mL"));
            figures.add(figure("check.left", dose.volumeRemaining().map(Volume::ml), "mL"));
            figures.add(figure("check.ordered", snapshot.care().pump().ordered().map(FlowRate::mlPerH), "mL/h"));
            figures.add(new Figure(
                    phrases.text("flow.age"),
                    dose.readingAge().map(phrases::age).orElse(Phrases.NO_VALUE),
                    charted ? phrases.text("check.charted") : ""));
            return figures;
        }

        private Figure figure(String key, Optional<BigDecimal> value, String unit) {
            return value.map(it -> new Figure(phrases.text(key), phrases.words().exact(it), unit))
                    .orElseGet(() -> new Figure(phrases.text(key), Phrases.NO_VALUE));
        }

        private String due(CheckDue due) {
            return phrases.text(
                    due.overdue() ? "check.overdue" : "check.due",
                    phrases.text("check.occasion." + due.occasion().name()),
                    phrases.clock(due.at()));
        }

        private String latest(PumpChecks.Done done) {
            String both = done.secondChecker()
                    .map(second -> done.by().initials() + ", " + second.initials())
                    .orElse(done.by().initials());
            String when = phrases.text(
                    "check.last",
                    phrases.clock(done.at().at().utc()),
                    phrases.text("check.occasion." + done.check().occasion().name()),
                    both);
            return done.check().confirmed().contains(PumpCheck.Item.LOCK)
                    ? when
                    : when + " " + phrases.text("check.unlocked");
        }

        private List<String> differences() {
            List<String> told = new ArrayList<>();
            Snapshot.Dose dose = snapshot.dose();
            compare(CheckAsks.RATE, dose.flowRate().map(FlowRate::mlPerH), BigDecimal.ZERO)
                    .ifPresent(told::add);
            compare(CheckAsks.INFUSED, dose.volumeInfused().map(Volume::ml), MOVED_ON_ML)
                    .ifPresent(told::add);
            compare(CheckAsks.LEFT, dose.volumeRemaining().map(Volume::ml), MOVED_ON_ML)
                    .ifPresent(told::add);
            state().ifPresent(told::add);
            return told;
        }

        private Optional<String> compare(Question<BigDecimal> question, Optional<BigDecimal> wire, BigDecimal allowed) {
            return draft.answers()
                    .value(question)
                    .map(read -> wire.map(known -> compared(question, read, known, allowed))
                            .orElseGet(() -> phrases.text("check.no-wire-value", phrases.text(question.key()))));
        }

        private String compared(Question<BigDecimal> question, BigDecimal read, BigDecimal wire, BigDecimal allowed) {
            Function<BigDecimal, String> words = it -> phrases.words().exact(it);
            BigDecimal apart = read.subtract(wire);
            String key = apart.abs().compareTo(allowed) <= 0 ? "check.same" : "check.differs";
            return phrases.text(
                    key,
                    phrases.text(question.key()),
                    words.apply(read),
                    words.apply(wire),
                    words.apply(apart.stripTrailingZeros()));
        }

        private Optional<String> state() {
            return draft.answers()
                    .value(CheckAsks.STATE)
                    .filter(state -> state.equals(CheckAsks.RUNS)
                            != snapshot.dose().deliveryStatus().delivers())
                    .map(state -> phrases.text(
                            "check.state-differs",
                            phrases.text("check.state." + state),
                            phrases.text("delivery."
                                    + snapshot.dose().deliveryStatus().name())));
        }
    }
}
