package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmPriority;
import vigil.engine.Engine;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalException;
import vigil.journal.JournalReader;
import vigil.journal.ShortenedRecord;
import vigil.journal.Verify;
import vigil.pump.Moment;
import vigil.session.Delivery;
import vigil.session.Event;
import vigil.session.LineQuality;
import vigil.session.Session;

/** The record that a purge leaves, written beside the old one and compared with it before that is touched. One use. */
final class PurgedRecord {
    private final Path old;
    private final Path fresh;
    private final PurgeScan scan;
    private final Head head;

    /**
     * What is to be written.
     *
     * @param fresh a folder with new keys and nothing else
     * @param head of the old record
     */
    PurgedRecord(Path old, Path fresh, PurgeScan scan, Head head) {
        this.old = old;
        this.fresh = fresh;
        this.scan = scan;
        this.head = head;
    }

    void write(Purge.Order order, Moment now) throws IOException {
        if (scan.isWhole()) {
            writeAnew(certificate(order, now, Optional.empty()), now);
        } else {
            writeShortened(scan.cut().orElseThrow(), order, now);
        }
    }

    private Event.RecordPurged certificate(Purge.Order order, Moment at, Optional<Long> keptFrom) {
        return new Event.RecordPurged(
                at, head.sequence(), head.chainHash(), scan.over(), order.by(), order.reason(), keptFrom);
    }

    /** Nothing is kept but the certificates of earlier purges and the users. */
    private void writeAnew(Event certificate, Moment now) throws IOException {
        try (DataDirectory directory = DataDirectory.open(fresh);
                Journal journal = Journal.open(directory)) {
            for (Event.RecordPurged earlier : scan.certificates()) {
                journal.append(onClockOf(now, earlier));
            }
            Head reached = journal.append(certificate);
            for (Event event : scan.people()) {
                reached = journal.append(event);
            }
            journal.force();
            if (journal.forcedSequence() != reached.sequence()) {
                throw new JournalException("the new record in %s is not on the disk".formatted(fresh));
            }
        }
        if (!(Verify.journal(fresh) instanceof Verify.Verdict.Sound)) {
            throw new JournalException("the new record in %s is not sound".formatted(fresh));
        }
    }

    /** An earlier certificate as it was but for the clocks of a boot long ago: beside the new one's they would look like a step. */
    private static Event.RecordPurged onClockOf(Moment now, Event.RecordPurged it) {
        Moment at = new Moment(it.at().utc(), now.monotonicNanos(), now.bootNanos());
        return new Event.RecordPurged(
                at, it.lastEntry(), it.chainHash(), it.sessions(), it.by(), it.reason(), it.keptFrom());
    }

    private void writeShortened(PurgeScan.Cut cut, Purge.Order order, Moment now) throws IOException {
        ConsoleEntries.Beginning beginning = scan.beginning(cut);
        // Clocks of the last entry: those of this program may be of another boot and must not move the course's clock.
        Moment last = scan.engine().session().clock().latest().orElse(now);
        Moment at = new Moment(now.utc(), last.monotonicNanos(), last.bootNanos());
        Event.RecordPurged certificate =
                certificate(order, at, Optional.of(cut.head().sequence() + 1));
        new ShortenedRecord(old, fresh).write(beginning.first(), beginning.rest(), head, certificate);
        compareFold();
    }

    /** What is kept leads to the same course, users and alarms as before. */
    private void compareFold() throws IOException {
        Engine kept = new Engine();
        JournalReader.in(fresh).read(1, head.sequence(), entry -> {
            kept.replay(entry.event());
            return true;
        });
        if (!isSame(scan.engine(), kept)) {
            throw new JournalException("what is kept of %s would not read as it did before".formatted(old));
        }
    }

    private static boolean isSame(Engine was, Engine is) {
        return course(was.session()).equals(course(is.session()))
                && was.people()
                        .sight(was.session().elapsed())
                        .equals(is.people().sight(is.session().elapsed()))
                && active(was).equals(active(is));
    }

    /**
     * Without what other pumps said, and how good the line was, before the cut: it is told anew with each reading. Alarms of the
     * pumps are compared as conditions; of one that began in an earlier run of the program the elapsed time is not kept exactly.
     */
    private static Session course(Session session) {
        Delivery it = session.delivery();
        Delivery own = new Delivery(
                it.link(), LineQuality.GOOD, it.binding(), List.of(), Optional.empty(), List.of(), it.limits());
        return new Session(
                session.clock(),
                session.setUp(),
                own,
                session.dosage(),
                session.progress(),
                session.care(),
                session.trend(),
                session.supervision());
    }

    private record Standing(String key, AlarmPriority priority) {}

    private static Set<Standing> active(Engine engine) {
        return engine.attention().conditions().stream()
                .filter(AlarmCondition::isActive)
                .map(it -> new Standing(it.key(), it.priority()))
                .collect(Collectors.toSet());
    }
}
