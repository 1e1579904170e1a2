package vigil.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One CSV file by the rules of records and handover, section 4: UTF-8, comma, CRLF, a header always, decimal point,
 * no exponent, unknown is empty, times in UTC with milliseconds, formula-safe texts. Quoted as RFC 4180 says, where it must
 * be, and also a first cell that begins like a comment. Not thread-safe.
 */
final class CsvTable implements AutoCloseable {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final byte[] ROW_END = {'\r', '\n'};
    private static final String COMMENT = "#";

    /** What a spreadsheet would run: at the start of the cell or of any line in it, spaces and full-width forms included. */
    private static final Pattern FORMULA = Pattern.compile("(?:^[\\t\\r]|(?:^|[\\r\\n])\\s*[=+\\-@＝＋－＠])");

    private final CsvBytes bytes;
    private final int columns;
    private final Row row = new Row();
    private long rows;
    /** Sixty readings share a minute, and a formatter costs more than all the rest of a row. */
    private long minute = Long.MIN_VALUE;

    private byte[] minuteShown = {};
    /** What stood last in each column, and how it was shown: most of it stands again in the next row. */
    private final Object[] last;

    private final byte[][] lastShown;

    /** Begins a file with its header; {@code out} stays open. */
    CsvTable(OutputStream out, String header) {
        this.bytes = new CsvBytes(out);
        this.columns = header.split(",").length;
        this.last = new Object[columns];
        this.lastShown = new byte[columns][];
        Arrays.fill(last, "");
        Arrays.fill(lastShown, new byte[0]);
        bytes.put(header.getBytes(StandardCharsets.UTF_8));
        bytes.put(ROW_END);
    }

    /** The next row, to be ended before another is asked for. */
    Row row() {
        return row;
    }

    long rows() {
        return rows;
    }

    private void show(Instant at) {
        long of = Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE);
        if (of != minute) {
            minute = of;
            minuteShown = MINUTE.format(at).getBytes(StandardCharsets.US_ASCII);
        }
        bytes.put(minuteShown);
        bytes.digits(Math.floorMod(at.getEpochSecond(), SECONDS_PER_MINUTE), 2);
        bytes.put('.');
        bytes.digits(at.getNano() / NANOS_PER_MILLI, 3);
        bytes.put('Z');
    }

    /** A text or a decimal. Two decimals are the same only with as many digits, for {@code equals} sees the scale. */
    private void show(int column, Object value) {
        if (column >= columns) {
            return;
        }
        if (!last[column].equals(value)) {
            last[column] = value;
            lastShown[column] = shown(column, value).getBytes(StandardCharsets.UTF_8);
        }
        bytes.put(lastShown[column]);
    }

    private static String shown(int column, Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : quoted(column, safe(value.toString()));
    }

    private static String safe(String text) {
        return !isPlain(text) && FORMULA.matcher(text).find() ? "'" + text : text;
    }

    /** A text in one line that begins with a letter or a digit is no formula; nearly all are, and looking closer is dear. */
    private static boolean isPlain(String text) {
        return text.isEmpty() || (Character.isLetterOrDigit(text.charAt(0)) && !hasLineEnd(text));
    }

    private static boolean hasLineEnd(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static String quoted(int column, String text) {
        boolean dividing = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || hasLineEnd(text);
        boolean likeComment = column == 0 && text.startsWith(COMMENT);
        return dividing || likeComment ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** Hands everything to the stream. */
    @Override
    public void close() {
        bytes.handOver();
    }

    /** Takes the cells of one row in the order of the header. */
    final class Row {
        private int cells;

        /** Where the next cell stands. */
        private int next() {
            if (cells > 0) {
                bytes.put(',');
            }
            return cells++;
        }

        Row text(String text) {
            show(next(), text);
            return this;
        }

        Row text(Optional<String> text) {
            return text(text.orElse(""));
        }

        Row number(long number) {
            next();
            bytes.number(number);
            return this;
        }

        Row whole(Optional<Integer> number) {
            return number.isPresent() ? number(number.get()) : unknown(1);
        }

        Row decimal(BigDecimal number) {
            show(next(), number);
            return this;
        }

        Row decimal(Optional<BigDecimal> number) {
            return number.isPresent() ? decimal(number.get()) : unknown(1);
        }

        Row time(Instant at) {
            next();
            show(at);
            return this;
        }

        Row time(Optional<Instant> at) {
            return at.isPresent() ? time(at.get()) : unknown(1);
        }

        Row flag(boolean flag) {
            return text(Boolean.toString(flag));
        }

        /** Columns whose values this version does not know. */
        Row unknown(int count) {
            for (int i = 0; i < count; i++) {
                next();
            }
            return this;
        }

        /** @throws IllegalStateException if the row does not fit the header */
        void end() {
            if (cells != columns) {
                throw new IllegalStateException("a row of " + cells + " cells under " + columns + " columns");
            }
            bytes.put(ROW_END);
            bytes.rowEnds();
            cells = 0;
            rows++;
        }
    }
}
