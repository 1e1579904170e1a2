package vigil.ward;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.journal.JournalException;
import vigil.journal.JournalReader;
import vigil.pump.Moment;

/** A connection that reads: a station's, or a bedside's that wants its own record back. Used by one thread at a time. */
public final class WardReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WardReader.class);
    private static final int FETCH = 2_000;
    private static final String ENTRIES = "SELECT sequence, utc_s, utc_ns, monotonic, boot, type, payload, chain_hash"
            + " FROM vigil.entry WHERE room = ? AND sequence BETWEEN ? AND ? ORDER BY sequence";

    private final WardAddress address;
    private final Connection connection;
    /** Rooms whose state is not understood, each told once. */
    private final Set<String> foreign = new HashSet<>();

    private final Map<String, EntryCopy> firsts = new HashMap<>();

    private WardReader(WardAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws WardException one line; also if the schema there is of another version
     */
    public static WardReader open(WardAddress address) throws WardException {
        WardReader reader = new WardReader(address, address.connect());
        try {
            WardSchema.check(address, reader.connection);
            reader.connection.setReadOnly(true);
            return reader;
        } catch (SQLException e) {
            reader.close();
            throw Refusal.of(address, e);
        } catch (WardException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Waits for an answer so long and no longer; then the line counts as broken.
     *
     * @throws WardException if it is broken already
     */
    public WardReader within(Duration patience) throws WardException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return this;
        } catch (SQLException e) {
            close();
            throw Refusal.of(address, e);
        }
    }

    /**
     * What was last heard of a room.
     *
     * @param state empty if its bedside has never shown one, or shows one now that this version does not understand
     * @param received when it came, by the server's clock; empty if its bedside has never shown one
     * @param age since then, by the server's clock
     */
    public record Heard(String room, Optional<RoomState> state, Optional<Instant> received, Optional<Duration> age) {
        /** The bedside's own clock now, if it goes on. */
        public Optional<Instant> bedsideNow() {
            return state.flatMap(it -> age.map(passed -> it.at().plus(passed)));
        }
    }

    /** Every room, and the server's clock that all ages go by. */
    public record Ward(Instant now, List<Heard> rooms) {
        public Ward {
            rooms = List.copyOf(rooms);
        }
    }

    /** How it stands in every room. */
    public Ward ward() throws WardException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT r.room, s.state::text, s.received, clock_timestamp() AS now,"
                                + " extract(epoch FROM clock_timestamp() - s.received) * 1000 AS age"
                                + " FROM vigil.room r LEFT JOIN vigil.state s USING (room) ORDER BY r.room")) {
            List<Heard> rooms = new ArrayList<>();
            Instant now = Instant.EPOCH;
            while (row.next()) {
                now = row.getTimestamp("now").toInstant();
                rooms.add(heard(row));
            }
            return new Ward(now, rooms);
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    private Heard heard(ResultSet row) throws SQLException {
        String room = row.getString("room");
        String state = row.getString("state");
        if (state == null) {
            return new Heard(room, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return new Heard(
                room,
                understood(room, state),
                Optional.of(row.getTimestamp("received").toInstant()),
                Optional.of(Duration.ofMillis(Math.max(0, row.getLong("age")))));
    }

    private Optional<RoomState> understood(String room, String state) {
        try {
            RoomState read = RoomStateText.read(state);
            if (foreign.remove(room)) {
                LOG.info("The state of room {} is understood again", room);
            }
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            if (foreign.add(room)) {
                LOG.warn("The state of room {} is not understood here: {}", room, e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** A room's record as the ward holds it: the head, and what the oldest entry that is there follows. */
    public record Extent(String room, Head cut, Head head) {}

    /** The records that this certificate may read. */
    public List<Extent> extents() throws WardException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT h.room, h.sequence, h.chain_hash, c.sequence AS cut,"
                                + " c.chain_hash AS cut_hash FROM vigil.head h LEFT JOIN vigil.cut c USING (room) ORDER BY h.room")) {
            List<Extent> extents = new ArrayList<>();
            while (row.next()) {
                byte[] cut = row.getBytes("cut_hash");
                extents.add(new Extent(
                        row.getString("room"),
                        cut == null ? Head.start() : Head.of(row.getLong("cut"), cut),
                        Head.of(row.getLong("sequence"), row.getBytes("chain_hash"))));
            }
            return extents;
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /**
     * A room's record, if all that follows {@code reached} is still there to be folded.
     *
     * @throws IOException one line: its beginning was dropped, or there is no such room
     */
    public Extent following(String room, Head reached) throws IOException {
        Extent extent = extents().stream()
                .filter(it -> it.room().equals(room))
                .findFirst()
                .orElseThrow(() -> new JournalException("ward %s has no room %s".formatted(address, room)));
        if (extent.cut().sequence() > reached.sequence()) {
            throw new JournalException("the entries up to %d are no longer at the ward"
                    .formatted(extent.cut().sequence()));
        }
        return extent;
    }

    /**
     * Gives the entries of a room after {@code reached} up to {@code to}, each seen to continue the one before.
     *
     * @throws IOException also if one does not
     */
    public void chained(String room, Head reached, long to, JournalReader.CopyTaker taker) throws IOException {
        AtomicReference<Head> before = new AtomicReference<>(reached);
        Optional<EntryCopy> first = first(room);
        copies(room, reached.sequence() + 1, to, copy -> {
            if (!follows(copy, before.getAndSet(copy.head()), first)) {
                throw new JournalException("entry %d does not continue the chain; check with 'vigil verify --ward'"
                        .formatted(copy.sequence()));
            }
            return taker.take(copy);
        });
    }

    /** The first entry of a room, which stays the same; asked for once a connection. */
    private Optional<EntryCopy> first(String room) throws IOException {
        if (!firsts.containsKey(room)) {
            copies(room, 1, 1, copy -> firsts.put(room, copy) == null);
        }
        return Optional.ofNullable(firsts.get(room));
    }

    /** Whether an entry is the next one, also over what was purged at the bedside, as {@code first} names it. */
    static boolean follows(EntryCopy copy, Head before, Optional<EntryCopy> first) throws JournalException {
        return copy.continues(before) || (first.isPresent() && copy.followsPurge(first.get(), before));
    }

    /** Gives the entries {@code from} to {@code to} of a room in order, holding some at a time; nothing is checked here. */
    public void copies(String room, long from, long to, JournalReader.CopyTaker taker) throws IOException {
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
                statement.setFetchSize(FETCH);
                statement.setString(1, room);
                statement.setLong(2, from);
                statement.setLong(3, to);
                try (ResultSet row = statement.executeQuery()) {
                    boolean wanted = true;
                    while (wanted && row.next()) {
                        wanted = taker.take(EntryCopy.of(Row.of(row)));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Heads that the bedside of a room has signed, in order. */
    List<SignedHead> signatures(String room) throws WardException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT sequence, chain_hash, public_key, signature FROM vigil.signature WHERE room = ? ORDER BY sequence")) {
            statement.setString(1, room);
            try (ResultSet row = statement.executeQuery()) {
                List<SignedHead> signed = new ArrayList<>();
                while (row.next()) {
                    signed.add(
                            new SignedHead(Head.of(row.getLong(1), row.getBytes(2)), row.getBytes(3), row.getBytes(4)));
                }
                return signed;
            }
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** One row of the table of entries. */
    private record Row(long sequence, Moment at, int type, Bytes bytes) implements EntryCopy.Parts {
        static Row of(ResultSet row) throws SQLException {
            Instant utc = Instant.ofEpochSecond(row.getLong(2), row.getInt(3));
            return new Row(
                    row.getLong(1),
                    new Moment(utc, row.getLong(4), row.getLong(5)),
                    row.getInt(6),
                    new Bytes(row.getBytes(7), row.getBytes(8)));
        }

        @Override
        public byte[] payload() {
            return bytes.payload;
        }

        @Override
        public byte[] chainHash() {
            return bytes.chainHash;
        }
    }

    private static final class Bytes {
        private final byte[] payload;
        private final byte[] chainHash;

        private Bytes(byte[] payload, byte[] chainHash) {
            this.payload = payload;
            this.chainHash = chainHash;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection to the ward could not be closed", e);
        }
    }
}
