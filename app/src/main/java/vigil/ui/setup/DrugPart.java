package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Concentration;
import vigil.session.Event;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/**
 * What is in the syringe, by mass in volume so that nobody types a strength, and the second person who has checked it
 * (R29). Without that person it is entered as unchecked, and no dose is shown.
 */
final class DrugPart implements PartRules {
    static final Question<String> DRUG = Question.oneOf("setup.drug.drug", List.of("ketamine", "esketamine"));
    static final Question<BigDecimal> AMOUNT = Question.number("setup.drug.amount", "1", "10000", 1, "mg");
    static final Question<BigDecimal> VOLUME = Question.number("setup.drug.volume", "1", "1000", 1, "mL");
    static final Question<String> DILUENT = Question.text("setup.drug.diluent");
    static final Question<String> CHECKER = Question.text("setup.drug.checker");
    static final Question<String> CHECKER_NAME = Question.text("setup.drug.checker-name");

    /** What can be written out, and multiplied exactly. */
    private static final int DECIMALS = 4;

    private static final Pattern PREPARATION = Pattern.compile("([0-9.]+) mg in ([0-9.]+) mL (.+)");

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        boolean both =
                answers.text(CHECKER).isBlank() == answers.text(CHECKER_NAME).isBlank();
        boolean uneven = answers.value(AMOUNT).isPresent()
                && answers.value(VOLUME).isPresent()
                && strength(answers).isEmpty();
        return List.of(
                Check.answered(answers, DRUG),
                Check.answered(answers, AMOUNT),
                Check.answered(answers, VOLUME),
                Check.that(!uneven, "setup.lack.strength", answers.text(AMOUNT), answers.text(VOLUME)),
                Check.answered(answers, DILUENT),
                Check.wished(answers, CHECKER),
                Check.that(both, "setup.lack.checker"));
    }

    /** mg/mL, if it comes out even at four decimals: what is rounded is no strength. */
    static Optional<Concentration> strength(Answers answers) {
        return answers.value(AMOUNT).flatMap(mg -> answers.value(VOLUME).flatMap(ml -> strength(mg, ml)));
    }

    private static Optional<Concentration> strength(BigDecimal mg, BigDecimal ml) {
        BigDecimal[] parts = mg.movePointRight(DECIMALS).divideAndRemainder(ml);
        return parts[1].signum() == 0
                ? Optional.of(new Concentration(parts[0].movePointLeft(DECIMALS)))
                : Optional.empty();
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        String made = "%s mg in %s mL %s"
                .formatted(
                        answers.value(AMOUNT).orElseThrow().toPlainString(),
                        answers.value(VOLUME).orElseThrow().toPlainString(),
                        answers.value(DILUENT).orElseThrow());
        Solution solution = new Solution(
                answers.value(DRUG).orElseThrow(), strength(answers).orElseThrow(), made);
        return List.of(checker(answers)
                .<Entry>map(second -> (at, by) -> new Event.SolutionConfirmed(at, solution, by, second))
                .orElse((at, by) -> new Event.SolutionEntered(at, solution, by)));
    }

    /** Who has read drug, amount and volume from syringe and order as well. */
    static Optional<Staff> checker(Answers answers) {
        return answers.value(CHECKER)
                .flatMap(id -> answers.value(CHECKER_NAME).map(name -> new Staff(id, name, Staff.Role.NURSE)));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.solution().map(DrugPart::answers).orElse(Answers.NONE);
    }

    /** What was made up elsewhere, in other words, has to be entered anew to be changed. */
    private static Answers answers(Solution solution) {
        Matcher made = PREPARATION.matcher(solution.preparation());
        Answers drug = Answers.NONE.with(DRUG, solution.drug());
        return made.matches()
                ? drug.with(AMOUNT, made.group(1)).with(VOLUME, made.group(2)).with(DILUENT, made.group(3))
                : drug.with(DILUENT, solution.preparation());
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().solution().isPresent();
    }
}
