package vigil.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One row of the session database by the names of its columns; a column that is NULL is not in it. */
record StoredRow(Map<String, Object> values) {

    boolean has(String column) {
        return values.containsKey(column);
    }

    Object value(String column) {
        return Objects.requireNonNull(values.get(column), column);
    }

    String text(String column) {
        return value(column).toString();
    }

    Instant instant(String column) {
        return instant(value(column));
    }

    BigDecimal decimal(String column) {
        return decimal(value(column));
    }

    Optional<BigDecimal> decimalIfAny(String column) {
        return Optional.ofNullable(values.get(column)).map(StoredRow::decimal);
    }

    static Instant instant(Object value) {
        return ((OffsetDateTime) value).toInstant();
    }

    static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }
}
