package vigil.ui.setup;

import java.util.List;

/** The parts of the set-up in the order in which they are worked through. */
@SuppressWarnings("ImmutableEnumChecker") // the rules have no state, the list is a copy
enum Part {
    PATIENT(new PatientPart(), "missing.patient"),
    WEIGHT(new WeightPart(), "missing.weight"),
    PURPOSE(new PurposePart(), "missing.purpose", "missing.selection", "missing.opioidPlan"),
    ASSESSMENT(new AssessmentPart(), "missing.assessment"),
    SCORES(new ScoresPart()),
    OPIOIDS(new OpioidPart()),
    DRUG(new DrugPart(), "missing.solution"),
    ORDER(new OrderPart(), "missing.order"),
    LINE(new LinePart(), "missing.line"),
    WARD(new WardPart()),
    DISCHARGE(new DischargePart()),
    PUMP(new PumpPart(), "missing.pump"),
    SIZE(new SizePart());

    private final PartRules rules;
    private final List<String> missing;

    Part(PartRules rules, String... missing) {
        this.rules = rules;
        this.missing = List.of(missing);
    }

    PartRules rules() {
        return rules;
    }

    /** The message key of its name. */
    String nameKey() {
        return "setup.part" + "." + name();
    }

    /** What its half-filled form is kept under. */
    String form() {
        return "setup." + name();
    }

    /** True while the course cannot start for want of this part. */
    boolean isMissing(Situation now) {
        return now.isOpen() ? now.missing().stream().anyMatch(missing::contains) : !missing.isEmpty();
    }

    /** The part before or after; the first and the last have none beyond. */
    Part beside(int step) {
        List<Part> all = List.of(values());
        return all.get(Math.clamp(all.indexOf(this) + step, 0, all.size() - 1));
    }
}
