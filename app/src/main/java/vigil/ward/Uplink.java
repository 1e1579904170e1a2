package vigil.ward;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.ward.WardException.Kind;

/** One bedside's connection to the ward's database. Used by one thread; every call may take as long as the address allows. */
final class Uplink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    private static final String APPEND =
            "SELECT stored_sequence, stored_hash FROM vigil.append(?, ?, ?, ?, ?, ?, ?, ?)";

    private final WardAddress address;
    private final Connection connection;

    private Uplink(WardAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /** @throws WardException one line; also if the schema there is of another version or no room is admitted for us */
    static Uplink open(WardAddress address) throws WardException {
        Connection connection = address.connect();
        Uplink uplink = new Uplink(address, connection);
        try {
            WardSchema.check(address, connection);
            uplink.execute("SET synchronous_commit = on");
            return uplink;
        } catch (SQLException e) {
            uplink.close();
            throw Refusal.of(address, e);
        } catch (WardException e) {
            uplink.close();
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Where our record stands there: what follows is what is missing. */
    Head head() throws WardException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sequence, chain_hash FROM vigil.head")) {
            if (!row.next()) {
                throw new WardException(
                        Kind.REFUSED,
                        "ward %s has no room for this certificate; run 'vigil ward init --room' there"
                                .formatted(address));
            }
            return Head.of(row.getLong(1), row.getBytes(2));
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Returns when the server has committed the batch; what it has already it passes over. */
    Head append(List<EntryCopy> batch) throws WardException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            array(statement, 1, "bigint", batch, EntryCopy::sequence);
            array(statement, 2, "bigint", batch, copy -> seconds(copy.at().utc()));
            array(statement, 3, "integer", batch, copy -> nanos(copy.at().utc()));
            array(statement, 4, "bigint", batch, copy -> copy.at().monotonicNanos());
            array(statement, 5, "bigint", batch, copy -> copy.at().bootNanos());
            array(statement, 6, "integer", batch, EntryCopy::type);
            bytes(statement, 7, batch, EntryCopy::payload);
            bytes(statement, 8, batch, EntryCopy::chainHash);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Head.of(row.getLong(1), row.getBytes(2));
            }
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    private static long seconds(Instant utc) {
        return utc.getEpochSecond();
    }

    /** What is left beside the seconds. */
    private static int nanos(Instant utc) {
        return utc.get(ChronoField.NANO_OF_SECOND);
    }

    private void array(
            PreparedStatement statement,
            int place,
            String type,
            List<EntryCopy> batch,
            Function<EntryCopy, Object> part)
            throws SQLException {
        Array array = connection.createArrayOf(type, batch.stream().map(part).toArray());
        statement.setArray(place, array);
    }

    private void bytes(PreparedStatement statement, int place, List<EntryCopy> batch, Function<EntryCopy, byte[]> part)
            throws SQLException {
        Array array = connection.createArrayOf("bytea", batch.stream().map(part).toArray(byte[][]::new));
        statement.setArray(place, array);
    }

    /** Goes over what was purged here before it went there, as the first entry says; what comes next follows that. */
    Head passOverPurged() throws WardException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT stored_sequence, stored_hash FROM vigil.pass_over_purged()")) {
            row.next();
            return Head.of(row.getLong(1), row.getBytes(2));
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Notes a head that was signed here. */
    void sign(SignedHead signed) throws WardException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT vigil.sign(?, ?, ?, ?)")) {
            statement.setLong(1, signed.head().sequence());
            statement.setBytes(2, signed.head().hash());
            statement.setBytes(3, signed.publicKey());
            statement.setBytes(4, signed.signature());
            statement.execute();
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Shows how it stands here now. */
    void show(RoomState state) throws WardException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT vigil.show(?, ?::jsonb)")) {
            statement.setLong(1, state.sequence());
            statement.setString(2, RoomStateText.write(state));
            statement.execute();
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Whatever the connection still has to say is of no use to anybody. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection to the ward could not be closed", e);
        }
    }
}
