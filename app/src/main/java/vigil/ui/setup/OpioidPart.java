package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidDose.Route;
import vigil.opioid.OpioidDose.Unit;
import vigil.opioid.OpioidRegimen;
import vigil.opioid.OpioidRegimen.Occasion;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** All opioids the patient takes, for the count of substances (R20) and the oMEDD; or that there are none. */
final class OpioidPart implements PartRules {
    static final int ROWS = 4;

    /** A combination with naloxone counts as its opioid. */
    private static final String WITH_NALOXONE = " with naloxone";

    static final Question<String> SUBSTANCE = Question.oneOf(
            "setup.opioids.substance",
            List.of(
                    "buprenorphine",
                    "codeine",
                    "dextropropoxyphene",
                    "fentanyl",
                    "hydromorphone",
                    "methadone",
                    "morphine",
                    "oxycodone",
                    "oxycodone" + WITH_NALOXONE,
                    "pethidine",
                    "sufentanil",
                    "tapentadol",
                    "tramadol"));
    static final Question<String> ROUTE = Question.oneOf("setup.opioids.route", Route.values());
    static final Question<BigDecimal> AMOUNT = Question.number("setup.opioids.amount", "0.01", "9999", 2, "");
    static final Question<String> UNIT = Question.oneOf("setup.opioids.unit", Unit.values());
    static final Question<Boolean> NONE = Question.tick("setup.opioids.none");

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        boolean any = rows().anyMatch(row -> isUsed(answers, row));
        List<Check> checks = new ArrayList<>();
        checks.add(Check.that(any || answers.isTicked(NONE), "setup.lack.opioids"));
        checks.add(Check.that(!any || !answers.isTicked(NONE), "setup.lack.opioids-none"));
        rows().filter(row -> isUsed(answers, row)).forEach(row -> checks.addAll(checks(answers, row)));
        return checks;
    }

    private static Stream<Integer> rows() {
        return IntStream.rangeClosed(1, ROWS).boxed();
    }

    private static boolean isUsed(Answers answers, int row) {
        return Stream.of(SUBSTANCE, ROUTE, AMOUNT, UNIT)
                .anyMatch(question -> !answers.text(question.nth(row)).isEmpty());
    }

    private static List<Check> checks(Answers answers, int row) {
        Optional<OpioidDose> dose = dose(answers, row);
        return List.of(
                Check.answered(answers, SUBSTANCE.nth(row)),
                Check.answered(answers, ROUTE.nth(row)),
                Check.answered(answers, AMOUNT.nth(row)),
                Check.answered(answers, UNIT.nth(row)),
                dose.flatMap(OpioidPart::otherUnit)
                        .map(unit -> Check.that(
                                false, "setup.lack.opioid-unit", answers.text(SUBSTANCE.nth(row)), unit.symbol()))
                        .orElseGet(() -> Check.that(true, "setup.lack.opioid-unit", "", "")));
    }

    /** Where the table counts this opioid by this route in another unit only, micrograms and milligrams were mixed up. */
    private static Optional<Unit> otherUnit(OpioidDose dose) {
        OmeddTable table = OmeddTable.current();
        return table.factor(dose).isPresent()
                ? Optional.empty()
                : Arrays.stream(Unit.values())
                        .filter(unit -> table.factor(new OpioidDose(
                                        dose.substance(), dose.route(), dose.amount(), unit, dose.withNaloxone()))
                                .isPresent())
                        .findFirst();
    }

    private static Optional<OpioidDose> dose(Answers answers, int row) {
        return answers.value(SUBSTANCE.nth(row))
                .flatMap(substance -> answers.value(ROUTE.nth(row))
                        .flatMap(route -> answers.value(AMOUNT.nth(row))
                                .flatMap(amount -> answers.value(UNIT.nth(row))
                                        .map(unit -> new OpioidDose(
                                                substance.replace(WITH_NALOXONE, ""),
                                                Route.valueOf(route),
                                                amount,
                                                Unit.valueOf(unit),
                                                substance.endsWith(WITH_NALOXONE))))));
    }

    /** The doses that are whole, in the order of the rows. */
    static List<OpioidDose> doses(Answers answers) {
        return rows().flatMap(row -> dose(answers, row).stream()).toList();
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        OpioidRegimen regimen =
                new OpioidRegimen(occasion(now.phase()), now.today(), doses(answers), OmeddTable.CURRENT);
        return List.of((at, by) -> new Event.OpioidRegimenRecorded(at, regimen, by));
    }

    private static Occasion occasion(Phase phase) {
        boolean before = phase == Phase.PLANNED || phase == Phase.READY;
        boolean after = phase == Phase.OBSERVING || phase == Phase.OBSERVATION_COMPLETE;
        return before ? Occasion.ADMISSION : after ? Occasion.DISCHARGE : Occasion.CHANGE;
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp().background().regimenNow().map(OpioidPart::answers).orElse(Answers.NONE);
    }

    private static Answers answers(OpioidRegimen regimen) {
        Answers answers = Answers.NONE.with(NONE, Written.tick(regimen.doses().isEmpty()));
        for (int row = 1; row <= Math.min(ROWS, regimen.doses().size()); row++) {
            OpioidDose dose = regimen.doses().get(row - 1);
            answers = answers.with(SUBSTANCE.nth(row), dose.substance() + (dose.withNaloxone() ? WITH_NALOXONE : ""))
                    .with(ROUTE.nth(row), dose.route().name())
                    .with(AMOUNT.nth(row), Written.number(dose.amount()))
                    .with(UNIT.nth(row), dose.unit().name());
        }
        return answers;
    }

    @Override
    public boolean isRecorded(Situation now) {
        return !now.setUp().background().regimens().isEmpty();
    }
}
