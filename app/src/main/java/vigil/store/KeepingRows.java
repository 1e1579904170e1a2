package vigil.store;

import java.sql.SQLException;
import java.util.Optional;
import vigil.session.Event;

/** What the console did to keep the record. */
final class KeepingRows {
    private final Statements rows;

    KeepingRows(Statements rows) {
        this.rows = rows;
    }

    void write(long sequence, Event.OfKeeping event) throws SQLException {
        switch (event) {
            case Event.BackupMade made ->
                add(sequence, event, "BACKUP_MADE", Optional.of(made.lastEntry()), Optional.empty(), "");
            case Event.BackupFailed failed -> add(sequence, event, "BACKUP_FAILED", failed.reason());
            case Event.KeyRenewed renewed ->
                add(
                        sequence,
                        event,
                        "KEY_RENEWED",
                        "from %s to %s, by %s: %s"
                                .formatted(renewed.before(), renewed.after(), renewed.by(), renewed.reason()));
            case Event.RecordCutOff it ->
                add(
                        sequence,
                        event,
                        "RECORD_CUT_OFF",
                        Optional.of(it.lastEntry()),
                        Optional.empty(),
                        "entries %d to %d, which the database had seen, were missing at a start"
                                .formatted(it.lastEntry() + 1, it.seen()));
            case Event.OfRecording told -> write(sequence, told);
            case Event.RecordPurged purged ->
                add(
                        sequence,
                        event,
                        "RECORD_PURGED",
                        Optional.of(purged.lastEntry()),
                        Optional.of(purged.chainHash()),
                        words(purged));
            case Event.RecordShortened it ->
                add(
                        sequence,
                        event,
                        "RECORD_SHORTENED",
                        Optional.of(it.lastEntry()),
                        Optional.of(it.chainHash()),
                        "kept from entry %d; %d entries of the console before it"
                                .formatted(it.lastEntry() + 1, it.entries() - 1));
        }
    }

    private static String words(Event.RecordPurged purged) {
        String kept = purged.keptFrom().map("; kept from entry %d"::formatted).orElse("");
        return "%d sessions, by %s: %s%s".formatted(purged.sessions(), purged.by(), purged.reason(), kept);
    }

    /** A reader sees from when to when the record was in trouble, and why. */
    private void write(long sequence, Event.OfRecording event) throws SQLException {
        switch (event) {
            case Event.RecordingFailed it -> add(sequence, it, "RECORDING_FAILED", it.reason());
            case Event.RecordInDanger it -> add(sequence, it, "RECORD_IN_DANGER", it.reason());
            case Event.RecordingRestored it -> add(sequence, it, "RECORDING_RESTORED", "since " + it.since());
        }
    }

    private void add(long sequence, Event at, String action, String words) throws SQLException {
        add(sequence, at, action, Optional.empty(), Optional.empty(), words);
    }

    private void add(
            long sequence, Event at, String action, Optional<Long> lastEntry, Optional<String> hash, String words)
            throws SQLException {
        rows.add(Table.KEEPING, sequence, at.at().utc(), action, lastEntry, hash, words);
    }
}
