package vigil.ward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import vigil.ward.WardException.Kind;

/**
 * Tables, functions and rights of a ward's database, made by its administrator's own account and owned by a role that nobody
 * signs in with. Making them again changes nothing.
 */
public final class WardSchema {
    /** The schema this program speaks to. */
    public static final int VERSION = 1;

    private static final String FOLDER = "vigil/ward";
    private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    private final WardAddress address;

    public WardSchema(WardAddress address) {
        this.address = address;
    }

    /**
     * Makes what is missing.
     *
     * @throws WardException one line: not reachable, no right to do so, or the schema is a newer one
     */
    public void make() throws WardException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script("roles.sql"));
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
        try {
            flyway().migrate();
        } catch (FlywayException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new WardException(
                    Kind.FOREIGN, "ward %s: the schema could not be made: %s".formatted(address, reason), e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(address.urlAs("vigil_owner"), null, null)
                .locations("classpath:" + FOLDER + "/migration")
                .defaultSchema("vigil")
                .createSchemas(true)
                .load();
    }

    /**
     * Admits a bedside: a role of the name that its certificate has, bound to the room. Admitting it again changes nothing.
     *
     * @param room what the station calls it, for example {@code 12}
     * @param role common name of the bedside's certificate
     */
    public void admit(String room, String role) throws WardException {
        if (!ROOM.matcher(room).matches() || !ROOM.matcher(role).matches()) {
            throw new WardException(
                    Kind.FOREIGN,
                    "room '%s', certificate '%s': up to 32 letters, digits, points, dashes and underscores"
                            .formatted(room, role));
        }
        try (Connection connection = address.connect()) {
            connection.setAutoCommit(false);
            account(connection, role, "vigil_bedside");
            execute(connection, "SET ROLE vigil_owner");
            try (PreparedStatement rows =
                    connection.prepareStatement("WITH admitted AS (INSERT INTO vigil.room (room, role)"
                            + " VALUES (?, ?) ON CONFLICT (room) DO UPDATE SET role = EXCLUDED.role RETURNING room)"
                            + " SELECT room FROM admitted")) {
                rows.setString(1, room);
                rows.setString(2, role);
                rows.execute();
            }
            try (PreparedStatement head = connection.prepareStatement("INSERT INTO vigil.head SELECT ?, 0,"
                    + " decode(repeat('00', 32), 'hex') WHERE NOT EXISTS (SELECT FROM vigil.head WHERE room = ?)")) {
                head.setString(1, room);
                head.setString(2, room);
                head.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** Lets a certificate of this common name read every room. */
    public void admitStation(String role) throws WardException {
        if (!ROOM.matcher(role).matches()) {
            throw new WardException(Kind.FOREIGN, "'%s' is no name of a certificate".formatted(role));
        }
        try (Connection connection = address.connect()) {
            account(connection, role, "vigil_station");
        } catch (SQLException e) {
            throw Refusal.of(address, e);
        }
    }

    /** {@code role} holds nothing that could end the name it is quoted as. */
    private static void account(Connection connection, String role, String group) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            asked.setString(1, role);
            try (ResultSet found = asked.executeQuery()) {
                if (!found.next()) {
                    execute(connection, "CREATE ROLE \"%s\" LOGIN CONNECTION LIMIT 4".formatted(role));
                }
            }
        }
        execute(connection, "GRANT %s TO \"%s\"".formatted(group, role));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Looks whether a connection meets the schema this program speaks to.
     *
     * @throws WardException one line that names both versions
     */
    static void check(WardAddress address, Connection connection) throws WardException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT vigil.version()")) {
            row.next();
            int found = row.getInt(1);
            if (found != VERSION) {
                throw new WardException(
                        Kind.FOREIGN,
                        "ward %s has schema version %d, this program speaks version %d; %s"
                                .formatted(
                                        address,
                                        found,
                                        VERSION,
                                        found < VERSION
                                                ? "run 'vigil ward init' of this version"
                                                : "update this program"));
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = WardSchema.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program lacks " + name, e);
        }
    }
}
