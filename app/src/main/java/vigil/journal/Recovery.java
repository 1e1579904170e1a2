package vigil.journal;

/** What was found when the journal was opened. */
public sealed interface Recovery {
    /** Every byte belongs to a whole entry. */
    record Clean() implements Recovery {}

    /**
     * The last write had been cut short, as a power cut leaves it. What could not be read was moved aside, not dropped.
     *
     * @param lastWhole sequence of the last entry that is whole; 0 if none
     * @param bytes how many bytes were moved
     * @param aside name of the file they were moved to, in the same directory
     */
    record TailCut(long lastWhole, long bytes, String aside) implements Recovery {}
}
