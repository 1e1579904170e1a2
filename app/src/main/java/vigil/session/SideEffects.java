package vigil.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.SideEffectItem;

/** What makes a set a qualifying side-effect event (clinical rules, section 7.1; rulings A10 and A11). */
final class SideEffects {
    private static final int TROUBLESOME = 2;
    /** From here on the sedation path is followed instead of item S3. */
    private static final int SEDATED = 2;

    private static final Set<SideEffectItem> DREAMS = Set.of(SideEffectItem.S9, SideEffectItem.S10);

    private SideEffects() {}

    /** The signs that make {@code set} a qualifying event; empty when it is none. */
    static List<Sign> qualifying(ObservationSet set, Optional<ObservationSet> baseline, CareChoices choices) {
        List<Sign> signs = new ArrayList<>(0);
        for (SideEffectItem item : SideEffectItem.values()) {
            Sign sign = sign(item, set, baseline);
            if (isSideEffect(item, set, choices) && sign.now() >= TROUBLESOME && sign.now() > sign.before()) {
                signs.add(sign);
            }
        }
        for (Circumstance said : List.of(Circumstance.ASKS_TO_STOP, Circumstance.DISTRESSING)) {
            if (set.circumstances().contains(said)) {
                signs.add(new Sign(said.name(), 0, 1));
            }
        }
        return signs;
    }

    /** The dreams of a set where the site counts them as dissociation: 1 unsure from grade 1, 2 yes from grade 2. */
    static List<Sign> dreams(ObservationSet set, Optional<ObservationSet> baseline, CareChoices choices) {
        return choices.dreamsAsDissociation()
                ? DREAMS.stream()
                        .sorted()
                        .map(item -> sign(item, set, baseline))
                        .map(sign -> new Sign(sign.item(), answer(sign.before()), answer(sign.now())))
                        .filter(sign -> sign.now() > sign.before())
                        .toList()
                : List.of();
    }

    private static int answer(int grade) {
        return Math.min(grade, Dissociation.YES);
    }

    private static boolean isSideEffect(SideEffectItem item, ObservationSet set, CareChoices choices) {
        boolean sedated = item == SideEffectItem.S3 && set.sedation() >= SEDATED;
        return !sedated && !(choices.dreamsAsDissociation() && DREAMS.contains(item));
    }

    /** An item that was not asked at the baseline counts from 0, so that nothing new is taken as old. */
    private static Sign sign(SideEffectItem item, ObservationSet set, Optional<ObservationSet> baseline) {
        int before = baseline.map(it -> it.sideEffects().getOrDefault(item, 0)).orElse(0);
        return new Sign(item.name(), before, set.sideEffects().getOrDefault(item, 0));
    }

    /** True when the newest earlier set that tells of the item showed less of it. */
    static boolean hadEased(Sign sign, Observations earlier) {
        for (int index = earlier.sets().size() - 1; index >= 0; index--) {
            Optional<Integer> grade = grade(earlier.sets().get(index).set(), sign.item());
            if (grade.isPresent()) {
                return grade.get() < sign.now();
            }
        }
        return false;
    }

    private static Optional<Integer> grade(ObservationSet set, String item) {
        return set.sideEffects().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(item))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> circumstance(set, item));
    }

    private static Optional<Integer> circumstance(ObservationSet set, String item) {
        boolean told = set.circumstances().stream().anyMatch(said -> said.name().equals(item));
        boolean isCircumstance =
                Arrays.stream(Circumstance.values()).anyMatch(it -> it.name().equals(item));
        return isCircumstance ? Optional.of(told ? 1 : 0) : Optional.empty();
    }
}
