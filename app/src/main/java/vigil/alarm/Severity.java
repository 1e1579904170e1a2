package vigil.alarm;

/** What may come of a condition that nobody responds to (alarm page, section 4). */
public enum Severity {
    DEATH_OR_IRREVERSIBLE,
    REVERSIBLE,
    MINOR
}
