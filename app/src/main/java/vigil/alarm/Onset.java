package vigil.alarm;

/** How soon it may come (alarm page, section 4). */
public enum Onset {
    IMMEDIATE,
    PROMPT,
    DELAYED;

    /** The priority that follows from severity and onset: table 3 of the Open PCA Pump requirements. */
    public AlarmPriority priority(Severity severity) {
        return switch (severity) {
            case DEATH_OR_IRREVERSIBLE -> this == DELAYED ? AlarmPriority.MEDIUM : AlarmPriority.HIGH;
            case REVERSIBLE ->
                switch (this) {
                    case IMMEDIATE -> AlarmPriority.HIGH;
                    case PROMPT -> AlarmPriority.MEDIUM;
                    case DELAYED -> AlarmPriority.LOW;
                };
            case MINOR -> this == IMMEDIATE ? AlarmPriority.MEDIUM : AlarmPriority.LOW;
        };
    }
}
