package vigil.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vigil.alarm.AttentionChange;
import vigil.engine.Step;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.Sample;
import vigil.session.Session;
import vigil.session.SetUp;
import vigil.store.SessionRecord.JournalHead;
import vigil.store.Statements.Elsewhere;

/**
 * Turns steps into rows. Takes every step from the first one, in order; those that the database holds already only bring
 * its own memory up to date. What it writes depends on the steps alone, not on where transactions end, so that a database
 * made anew equals one that grew. Used by one thread.
 */
final class Projection implements AutoCloseable {
    private static final int MOST_STEPS_A_TRANSACTION = 2_000;

    /** How far the database is: the last entry in it, with the rows it must have by then. */
    record Progress(JournalHead head, Instant at, long readings, long entries) {
        static final Progress NOTHING = new Progress(new JournalHead(0, ""), Instant.EPOCH, 0, 0);
    }

    private final Connection connection;
    private final String schemaHash;
    private final Statements rows;
    private final EntryRows entryRows;
    private final StateRows stateRows;
    private final PumpRows pumpRows;
    private final SupervisionRows supervisionRows;
    private final AlarmLog alarmLog;
    private final PeopleRows peopleRows;
    private final KeepingRows keepingRows;
    private final AmendmentRows amendmentRows;
    private final long alreadyThere;
    private Progress progress;
    private int steps;

    private long sequence;
    private Session session = Session.initial();
    private long openedSequence;
    /** Where a record whose beginning was purged goes on; 0 where nothing is missing. */
    private long keptFrom;

    private Optional<Long> openGap = Optional.empty();

    Projection(Connection connection, String schemaHash, Progress reached, Elsewhere elsewhere) {
        this.connection = connection;
        this.schemaHash = schemaHash;
        this.rows = new Statements(connection, elsewhere);
        this.entryRows = new EntryRows(rows);
        this.stateRows = new StateRows(rows);
        this.pumpRows = new PumpRows(rows);
        this.supervisionRows = new SupervisionRows(rows);
        this.alarmLog = new AlarmLog(rows);
        this.peopleRows = new PeopleRows(rows);
        this.keepingRows = new KeepingRows(rows);
        this.amendmentRows = new AmendmentRows(rows);
        this.alreadyThere = reached.head().sequence();
        this.progress = reached;
    }

    /** Takes the next step. Its rows reach the database with {@link #commit}, or sooner once many wait. */
    void take(JournalHead head, Step step) throws SQLException {
        if (head.sequence() != sequence + 1 && head.sequence() != keptFrom) {
            throw new IllegalArgumentException("step %d does not follow step %d".formatted(head.sequence(), sequence));
        }
        boolean isNew = head.sequence() > alreadyThere;
        turnOver(step.session(), head.sequence(), isNew);
        trackGap(step, head.sequence(), isNew);
        if (step.event() instanceof PeopleEvent event) {
            peopleRows.take(head.sequence(), event, isNew);
        }
        if (isNew) {
            write(head, step);
        } else {
            stateRows.alreadyWritten(step.session());
        }
        session = step.session();
        sequence = head.sequence();
        if (step.event() instanceof Event.RecordShortened it) {
            keptFrom = it.lastEntry() + 1;
        }
        if (steps >= MOST_STEPS_A_TRANSACTION) {
            commit();
        }
    }

    /** What is remembered of the steps so far. */
    ProjectionMemory memory() {
        return new ProjectionMemory(sequence, openedSequence, openGap, peopleRows.all());
    }

    /**
     * Goes on behind steps whose rows the database holds already, as if they had been taken.
     *
     * @param last the session as the last of them left it
     * @throws IllegalArgumentException if the database does not hold them, or steps have been taken
     */
    void resume(ProjectionMemory memory, Session last) {
        if (sequence != 0 || memory.sequence() > alreadyThere) {
            throw new IllegalArgumentException("the database cannot go on behind step " + memory.sequence());
        }
        sequence = memory.sequence();
        openedSequence = memory.openedSequence();
        openGap = memory.openGap();
        session = last;
        peopleRows.resume(memory.people());
        stateRows.alreadyWritten(last);
    }

