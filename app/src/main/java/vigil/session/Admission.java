package vigil.session;

import java.util.Optional;

/**
 * What the guideline advises around the course and a person has recorded, or said why not (R6, R8, R13).
 *
 * @param experiencedNurses nurses know drugs, pump and monitoring (R6)
 * @param lineReason why the line is not subcutaneous and dedicated (R8); blank where it is
 * @param wean the wean that is planned (R13)
 */
public record Admission(boolean experiencedNurses, boolean singleRoom, String lineReason, WeanPlan wean) {

    /** None, or 12 to 24 hours (R13). */
    public record WeanPlan(Optional<Integer> hours) {
        public static final WeanPlan NONE = new WeanPlan(Optional.empty());
        private static final int LEAST_H = 12;
        private static final int MOST_H = 24;

        public WeanPlan {
            hours.ifPresent(h -> {
                if (h < LEAST_H || h > MOST_H) {
                    throw new IllegalArgumentException("wean of %d h is outside 12 to 24 h".formatted(h));
                }
            });
        }
    }
}
