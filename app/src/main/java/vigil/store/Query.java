package vigil.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigil.pump.Decimals;
import vigil.session.Staff;

/** Questions to the database within one transaction, with rows as values of the program. */
record Query(Connection connection) {
    private static final int NANO_DECIMALS = 9;

    /** Makes a value of one row. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    <T> List<T> list(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(new Row(rows)));
                }
            }
        }
        return List.copyOf(found);
    }

    <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) throws SQLException {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** One row by column names; NULL is empty. */
    record Row(ResultSet columns) {
        String text(String column) throws SQLException {
            return required(column, columns.getString(column));
        }

        Optional<String> textIfAny(String column) throws SQLException {
            return Optional.ofNullable(columns.getString(column));
        }

        BigDecimal decimal(String column) throws SQLException {
            return Decimals.canonical(required(column, columns.getBigDecimal(column)));
        }

        Optional<BigDecimal> decimalIfAny(String column) throws SQLException {
            return Optional.ofNullable(columns.getBigDecimal(column)).map(Decimals::canonical);
        }

        int integer(String column) throws SQLException {
            return required(column, columns.getObject(column, Integer.class));
        }

        Optional<Integer> integerIfAny(String column) throws SQLException {
            return Optional.ofNullable(columns.getObject(column, Integer.class));
        }

        long number(String column) throws SQLException {
            return required(column, columns.getObject(column, Long.class));
        }

        boolean flag(String column) throws SQLException {
            return required(column, columns.getObject(column, Boolean.class));
        }

        Optional<Boolean> flagIfAny(String column) throws SQLException {
            return Optional.ofNullable(columns.getObject(column, Boolean.class));
        }

        Instant instant(String column) throws SQLException {
            return required(column, columns.getObject(column, Instant.class));
        }

        Optional<Instant> instantIfAny(String column) throws SQLException {
            return Optional.ofNullable(columns.getObject(column, Instant.class));
        }

        LocalDate date(String column) throws SQLException {
            return required(column, columns.getObject(column, LocalDate.class));
        }

        Duration seconds(String column) throws SQLException {
            return duration(decimal(column));
        }

        Optional<Duration> secondsIfAny(String column) throws SQLException {
            return decimalIfAny(column).map(Row::duration);
        }

        <E extends Enum<E>> E word(String column, Class<E> words) throws SQLException {
            return Enum.valueOf(words, text(column));
        }

        <E extends Enum<E>> Optional<E> wordIfAny(String column, Class<E> words) throws SQLException {
            return textIfAny(column).map(word -> Enum.valueOf(words, word));
        }

        /** Words with spaces between. */
        <E extends Enum<E>> Set<E> words(String column, Class<E> words) throws SQLException {
            Set<E> found = EnumSet.noneOf(words);
            for (String word : text(column).split(" ")) {
                if (!word.isEmpty()) {
                    found.add(Enum.valueOf(words, word));
                }
            }
            return found;
        }

        /** A person from three columns, for example {@code by_user}, {@code by_name}, {@code by_role}. */
        Staff staff(String prefix) throws SQLException {
            return new Staff(text(prefix + "_user"), text(prefix + "_name"), word(prefix + "_role", Staff.Role.class));
        }

        private static Duration duration(BigDecimal seconds) {
            return Duration.ofNanos(seconds.movePointRight(NANO_DECIMALS).longValueExact());
        }

        private static <T> T required(String column, @Nullable T value) throws SQLException {
            if (value == null) {
                throw new SQLException("column %s is NULL".formatted(column));
            }
            return value;
        }
    }
}
