package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.Observations.Charted;

/** What makes a set a dissociative or amnestic event (clinical rules, section 7.2; rulings A11 and A12). */
final class Dissociation {
    static final int UNSURE = 1;
    static final int YES = 2;

    private Dissociation() {}

    /** Every answer of {@code set} that has risen above the baseline: a lifelong trait is no sign. */
    static List<Sign> risen(ObservationSet set, Optional<ObservationSet> baseline, CareChoices choices) {
        List<Sign> signs = new ArrayList<>(0);
        for (DissociationItem item : DissociationItem.values()) {
            int before = baseline.map(it -> rank(it, item)).orElse(0);
            int now = rank(set, item);
            if (now > before) {
                signs.add(new Sign(item.name(), before, now));
            }
        }
        signs.addAll(SideEffects.dreams(set, baseline, choices));
        return signs;
    }

    /** "Not asked" is no answer: it neither raises a sign nor clears one. */
    private static int rank(ObservationSet set, DissociationItem item) {
        return switch (set.dissociation().getOrDefault(item, Answer.NOT_ASKED)) {
            case NO, NOT_ASKED -> 0;
            case UNSURE -> UNSURE;
            case YES -> YES;
        };
    }

    /**
     * The signs that make the set charted at {@code now} an event; empty when it is none. {@code earlier} are the sets
     * before it, oldest first.
     */
    static List<Sign> event(List<Sign> risen, Observations earlier, Duration now, CareChoices choices) {
        List<Sign> certain = risen.stream().filter(sign -> sign.now() == YES).toList();
        if (!certain.isEmpty()) {
            return risen;
        }
        boolean two = risen.size() > 1;
        boolean again = risen.stream().anyMatch(sign -> wasUnsure(sign.item(), earlier, now, choices));
        return two || again ? risen : List.of();
    }

    private static boolean wasUnsure(String item, Observations earlier, Duration now, CareChoices choices) {
        Duration from = now.minus(choices.unsureWindow());
        Optional<ObservationSet> baseline = earlier.baseline().map(Charted::set);
        for (int index = earlier.sets().size() - 1; index >= 0; index--) {
            Charted charted = earlier.sets().get(index);
            if (charted.at().elapsed().compareTo(from) < 0) {
                return false;
            }
            if (risen(charted.set(), baseline, choices).stream()
                    .anyMatch(sign -> sign.item().equals(item))) {
                return true;
            }
        }
        return false;
    }

    /** True when {@code set} answers the item, one way or the other. */
    static boolean answers(ObservationSet set, String item) {
        return set.dissociation().entrySet().stream()
                        .anyMatch(it -> it.getKey().name().equals(item) && it.getValue() != Answer.NOT_ASKED)
                || set.sideEffects().keySet().stream().anyMatch(it -> it.name().equals(item));
    }

    /** True when an answer of the set is Y or U, whatever the baseline: the patient is watched more closely. */
    static boolean isAnyAnswered(ObservationSet set) {
        return set.dissociation().containsValue(Answer.YES)
                || set.dissociation().containsValue(Answer.UNSURE);
    }
}
