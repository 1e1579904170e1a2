package vigil.export.print;

import java.nio.file.Path;
import java.time.Duration;

/** Prints documents that are files already. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface Printer {
    /** By then a person is told, whatever the printer does (fault F5). */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Prints a PDF of A4 pages and waits for what becomes of it, {@link #PATIENCE} at most. Never throws for a printer's
     * sake, and never changes or removes the file.
     *
     * @param title what the job is called in the queue; no patient data, since a queue is seen by everybody
     */
    Outcome print(Path pdf, String title);
}
