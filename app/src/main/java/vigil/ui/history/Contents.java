package vigil.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.session.SessionId;
import vigil.ui.handover.SheetPage;

/**
 * What the record of this console can tell and do. Never called on the JavaFX thread; reached through {@link Archive}.
 * Every method throws an {@link IOException} with one line for a person.
 */
public interface Contents {
    /** How many steps the session database is behind the record: what is told here lacks them. 0 when it is up to date. */
    long behind();

    /** Every session of this console, newest first. */
    List<SessionLine> sessions() throws IOException;

    /** The alarm log of the whole record, as far as {@code filter} lets it through. */
    LogPage alarms(LogFilter filter) throws IOException;

    /** Every change of a setting that the record depends on, newest first. */
    List<SettingLine> settingChanges() throws IOException;

    /** Every step in the life of one occurrence of the alarm log, oldest first. */
    List<LogLine> lines(LogRow.Occurrence occurrence) throws IOException;

    /** A session to be looked at as it stood at any moment; folds it once, which takes a while. */
    Replay replay(SessionId session, Steps steps) throws IOException;

    /** Checks every entry, hash and signature of the journal on the disk, while the console goes on writing it. */
    Verified verify(Steps steps) throws IOException;

    /** The handover sheet of a session as it would print now, with everything entered so far. */
    SheetPage handover(SessionId session) throws IOException;

    /** A place and a name for an export that nobody has chosen yet; the folder is made when something is written there. */
    Path suggestedFile(SessionId session, ExportOrder.Format format) throws IOException;

    /** Writes the record of a session, whole or not at all, and never over a file unless the order says so. */
    ExportOrder.Outcome export(ExportOrder order, Steps steps) throws IOException;

    /**
     * Writes a document as a new PDF into the folder of exports, for the printer; the time is in its name, so that what was
     * printed before stays.
     *
     * @param format one that {@link ExportOrder.Format#isPrinted}
     */
    Path printable(SessionId session, ExportOrder.Format format, Steps steps) throws IOException;

    /** What a signature on the record of a session is bound to: SHA-256 of the record as it stands, 64 hexadecimal digits. */
    String contentHash(SessionId session) throws IOException;
}
