package vigil.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;

/**
 * The sets that were charted, oldest first. Immutable; nothing is ever imputed.
 *
 * @param baseline the last set before the first delivery (P0)
 */
public record Observations(GrowingList<Charted> sets, Optional<Charted> baseline) {
    public static final Observations NONE = new Observations(GrowingList.empty(), Optional.empty());

    /**
     * One charted set.
     *
     * @param satisfied the duties it satisfied, with the time it did
     * @param amended true once it is not as it was first charted
     */
    public record Charted(Stamp at, Staff by, ObservationSet set, List<ObservationDuty> satisfied, boolean amended) {
        public Charted {
            satisfied = List.copyOf(satisfied);
        }

        Charted as(ObservationSet other) {
            return new Charted(at, by, other, satisfied, true);
        }

        /** Total of the early-warning score; empty when any of its seven parameters is missing. */
        public Optional<Integer> earlyWarning() {
            return EarlyWarning.of(set.vitals()).map(EarlyWarning.Score::total);
        }
    }

    Observations with(Charted charted, boolean started) {
        return new Observations(sets.with(charted), started ? baseline : Optional.of(charted));
    }

    /** The set that was charted at that time; of two the later one. */
    public Optional<Charted> at(Instant charted) {
        return sets.reversed().stream()
                .filter(set -> set.at().at().utc().equals(charted))
                .findFirst();
    }

    /** With {@code other} in the place of {@code set}. */
    Observations replacing(Charted set, Charted other) {
        return new Observations(
                sets.replacing(place(set.at()), other), baseline.map(it -> it.equals(set) ? other : it));
    }

    /** What stood in the record when {@code set} was charted. */
    Observations before(Charted set) {
        GrowingList<Charted> earlier = GrowingList.empty();
        for (Charted each : sets.subList(0, place(set.at()))) {
            earlier = earlier.with(each);
        }
        return new Observations(earlier, baseline);
    }

    private int place(Stamp charted) {
        int place = sets.size() - 1;
        while (place > 0 && !sets.get(place).at().equals(charted)) {
            place--;
        }
        return place;
    }

    public Optional<Charted> latest() {
        return sets.isEmpty() ? Optional.empty() : Optional.of(sets.getLast());
    }
}
