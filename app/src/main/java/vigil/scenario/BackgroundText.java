package vigil.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.scenario.Scenario.Entry;
import vigil.session.Event;
import vigil.session.OutcomeScores;
import vigil.session.PlasmaChoice;
import vigil.session.Staff;

/**
 * Reads what accompanies an infusion: {@code opioids admission 2026-03-01 oxycodone oral 80 mg_per_day naloxone};
 * {@code scores before 2026-03-01 bpi 6.5 7.0 pseq 17}; {@code reference EIDE95} or {@code reference none};
 * {@code plasma on} or {@code plasma off}, with {@code liver_disease} and {@code cyp_modifier} behind it where they apply.
 */
final class BackgroundText {
    private final Words words;
    private final Staff by;

    BackgroundText(Words words, Staff by) {
        this.words = words;
        this.by = by;
    }

    Entry read(String what) {
        return switch (what) {
            case "opioids" -> opioids();
            case "scores" -> scores();
            case "reference" -> reference();
            default -> plasma();
        };
    }

    private Entry opioids() {
        OpioidRegimen.Occasion occasion =
                EntryText.constant(OpioidRegimen.Occasion.class, words.take("admission, change or discharge"));
        LocalDate on = LocalDate.parse(words.take("a date"));
        List<OpioidDose> doses = new ArrayList<>();
        while (!words.isEmpty()) {
            doses.add(dose());
        }
        OpioidRegimen regimen = new OpioidRegimen(occasion, on, doses, OmeddTable.CURRENT);
        return at -> new Event.OpioidRegimenRecorded(at, regimen, by);
    }

    private OpioidDose dose() {
        String substance = words.take("an opioid");
        OpioidDose.Route route = EntryText.constant(OpioidDose.Route.class, words.take("a route"));
        BigDecimal amount = new BigDecimal(words.take("an amount"));
        OpioidDose.Unit unit = EntryText.constant(OpioidDose.Unit.class, words.take("a unit"));
        return new OpioidDose(substance, route, amount, unit, words.takeIf("naloxone"));
    }

    private Entry scores() {
        OutcomeScores.Occasion occasion =
                EntryText.constant(OutcomeScores.Occasion.class, words.take("before or after"));
        LocalDate on = LocalDate.parse(words.take("a date"));
        boolean bpi = words.takeIf("bpi");
        Optional<BigDecimal> severity = bpi ? Optional.of(decimal("BPI severity")) : Optional.empty();
        Optional<BigDecimal> interference = bpi ? Optional.of(decimal("BPI interference")) : Optional.empty();
        Optional<Integer> pseq =
                words.takeIf("pseq") ? Optional.of(decimal("PSEQ").intValueExact()) : Optional.empty();
        String waived = words.takeIf("waived") ? words.take("a reason") : "";
        OutcomeScores scores = new OutcomeScores(occasion, on, severity, interference, pseq, "", waived);
        return at -> new Event.OutcomesScored(at, scores, by);
    }

    private BigDecimal decimal(String wanted) {
        return new BigDecimal(words.take(wanted));
    }

    private Entry reference() {
        String id = words.take("a regimen or none");
        Optional<String> regimen = id.equals("none") ? Optional.empty() : Optional.of(id);
        return at -> new Event.ReferenceChosen(at, regimen, by);
    }

    private Entry plasma() {
        String choice = words.take("on or off");
        if (!choice.equals("on") && !choice.equals("off")) {
            throw words.unknown(choice, "on or off");
        }
        Set<PlasmaChoice.Exclusion> exclusions = EnumSet.noneOf(PlasmaChoice.Exclusion.class);
        while (!words.isEmpty()) {
            exclusions.add(EntryText.constant(PlasmaChoice.Exclusion.class, words.take("an exclusion")));
        }
        PlasmaChoice made = new PlasmaChoice(choice.equals("on"), exclusions);
        return at -> new Event.PlasmaChosen(at, made, by);
    }
}
