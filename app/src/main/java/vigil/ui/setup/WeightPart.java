package vigil.ui.setup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.session.Event;
import vigil.session.Staff;
import vigil.session.WeightEntry;
import vigil.session.WeightEntry.Basis;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/**
 * The dosing weight, entered twice, with its unit chosen and never assumed; the second time by a second person where one is
 * named (R28, A15).
 */
final class WeightPart implements PartRules {
    static final Question<BigDecimal> VALUE = Question.number("setup.weight.value", "20", "662", 2, "");
    static final Question<String> UNIT = Question.oneOf("setup.weight.unit", Unit.values());
    static final Question<BigDecimal> AGAIN = Question.number("setup.weight.again", "20", "662", 2, "");
    static final Question<String> BASIS = Question.oneOf("setup.weight.basis", Basis.values());
    static final Question<String> SOURCE = Question.text("setup.weight.source");
    static final Question<LocalDate> DATE =
            Question.day("setup.weight.date", LocalDate.of(2000, 1, 1), LocalDate.of(2199, 12, 31));

    static final Question<String> CHECKER = Question.text("setup.weight.checker");
    static final Question<String> CHECKER_NAME = Question.text("setup.weight.checker-name");

    /** The international pound in kg, by its definition of 1959. */
    private static final BigDecimal POUND = new BigDecimal("0.45359237");

    private static final BigDecimal LEAST = new BigDecimal("20");
    private static final BigDecimal MOST = new BigDecimal("300");

    /** What a scale may show. */
    enum Unit {
        KG,
        LB
    }

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        Optional<BigDecimal> kg = kg(answers);
        boolean possible = kg.map(it -> it.compareTo(LEAST) >= 0 && it.compareTo(MOST) <= 0)
                .orElse(true);
        boolean dated =
                answers.value(DATE).map(day -> !day.isAfter(now.today())).orElse(true);
        boolean same = answers.value(AGAIN)
                .map(again -> answers.value(VALUE).equals(Optional.of(again)))
                .orElse(true);
        boolean both =
                answers.text(CHECKER).isBlank() == answers.text(CHECKER_NAME).isBlank();
        return List.of(
                Check.answered(answers, VALUE),
                Check.answered(answers, UNIT),
                Check.that(
                        possible,
                        "setup.lack.weight",
                        kg.map(BigDecimal::toPlainString).orElse("")),
                Check.answered(answers, AGAIN),
                Check.that(same, "setup.lack.again", answers.text(VALUE), answers.text(AGAIN)),
                Check.answered(answers, BASIS),
                Check.answered(answers, SOURCE),
                Check.answered(answers, DATE),
                Check.that(dated, "setup.lack.future"),
                Check.that(both, "setup.lack.checker"));
    }

    /** The weight in kg once value and unit are there; from pounds to the nearest 0.1 kg. */
    static Optional<BigDecimal> kg(Answers answers) {
        return answers.value(VALUE)
                .flatMap(value -> answers.value(UNIT).map(unit -> switch (Unit.valueOf(unit)) {
                    case KG -> value;
                    case LB -> value.multiply(POUND).setScale(1, RoundingMode.HALF_UP);
                }));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        WeightEntry weight = new WeightEntry(
                new DosingWeight(kg(answers).orElseThrow()),
                Basis.valueOf(answers.value(BASIS).orElseThrow()),
                answers.value(SOURCE).orElseThrow(),
                answers.value(DATE).orElseThrow());
        Optional<Staff> second = checker(answers);
        return List.of((at, by) -> new Event.WeightConfirmed(at, weight, by, second));
    }

    /** Who has read the scale as well and made the second entry. */
    private static Optional<Staff> checker(Answers answers) {
        return answers.value(CHECKER)
                .flatMap(id -> answers.value(CHECKER_NAME).map(name -> new Staff(id, name, Staff.Role.NURSE)));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp().weight().map(WeightPart::answers).orElse(Answers.NONE);
    }

    private static Answers answers(WeightEntry entry) {
        return Answers.NONE
                .with(VALUE, Written.number(entry.actual().kg()))
                .with(UNIT, Unit.KG.name())
                .with(BASIS, entry.basis().name())
                .with(SOURCE, entry.source())
                .with(DATE, Written.day(entry.date()));
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().weight().isPresent();
    }
}
