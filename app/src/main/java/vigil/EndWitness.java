package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.journal.JournalReader;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.store.SessionRecord.JournalHead;

/**
 * Holds the session database of a start against the journal. A database that has seen more than the journal holds is the only
 * witness of an end that was cut off (fault E6), and it is about to be thrown away: what it tells is written down before.
 */
final class EndWitness {
    private static final Logger LOG = LoggerFactory.getLogger(EndWitness.class);

    private final Path folder;
    private final Journal journal;
    private final Supplier<Moment> clock;

    /** {@code journal}: of that folder, just opened. */
    EndWitness(Path folder, Journal journal, Supplier<Moment> clock) {
        this.folder = folder;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether the journal has the last entry that the database has seen. */
    boolean isHeld(JournalHead seen) {
        try {
            Head head = journal.head();
            if (seen.sequence() > head.sequence()) {
                record(head, seen);
                return false;
            }
            return journal.holds(seen.sequence(), seen.chainHash());
        } catch (JournalException e) {
            LOG.warn("The journal cannot vouch for the session database", e);
            return false;
        }
    }

    private void record(Head head, JournalHead seen) throws JournalException {
        LOG.error(
                "The end of the record is missing: entries {} to {}, which the session database had seen",
                head.sequence() + 1,
                seen.sequence());
        journal.append(new Event.RecordCutOff(at(head), head.sequence(), seen.sequence()));
        journal.force();
    }

    /** Clocks of the last entry: those of this program may be of another boot and must not move the course's clock. */
    private Moment at(Head head) {
        Moment now = clock.get();
        AtomicReference<Moment> last = new AtomicReference<>(now);
        try {
            JournalReader.in(folder).read(head.sequence(), head.sequence(), entry -> {
                last.set(entry.event().at());
                return true;
            });
        } catch (IOException e) {
            LOG.warn("When the record ended is not known", e);
        }
        return new Moment(now.utc(), last.get().monotonicNanos(), last.get().bootNanos());
    }
}
