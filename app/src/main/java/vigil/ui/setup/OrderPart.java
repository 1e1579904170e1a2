package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.dose.Dosing;
import vigil.pump.FlowRate;
import vigil.session.Event;
import vigil.session.RateOrder;
import vigil.session.RateOrder.Kind;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** The order: the rate to set and the range a nurse may titrate within (R11, R12, R27); changed during the course as well. */
final class OrderPart implements PartRules {
    static final Question<BigDecimal> RATE = Question.number("setup.order.rate", "0.01", "999", 2, "mL/h");
    static final Question<BigDecimal> LOWEST = Question.number("setup.order.lowest", "0.001", "10", 3, "mg/kg/h");
    static final Question<BigDecimal> HIGHEST = Question.number("setup.order.highest", "0.001", "10", 3, "mg/kg/h");
    static final Question<String> PRESCRIBER = Question.text("setup.order.prescriber");
    static final Question<String> KIND = Question.oneOf("setup.order.kind", Kind.CHANGE, Kind.WEAN_STEP);

    /** The finest step of the rates that pumps are set in, mL/h. */
    private static final BigDecimal STEP = new BigDecimal("0.01");

    /** One line of the table under the order. */
    record Row(String key, FlowRate flowRate, DoseRate dose) {}

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.that(now.dosing().isPresent(), "setup.lack.dosing"));
        if (isCourse(now)) {
            checks.add(Check.answered(answers, KIND));
        }
        checks.add(Check.answered(answers, RATE));
        checks.add(Check.answered(answers, LOWEST));
        checks.add(Check.answered(answers, HIGHEST));
        checks.addAll(range(answers, now.preparation().settings().maximum()));
        now.dosing().ifPresent(dosing -> checks.add(within(answers, dosing)));
        checks.add(Check.answered(answers, PRESCRIBER));
        return checks;
    }

    /** True once drug has flowed: from then on an order is a change or a step of the wean. */
    static boolean isCourse(Situation now) {
        return now.phase().isCourse();
    }

    private static List<Check> range(Answers answers, DoseLimit maximum) {
        Optional<BigDecimal> low = answers.value(LOWEST);
        Optional<BigDecimal> high = answers.value(HIGHEST);
        boolean ordered =
                low.flatMap(it -> high.map(most -> it.compareTo(most) <= 0)).orElse(true);
        boolean allowed =
                high.map(it -> it.compareTo(maximum.mgPerKgPerH()) <= 0).orElse(true);
        return List.of(
                Check.that(ordered, "setup.lack.range", answers.text(LOWEST), answers.text(HIGHEST)),
                Check.that(
                        allowed,
                        "setup.lack.maximum",
                        answers.text(HIGHEST),
                        maximum.mgPerKgPerH().toPlainString()));
    }

    /** Compared exactly: what is shown is rounded, what decides is not. */
    private static Check within(Answers answers, Dosing dosing) {
        Optional<DoseRate> dose = dose(answers, dosing);
        boolean above =
                dose.flatMap(it -> limit(answers, HIGHEST).map(it::isAbove)).orElse(false);
        boolean below =
                dose.flatMap(it -> limit(answers, LOWEST).map(it::isBelow)).orElse(false);
        return Check.that(
                !above && !below,
                "setup.lack.within",
                answers.text(RATE),
                dose.map(DoseRate::toDisplay).orElse(""),
                answers.text(LOWEST),
                answers.text(HIGHEST));
    }

    private static Optional<DoseRate> dose(Answers answers, Dosing dosing) {
        return answers.value(RATE).map(rate -> dosing.doseRateAt(new FlowRate(rate)));
    }

    /** The dose of the rate as typed; empty while weight or strength is not known. */
    static Optional<DoseRate> dose(Answers answers, Situation now) {
        return now.dosing().flatMap(dosing -> dose(answers, dosing));
    }

    private static Optional<DoseLimit> limit(Answers answers, Question<BigDecimal> question) {
        return answers.value(question).map(DoseLimit::new);
    }

    /** Rate, upper end of the range and the maximum in mL/h, mg/h and mg/kg/h, each only if it is known. */
    static List<Row> table(Answers answers, Situation now) {
        List<Row> rows = new ArrayList<>();
        now.dosing().ifPresent(dosing -> {
            answers.value(RATE)
                    .map(FlowRate::new)
                    .ifPresent(rate -> rows.add(row("setup.order.table.rate", rate, dosing)));
            limit(answers, HIGHEST)
                    .ifPresent(high ->
                            rows.add(row("setup.order.table.highest", dosing.highestStepWithin(high, STEP), dosing)));
            DoseLimit maximum = now.preparation().settings().maximum();
            rows.add(row("setup.order.table.maximum", dosing.highestStepWithin(maximum, STEP), dosing));
        });
        return rows;
    }

    private static Row row(String key, FlowRate rate, Dosing dosing) {
        return new Row(key, rate, dosing.doseRateAt(rate));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        Kind kind = isCourse(now) ? Kind.valueOf(answers.value(KIND).orElseThrow()) : Kind.START;
        RateOrder order = new RateOrder(
                new FlowRate(answers.value(RATE).orElseThrow()),
                limit(answers, LOWEST).orElseThrow(),
                limit(answers, HIGHEST).orElseThrow(),
                kind,
                answers.value(PRESCRIBER).orElseThrow());
        return List.of((at, by) -> new Event.RateOrdered(at, order, by));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp().order().map(OrderPart::answers).orElse(Answers.NONE);
    }

    /** Whether the next one is a change or a step of the wean has to be said anew. */
    private static Answers answers(RateOrder order) {
        return Answers.NONE
                .with(RATE, Written.number(order.flowRate().mlPerH()))
                .with(LOWEST, Written.number(order.lowest().mgPerKgPerH()))
                .with(HIGHEST, Written.number(order.highest().mgPerKgPerH()))
                .with(PRESCRIBER, order.prescriber());
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().order().isPresent();
    }
}
