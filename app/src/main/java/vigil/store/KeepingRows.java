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
                rows.add(Table.KEEPING, sequence, made.at().utc(), "BACKUP_MADE", made.lastEntry(), "");
            case Event.BackupFailed failed ->
                rows.add(
                        Table.KEEPING, sequence, failed.at().utc(), "BACKUP_FAILED", Optional.empty(), failed.reason());
        }
    }
}
