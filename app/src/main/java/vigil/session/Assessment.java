package vigil.session;

import java.util.Set;

/**
 * What must be settled before a start: purpose (R1), selection (R2), assessment (R3) and opioid plan (R19).
 *
 * @param purposes at least one before READY
 * @param centralSensitisation evident on clinical grounds
 * @param opioidReasons at least one beside central sensitisation
 * @param assessed the five texts of R3 are present in the notes
 */
public record Assessment(
        Set<Purpose> purposes,
        boolean centralSensitisation,
        Set<OpioidReason> opioidReasons,
        boolean assessed,
        OpioidPlan opioidPlan) {
    public enum Purpose {
        LESS_OPIOID,
        MULTIDISCIPLINARY_CARE,
        QUALITY_OF_LIFE
    }

    public enum OpioidReason {
        POOR_RESPONSE,
        SIDE_EFFECTS,
        HARMFUL_DRUG_SEEKING
    }

    public enum OpioidPlan {
        REDUCE,
        CEASE,
        SWITCH
    }

    public Assessment {
        purposes = Set.copyOf(purposes);
        opioidReasons = Set.copyOf(opioidReasons);
    }
}
