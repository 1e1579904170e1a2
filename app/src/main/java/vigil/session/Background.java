package vigil.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.opioid.OpioidRegimen;
import vigil.opioid.OpioidRegimen.Occasion;

/**
 * What accompanies an infusion: opioid regimens, scores before and after, and what people chose to see beside the dose.
 * Immutable.
 *
 * @param regimens in the order they were recorded
 * @param reference id of the published regimen shown as a band; never an order
 */
public record Background(
        List<Recorded> regimens, List<OutcomeScores> scores, Optional<String> reference, PlasmaChoice plasma) {
    public static final Background NONE = new Background(List.of(), List.of(), Optional.empty(), PlasmaChoice.OFF);

    public record Recorded(Stamp at, OpioidRegimen regimen, Staff by) {}

    public Background {
        regimens = List.copyOf(regimens);
        scores = List.copyOf(scores);
    }

    Background with(Event.OpioidRegimenRecorded event, Stamp at) {
        List<Recorded> longer = longer(regimens, new Recorded(at, event.regimen(), event.by()));
        return new Background(longer, scores, reference, plasma);
    }

    Background with(OutcomeScores scored) {
        return new Background(regimens, longer(scores, scored), reference, plasma);
    }

    Background showing(Optional<String> chosen) {
        return new Background(regimens, scores, chosen, plasma);
    }

    Background with(PlasmaChoice chosen) {
        return new Background(regimens, scores, reference, chosen);
    }

    private static <T> List<T> longer(List<T> list, T next) {
        List<T> longer = new ArrayList<>(list);
        longer.add(next);
        return longer;
    }

    /** The regimen recorded last; empty: nothing is known about opioids. */
    public Optional<OpioidRegimen> regimenNow() {
        return regimens.isEmpty()
                ? Optional.empty()
                : Optional.of(regimens.getLast().regimen());
    }

    /** The regimen the course began with: of those recorded for the admission the last, which corrects the others. */
    public Optional<OpioidRegimen> regimenAtAdmission() {
        return regimens.stream()
                .map(Recorded::regimen)
                .filter(regimen -> regimen.occasion() == Occasion.ADMISSION)
                .reduce((_, later) -> later);
    }

    /**
     * R21: an opioid was changed during the stay, so the general practitioner has to be told: a change was recorded, or
     * the regimen at discharge differs from the one at admission.
     */
    public boolean isOpioidChangeLogged() {
        return regimens.stream().map(Recorded::regimen).anyMatch(this::isChange);
    }

    /** R21: a letter is due where an opioid was changed, and where nobody recorded what the patient takes. */
    public boolean needsLetter() {
        return regimens.isEmpty() || isOpioidChangeLogged();
    }

    private boolean isChange(OpioidRegimen regimen) {
        return switch (regimen.occasion()) {
            case ADMISSION -> false;
            case CHANGE -> true;
            case DISCHARGE ->
                regimenAtAdmission()
                        .map(before -> !before.doses().equals(regimen.doses()))
                        .orElse(true);
        };
    }

    /** R4: scores were taken on this occasion, or waived with a reason. */
    public boolean isScored(OutcomeScores.Occasion occasion) {
        return scores.stream().anyMatch(score -> score.occasion() == occasion);
    }
}
