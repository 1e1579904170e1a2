package vigil.session;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the guideline advises around the course and a person has recorded, or said why not (R4, R6, R8, R13).
 *
 * @param instrumentsWaived why no instrument was used; blank if one was
 * @param experiencedNurses nurses know drugs, pump and monitoring (R6)
 * @param lineReason why the line is not subcutaneous and dedicated (R8); blank where it is
 * @param wean the wean that is planned (R13)
 */
public record Admission(
        List<Instrument> instruments,
        String instrumentsWaived,
        boolean experiencedNurses,
        boolean singleRoom,
        String lineReason,
        WeanPlan wean) {

    /** A total of a licensed questionnaire; no wording of it is kept. */
    public record Instrument(String name, BigDecimal total) {}

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

    public Admission {
        instruments = List.copyOf(instruments);
    }

    /** R4: at least one value, or a reason. */
    public boolean hasInstruments() {
        return !instruments.isEmpty() || !instrumentsWaived.isBlank();
    }
}
