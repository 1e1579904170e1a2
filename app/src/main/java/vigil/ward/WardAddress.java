package vigil.ward;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where the ward's database is and how it is proven to be the right one: a JDBC URL of PostgreSQL with the names of the
 * certificate files in it. Immutable; safe for use by several threads.
 */
public final class WardAddress {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String TLS = "TLSv1.3";
    private static final List<String> FILES = List.of("sslrootcert", "sslcert", "sslkey");
    /** What the URL may say otherwise; seconds. A read that takes longer counts as a broken line. */
    private static final Map<String, String> USUAL = Map.of(
            "connectTimeout", "5",
            "socketTimeout", "10",
            "tcpKeepAlive", "true",
            "gssEncMode", "disable",
            "ApplicationName", "Vigil");

    private final String url;
    private final Properties parts;

    private WardAddress(String url, Properties parts) {
        this.url = url;
        this.parts = parts;
    }

    /**
     * An address as a person wrote it.
     *
     * @throws IllegalArgumentException one line without any secret, if it is none
     */
    public static WardAddress parse(String url) {
        String stripped = url.strip();
        if (!stripped.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "the ward's address is not a JDBC URL of PostgreSQL such as jdbc:postgresql://ward-db/vigil?user=bedside-12");
        }
        Properties parts = Driver.parseURL(stripped, null);
        if (parts == null) {
            throw new IllegalArgumentException("the ward's address cannot be read as a JDBC URL of PostgreSQL");
        }
        return new WardAddress(stripped, parts);
    }

    /**
     * The same, if both sides prove who they are: the server by its name in a certificate of the hospital, we by ours.
     *
     * @throws IllegalArgumentException one line that names what is missing
     */
    public WardAddress proven() {
        if (!"verify-full".equals(parts.getProperty("sslmode"))) {
            throw new IllegalArgumentException(
                    "the ward's address needs sslmode=verify-full: no record goes to a server"
                            + " that has not proven its name");
        }
        for (String name : FILES) {
            String file = Optional.ofNullable(parts.getProperty(name))
                    .orElseThrow(
                            () -> new IllegalArgumentException("the ward's address names no %s file".formatted(name)));
            if (!Files.isReadable(Path.of(file))) {
                throw new IllegalArgumentException(
                        "%s %s of the ward's address cannot be read; check its name and permissions"
                                .formatted(name, file));
            }
        }
        return this;
    }

    /** Whether both sides prove who they are, so that TLS 1.3 is insisted on. */
    private boolean isProven() {
        return "verify-full".equals(parts.getProperty("sslmode"));
    }

    /** The same address, where everything is done as that role. */
    String urlAs(String role) {
        return url + (url.contains("?") ? "&" : "?") + "options=-c%20role=" + role;
    }

    /** Host and database, for a line that a person reads; no user, no files. */
    @Override
    public String toString() {
        return "%s:%s/%s"
                .formatted(parts.getProperty("PGHOST"), parts.getProperty("PGPORT"), parts.getProperty("PGDBNAME"));
    }

    /** @throws WardException one line that says who did not let us in, or that nobody answered */
    Connection connect() throws WardException {
        Properties usual = new Properties();
        USUAL.forEach((name, value) -> {
            if (parts.getProperty(name) == null) {
                usual.setProperty(name, value);
            }
        });
        try {
            Connection connection = DriverManager.getConnection(url, usual);
            noticeUsGone(connection);
            if (isProven()) {
                refuseDowngrade(connection);
            }
            return connection;
        } catch (SQLException e) {
            throw Refusal.of(this, e);
        }
    }

    /**
     * The server ends our connection half a minute after we are gone without a word; else, a line that breaks again and again
     * would use up the few connections that a role may have.
     */
    private static void noticeUsGone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                    + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000");
        }
    }

    private void refuseDowngrade(Connection connection) throws SQLException, WardException {
        String tls = "none";
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            if (row.next() && row.getString(1) != null) {
                tls = row.getString(1);
            }
        }
        if (!tls.toLowerCase(Locale.ROOT).equals(TLS.toLowerCase(Locale.ROOT))) {
            connection.close();
            throw new WardException(
                    WardException.Kind.REFUSED,
                    "ward %s offers %s instead of TLS 1.3; set ssl_min_protocol_version there".formatted(this, tls));
        }
    }
}
