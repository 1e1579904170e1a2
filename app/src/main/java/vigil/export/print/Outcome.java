package vigil.export.print;

/** What became of a print. */
public sealed interface Outcome {
    /** The queue reports that the job is finished. Whether paper came out only a person can see. */
    record Printed(String queue, String job) implements Outcome {}

    /**
     * The queue has the job and had not finished it in time.
     *
     * @param saying the printer's own words; may be empty
     */
    record Waiting(String queue, String job, String saying) implements Outcome {}

    /**
     * Nothing is printed.
     *
     * @param queue may be empty, when no printer was found
     * @param saying the printer's own words or the names of the printers there are; may be empty
     */
    record Failed(Reason reason, String queue, String saying) implements Outcome {}

    /** Why nothing is printed. */
    enum Reason {
        /** No printer is set up on this machine. */
        NO_PRINTER,
        /** There are printers, and none of them is the default one. */
        NO_DEFAULT,
        /** The printer that was asked for is not there. */
        UNKNOWN_PRINTER,
        /** The queue is paused or refuses jobs; nothing was sent, so that nothing comes out later by surprise. */
        PAUSED,
        /** The queue took the job and gave it up. */
        JOB_FAILED,
        /** The queue took the job and stopped; the job may still come out when somebody starts it again. */
        STOPPED_AFTER,
        /** The print service does not answer, or not in its language. */
        NO_ANSWER,
        /** The file cannot be read. */
        NO_FILE
    }
}