    /** A new session: the last state of the one before is written while it is known. */
    private void turnOver(Session next, long at, boolean isNew) throws SQLException {
        if (next.id().equals(session.id())) {
            return;
        }
        if (isNew) {
            writeState();
        }
        stateRows.begin();
        openedSequence = at;
    }

    private void trackGap(Step step, long at, boolean isNew) throws SQLException {
        boolean gap = PumpRows.isGap(step.session());
        if (gap == openGap.isPresent()) {
            return;
        }
        if (isNew && gap) {
            pumpRows.gapStarted(at, step.session(), step.event().at().utc());
        } else if (isNew) {
            pumpRows.gapEnded(openGap.orElseThrow(), step.event().at().utc());
        }
        openGap = gap ? Optional.of(at) : Optional.empty();
    }

    private void write(JournalHead head, Step step) throws SQLException {
        long readings = 0;
        long entries = 0;
        switch (step.event()) {
            case Event.ByPerson entered -> {
                entryRows.write(head.sequence(), entered, step.session());
                readings = entered instanceof Event.PumpChecked ? writeCharted(head.sequence(), step) : 0;
                if (entered instanceof Event.ObservationsAmended amended) {
                    amendmentRows.write(head.sequence(), amended, session);
                }
                if (entered instanceof Event.EntryVoided voided) {
                    new VoidedRows(rows).write(head.sequence(), voided, session);
                }
                entries = 1;
            }
            case Event.PumpSaid(PumpEvent.Reading(var reading)) -> readings = write(head.sequence(), reading, step);
            case Event.SiteSettingsInForce it -> supervisionRows.write(head.sequence(), it.settings());
            case Event.OfKeeping kept -> keepingRows.write(head.sequence(), kept);
            case Event.ByProgram _, PeopleEvent _ -> {}
        }
        for (AttentionChange change : step.changes()) {
            pumpRows.write(head.sequence(), change, step.session());
        }
        alarmLog.write(head.sequence(), step);
        progress = new Progress(
                head, step.event().at().utc(), progress.readings() + readings, progress.entries() + entries);
        steps++;
    }

    private int write(long at, PumpReading reading, Step step) throws SQLException {
        if (!PumpRows.isRecorded(reading, step.session())) {
            return 0;
        }
        pumpRows.write(at, reading, session, step.session());
        return 1;
    }

    /** The figures of a check are the readings of a pump that no wire reaches. */
    private int writeCharted(long at, Step step) throws SQLException {
        Optional<PumpReading> read = step.session()
                .delivery()
                .newest()
                .filter(sample -> sample.isCharted()
                        && sample.at().at().equals(step.event().at())
                        && step.session().isOpen())
                .map(Sample::reading);
        if (read.isPresent()) {
            pumpRows.write(at, read.get(), session, step.session());
        }
        return read.isPresent() ? 1 : 0;
    }

    private void writeState() throws SQLException {
        Optional<SetUp.Opening> opening = session.setUp().opening();
        if (opening.isPresent()) {
            stateRows.write(session, opening.get(), openedSequence);
        }
    }

    /** Ends the transaction: afterwards the database holds every step taken. */
    void commit() throws SQLException {
        if (steps == 0) {
            return;
        }
        writeState();
        JournalHead head = progress.head();
        rows.add(
                Table.PROJECTION,
                1,
                head.sequence(),
                head.chainHash(),
                progress.at(),
                progress.readings(),
                progress.entries(),
                schemaHash);
        rows.write();
        connection.commit();
        steps = 0;
    }

    /** How far the steps taken so far reach, committed or not; of the database as it was opened before any. */
    JournalHead head() {
        return progress.head();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
