package vigil;

import java.io.IOException;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vigil.engine.Engine;
import vigil.engine.Snapshot;
import vigil.journal.JournalEntry;
import vigil.journal.JournalReader;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SessionId;
import vigil.ui.history.Replay;
import vigil.ui.history.Steps;

/**
 * One session folded again from the journal. While it is folded for the first time its state is kept every
 * {@value #BETWEEN_MARKS} entries (values that share their parts), so that any moment is one short fold away. The fold
 * begins with the first entry of the journal, because what stood before a session opened decides what was shown in it.
 * Used by one thread at a time.
 */
final class SessionReplay implements Replay {
    private static final int BETWEEN_MARKS = 500;

    private final Source journal;
    private final NavigableMap<Duration, Mark> marks;
    private final Duration openedAt;
    private final Mark end;

    /** Where the entries come from: a journal on a disk, or its copy. */
    @FunctionalInterface
    interface Source {
        /** As {@link JournalReader#read}. */
        void read(long from, long to, JournalReader.Taker taker) throws IOException;
    }

    /** The state right after an entry. */
    private record Mark(long sequence, Engine engine) {
        Duration elapsed() {
            return engine.session().elapsed();
        }
    }

    private SessionReplay(Source journal, NavigableMap<Duration, Mark> marks, Mark end) {
        this.journal = journal;
        this.marks = marks;
        this.openedAt = marks.firstKey();
        this.end = end;
    }

    /**
     * Folds a session of the journal up to the entry {@code to}, which is on the disk.
     *
     * @throws IOException if the journal has no such session or cannot be read, or if the work was given up
     */
    static SessionReplay of(SessionId id, Source journal, long to, Steps steps) throws IOException {
        Indexing indexing = new Indexing(id, to, steps);
        journal.read(1, to, indexing);
        if (indexing.marks.isEmpty()) {
            throw new IOException("session '%s' is not in this record".formatted(id));
        }
        return new SessionReplay(journal, indexing.marks, indexing.end);
    }

    /** The first fold. */
    private static final class Indexing implements JournalReader.Taker {
        private final SessionId id;
        private final long to;
        private final Steps steps;
        private final Engine engine = new Engine();
        private final NavigableMap<Duration, Mark> marks = new TreeMap<>();
        private Mark end = new Mark(0, engine);
        private long lastMark;

        private Indexing(SessionId id, long to, Steps steps) {
            this.id = id;
            this.to = to;
            this.steps = steps;
        }

        @Override
        public boolean take(JournalEntry entry) throws IOException {
            steps.reached(entry.sequence(), to);
            engine.replay(entry.event());
            boolean within = engine.session().id().filter(id::equals).isPresent();
            if (within && lives(entry.event())) {
                end = new Mark(entry.sequence(), engine.copy());
                if (marks.isEmpty() || entry.sequence() - lastMark >= BETWEEN_MARKS) {
                    marks.putIfAbsent(end.elapsed(), end);
                    lastMark = entry.sequence();
                }
            }
            return within || marks.isEmpty();
        }

        /** A closed session has nothing more to show but what people still enter. */
        private boolean lives(Event event) {
            return engine.session().phase() != Phase.CLOSED || event instanceof Event.ByPerson;
        }
    }

    @Override
    public Duration length() {
        return end.elapsed().minus(openedAt);
    }

    @Override
    public Snapshot at(Duration since) throws IOException {
        Duration asked = openedAt.plus(since);
        Duration wanted = asked.compareTo(end.elapsed()) > 0 ? end.elapsed() : asked;
        Engine engine = state(wanted);
        Duration later = wanted.minus(engine.session().elapsed());
        Moment last = engine.session().clock().latest().orElseThrow();
        return engine.snapshot(later.isNegative() ? last : last.plus(later));
    }

    /** The state after the last entry that is not later than {@code wanted}; at the opening if all are. */
    private Engine state(Duration wanted) throws IOException {
        Mark mark = Optional.ofNullable(marks.floorEntry(wanted))
                .orElseGet(marks::firstEntry)
                .getValue();
        Engine reached = mark.engine().copy();
        Engine ahead = mark.engine().copy();
        journal.read(mark.sequence() + 1, end.sequence(), entry -> {
            ahead.replay(entry.event());
            boolean wants = ahead.session().elapsed().compareTo(wanted) <= 0;
            if (wants) {
                reached.become(ahead);
            }
            return wants;
        });
        return reached;
    }
}
