package vigil.session;

/** Why an infusion ceased for good (state machine of clinical rules, section 5). */
public enum CessationReason {
    PLANNED,
    /** A physician's direction after further side effects (R16). */
    PHYSICIAN_ORDER,
    /** A dissociative or amnestic effect (R17). */
    DISSOCIATION
}
