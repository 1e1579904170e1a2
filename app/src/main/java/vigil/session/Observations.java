package vigil.session;

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
     */
    public record Charted(Stamp at, Staff by, ObservationSet set, List<ObservationDuty> satisfied) {
        public Charted {
            satisfied = List.copyOf(satisfied);
        }

        /** Total of the early-warning score; empty when any of its seven parameters is missing. */
        public Optional<Integer> earlyWarning() {
            return EarlyWarning.of(set.vitals()).map(EarlyWarning.Score::total);
        }
    }

    Observations with(Charted charted, boolean started) {
        return new Observations(sets.with(charted), started ? baseline : Optional.of(charted));
    }

    public Optional<Charted> latest() {
        return sets.isEmpty() ? Optional.empty() : Optional.of(sets.getLast());
    }
}
