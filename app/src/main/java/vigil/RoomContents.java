package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.journal.Head;
import vigil.journal.JournalReader;
import vigil.session.SessionId;
import vigil.ui.handover.SheetPage;
import vigil.ui.history.Contents;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.Replay;
import vigil.ui.history.SessionLine;
import vigil.ui.history.SettingLine;
import vigil.ui.history.Steps;
import vigil.ui.history.Verified;
import vigil.ward.WardAddress;
import vigil.ward.WardReader;

/**
 * What the record of one room at the ward tells a station: a session as it stood at any moment. Everything else is told at
 * the bedside, which has the record itself. Used by one thread at a time.
 */
final class RoomContents implements Contents {
    private final WardAddress address;
    private final String room;

    RoomContents(WardAddress address, String room) {
        this.address = address;
        this.room = room;
    }

    @Override
    public Replay replay(SessionId session, Steps steps) throws IOException {
        long to;
        try (WardReader reader = WardReader.open(address)) {
            to = reader.following(room, Head.start()).head().sequence();
        }
        return SessionReplay.of(session, new Chained()::read, to, steps);
    }

    /** Entries of the room, each of which was seen to continue the one before. */
    private final class Chained {
        private static final long BETWEEN_HEADS = 1_000;

        private final NavigableMap<Long, Head> heads = new TreeMap<>(Map.of(0L, Head.start()));

        private void read(long from, long to, JournalReader.Taker taker) throws IOException {
            Head before = heads.floorEntry(from - 1).getValue();
            try (WardReader reader = WardReader.open(address)) {
                reader.chained(room, before, to, copy -> {
                    if (copy.sequence() % BETWEEN_HEADS == 0) {
                        heads.put(copy.sequence(), copy.head());
                    }
                    return copy.sequence() < from || taker.take(copy.opened());
                });
            }
        }
    }

    @Override
    public long behind() {
        return 0;
    }

    @Override
    public List<SessionLine> sessions() throws IOException {
        throw elsewhere();
    }

    @Override
    public LogPage alarms(LogFilter filter) throws IOException {
        throw elsewhere();
    }

    @Override
    public List<SettingLine> settingChanges() throws IOException {
        throw elsewhere();
    }

    @Override
    public List<LogLine> lines(LogRow.Occurrence occurrence) throws IOException {
        throw elsewhere();
    }

    @Override
    public Verified verify(Steps steps) throws IOException {
        throw elsewhere();
    }

    @Override
    public SheetPage handover(SessionId session) throws IOException {
        throw elsewhere();
    }

    @Override
    public Path suggestedFile(SessionId session, ExportOrder.Format format) throws IOException {
        throw elsewhere();
    }

    @Override
    public ExportOrder.Outcome export(ExportOrder order, Steps steps) throws IOException {
        throw elsewhere();
    }

    @Override
    public Path printable(SessionId session, ExportOrder.Format format, Steps steps) throws IOException {
        throw elsewhere();
    }

    @Override
    public String contentHash(SessionId session) throws IOException {
        throw elsewhere();
    }

    private static IOException elsewhere() {
        return new IOException("a station does not tell that; ask at the bedside");
    }
}
