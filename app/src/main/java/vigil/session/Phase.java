package vigil.session;

/** State of a session (clinical rules, section 5). */
public enum Phase {
    PLANNED,
    READY,
    INFUSING,
    PAUSED_FOR_SIDE_EFFECT,
    WEANING,
    INTERRUPTED,
    CEASED,
    OBSERVING,
    OBSERVATION_COMPLETE,
    CLOSED;

    /** True from the first delivery until cessation, pauses and interruptions included. */
    public boolean isCourse() {
        return this == INFUSING || this == PAUSED_FOR_SIDE_EFFECT || this == WEANING || this == INTERRUPTED;
    }
}
