package vigil;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Engine;
import vigil.engine.EngineState;
import vigil.engine.Foresight;
import vigil.engine.RecordingState;
import vigil.engine.Snapshot;
import vigil.engine.Step;
import vigil.export.PrintWords;
import vigil.journal.DataDirectory;
import vigil.journal.Durability;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalEntry;
import vigil.journal.JournalException;
import vigil.journal.NotWritableException;
import vigil.journal.Recovery;
import vigil.people.People;
import vigil.pump.Moment;
import vigil.scenario.Sight;
import vigil.session.Event;
import vigil.session.Session;
import vigil.store.SessionStore;
import vigil.store.StoreException;
import vigil.ui.history.Contents;
import vigil.ward.OwnRecord;

/**
 * One patient's bedside: takes each event through engine, journal and store, in this order. Opening one replays its
 * journal, so that a session goes on where it was.
 *
 * <p>Used by one thread, the session thread, which is never interrupted (an interrupt closes journal and database). If
 * the journal refuses an entry the display goes on, marked "not recording".
 */
public final class Bedside implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bedside.class);

    private final Path folder;
    private final Optional<DataDirectory> held;
    private final Journal journal;
    private final Projecting projecting;
    private final Engine engine = new Engine();
    private final Recorded recorded = new Recorded();
    private final Resuming resuming;
    private final Hl7Changes hl7Changes = new Hl7Changes();
    private RecordingState told = new RecordingState.Recording();
    private int missed;

    /** {@code held}: the data directory, empty where it cannot be written. */
    private Bedside(
            Path folder, Optional<DataDirectory> held, Journal journal, Projecting projecting, Resuming resuming) {
        this.folder = folder;
        this.held = held;
        this.journal = journal;
        this.projecting = projecting;
        this.resuming = resuming;
    }

    /**
     * Takes hold of a data directory and continues what stands in its journal.
     *
     * @throws JournalException one line with the cause and the fix: held by another console, damaged, not writable
     */
    public static Bedside open(Path folder) throws IOException {
        return open(folder, Runnable::run);
    }

    /** Like {@link #open(Path)}, but {@code executor} keeps the session database up, task after task in order. */
    static Bedside open(Path folder, Executor executor) throws IOException {
        return open(folder, executor, Optional.empty());
    }

    /** Like {@link #open(Path, Executor)}; with a way to resume, only what came after the newest point is replayed. */
    static Bedside open(Path folder, Executor executor, Optional<Resuming.Way> way) throws IOException {
        return open(folder, executor, way, (path, witness) -> logged(SessionStore.open(path, witness::isHeld)));
    }

    private static SessionStore logged(SessionStore store) {
        if (store.beginning() instanceof SessionStore.Beginning.Discarded(String reason)) {
            LOG.warn("The session database is made anew from the journal: {}", reason);
        }
        return store;
    }

    /** Like {@link #open}, but throws the session database away first and makes it anew from the journal. */
    public static Bedside rebuild(Path folder) throws IOException {
        return open(
                folder,
                Runnable::run,
                Optional.empty(),
                (path, witness) -> SessionStore.rebuild(path, witness::isHeld));
    }

    @FunctionalInterface
    private interface Opening {
        SessionStore open(Path path, EndWitness witness) throws StoreException;
    }

    private static Bedside open(Path folder, Executor executor, Optional<Resuming.Way> way, Opening opening)
            throws IOException {
        DataDirectory directory = DataDirectory.open(folder);
        try {
            Journal journal = Journal.open(directory);
            if (journal.recovery() instanceof Recovery.TailCut torn) {
                LOG.warn("The last write before the program ended was cut short and has been set aside: {}", torn);
            }
            EndWitness witness = new EndWitness(directory.path(), journal, () -> new Ticker().get());
            SessionStore store = opening.open(directory.path(), witness);
            Resuming resuming =
                    way.map(it -> Resuming.in(directory.path(), journal, it)).orElseGet(Resuming::never);
            Projecting projecting = new Projecting(store, executor);
            return new Bedside(directory.path(), Optional.of(directory), journal, projecting, resuming)
                    .replayed(store.projectedSequence());
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * A bedside that shows everything and records nothing, because its data directory cannot be written: the nurse is better
     * off with live values marked "not recording" than with none. Goes on where the record stands, if it can be read. Records
     * again only after a start in a directory that can be written.
     *
     * @throws JournalException one line, if what stands there is damaged
     */
    static Bedside unrecorded(Path folder, NotWritableException cause, Executor executor) throws IOException {
        LOG.error("Nothing is recorded: {}", cause.getMessage());
        Projecting projecting = new Projecting(SessionStore.inMemory(folder), executor);
        Journal journal = Journal.unwritable(folder, cause);
        return new Bedside(folder, Optional.empty(), journal, projecting, Resuming.never()).replayed(0);
    }

    private Bedside replayed(long databaseReaches) throws IOException {
        Optional<ResumePoint> point = resuming.point(journal, databaseReaches);
        point.ifPresent(this::resume);
        journal.replay(point.map(it -> it.database().sequence()).orElse(0L), this::replay);
        store();
        return this;
    }

    private void resume(ResumePoint point) {
        engine.become(point.engine());
        projecting.resume(point.database(), point.engine().session());
    }

    private void replay(JournalEntry entry) {
        projecting.take(new Head(entry.sequence(), entry.chainHash()), engine.replay(entry.event()));
    }

    /** Why {@code event} cannot be taken now; or nothing, and then it has been taken. */
    public Optional<String> accept(Event event) {
        Optional<String> refusal = engine.check(event);
        if (refusal.isEmpty()) {
            take(event);
        }
        return refusal;
    }

    /** What {@code event} would lead to; nothing is taken. */
    Foresight foresee(Event event) {
        return engine.foresee(event);
    }

    private void take(Event event) {
        EngineState before = engine.state();
        if (isTaken(before, engine.accept(event)) && Durability.of(event) == Durability.FORCED) {
            force(event.at());
        }
    }

    /** Whether the journal took the event; the database gets what its entries lead to, and nothing else. */
    private boolean isTaken(EngineState before, Step step) {
        try {
            Head head = journal.append(step.event());
            projecting.take(head, recorded.step(step));
            hl7Changes.look(step);
            return true;
        } catch (JournalException e) {
            missed++;
            recorded.lacks(before);
            if (!(told instanceof RecordingState.NotRecording)) {
                notRecording(e.getMessage(), step.event().at());
            }
            return false;
        }
    }

    /** What waits in memory for the disk is in its place all the same: the database has it already. */
    private void force(Moment now) {
        try {
            journal.force();
            journal.trouble().ifPresentOrElse(reason -> inDanger(reason, now), () -> recording(now));
        } catch (JournalException e) {
            notRecording(e.getMessage(), now);
        }
    }

    private void notRecording(String reason, Moment now) {
        if (isNew(new RecordingState.NotRecording(reason))) {
            LOG.error("Not recording: {}", reason);
            tell(it -> it.recordingFailed(reason, now));
        }
    }

    /** What was written is whole; while readings are left out, the record is not. */
    private void inDanger(String reason, Moment now) {
        if (missed > 0) {
            notRecording(reason, now);
        } else if (isNew(new RecordingState.InDanger(reason))) {
            LOG.warn("Recording, but: {}", reason);
            tell(it -> it.recordInDanger(reason, now));
        }
    }

    private boolean isNew(RecordingState state) {
        boolean isNew = !told.equals(state);
        told = state;
        return isNew;
    }

    /** What the console says of its record stands in the record; not forced, because the next force is at hand. */
    private void tell(Function<Engine, Optional<Step>> news) {
        EngineState before = engine.state();
        news.apply(engine).ifPresent(step -> isTaken(before, step));
    }

    /** All is well; what could not be recorded meanwhile stands in the record as a gap. */
    private void recording(Moment now) {
        if (isNew(new RecordingState.Recording())) {
            LOG.info("Recording again");
            tell(it -> it.recordingRestored(now));
        }
        if (missed > 0) {
            int lost = missed;
            missed = 0;
            take(new Event.EventsLost(now, lost));
            // If the note itself was refused, what it counts is still to be told.
            missed += missed > 0 ? lost : 0;
        }
    }

    /** The writing of the journal, for a thread of its own: a disk that is late then holds nothing else up. */
    Runnable journalWriter() {
        return journal.writer();
    }

    /** Returns when every accepted event is on the disk, or the snapshot says "not recording". Queries see it soon. */
    public void settle(Moment now) {
        force(now);
        projecting.commit();
        if (told instanceof RecordingState.Recording) {
            resuming.settled(journal.head(), recorded.state(engine), projecting, now);
        }
    }

    /** Sequence of the last entry taken in. */
    long head() {
        return journal.head().sequence();
    }

    /** Sequence of the last entry known to be on the disk. */
    long forced() {
        return journal.forcedSequence();
    }

    /** What the views may show now. */
    public Snapshot snapshot(Moment now) {
        return engine.snapshot(now);
    }

    /** What stands on the screen at {@code now}, for a scenario to compare with. */
    Sight seen(Moment now) {
        return new Sight(engine.session(), engine.findings(), engine.attention(), now);
    }

    public Session session() {
        return engine.session();
    }

    /** Who may work at this console, and who does. */
    People people() {
        return engine.people();
    }

    /**
     * The session database with everything accepted so far.
     *
     * @throws StoreException if it has fallen behind the journal
     */
    public SessionStore store() throws StoreException {
        return projecting.upToDate();
    }

    /** The reading side of the record, for one other thread; it ends with the bedside. */
    Contents contents(Supplier<Moment> clock) {
        return contents(clock, PrintWords.english());
    }

    /** The same, printing in that language. */
    Contents contents(Supplier<Moment> clock, PrintWords words) {
        return new BedsideContents(folder, projecting, journal::forcedSequence, clock, words);
    }

    /** The record as it is on the disk, for the thread that brings it to a ward. */
    OwnRecord ownRecord() throws IOException {
        return OwnRecord.in(folder, journal::forcedSequence);
    }

    /** The courses as messages to an HL7 receiver, for the thread that sends them. */
    Hl7Source hl7Source() {
        return new Hl7Source(projecting::upToDate, hl7Changes);
    }

    /** Sequence of the last entry on the disk; safe from any thread. */
    long forcedSequence() {
        return journal.forcedSequence();
    }

    /** Closes in order: database, journal, directory. */
    @Override
    public void close() throws IOException {
        try (var _ = held.orElse(null);
                Closeable _ = resuming::close;
                journal) {
            if (told instanceof RecordingState.Recording) {
                resuming.closing(journal.head(), recorded.state(engine), projecting);
            }
            projecting.close();
        } catch (JournalException e) {
            unlessUnrecorded(e);
        }
    }

    /** What a directory that cannot be written does not take at the end was told as not recorded all the time. */
    private void unlessUnrecorded(JournalException e) throws JournalException {
        if (held.isPresent()) {
            throw e;
        }
        LOG.error("Nothing of this start was recorded: {}", e.getMessage());
    }
}
