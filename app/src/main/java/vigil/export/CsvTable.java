package vigil.export;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file by the rules of records and handover, section 4: UTF-8, comma, CRLF, a header always, decimal point,
 * no exponent, unknown is empty, times in UTC with milliseconds, formula-safe texts. Not thread-safe.
 */
final class CsvTable implements AutoCloseable {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** What a spreadsheet would run: at the start of the cell or of any line in it, spaces and full-width forms included. */
    private static final Pattern FORMULA = Pattern.compile("(?:^[\\t\\r]|(?:^|[\\r\\n])\\s*[=+\\-@＝＋－＠])");

    private final de.siegmar.fastcsv.writer.CsvWriter writer;
    private final int columns;
    private long rows;
    /** Sixty readings share a minute, and a formatter costs more than all the rest of a row. */
    private long minute = Long.MIN_VALUE;

    private String minuteShown = "";
    /** The decimal that stood last in each column, and how it was shown: most stand again in the next row. */
    private final @Nullable BigDecimal[] decimals;

    private final String[] decimalsShown;

    /** Begins a file with its header; {@code out} stays open. */
    CsvTable(OutputStream out, String header) {
        this.writer = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<String> names = List.of(header.split(","));
        this.columns = names.size();
        this.decimals = new @Nullable BigDecimal[columns];
        this.decimalsShown = new String[columns];
        writer.writeRecord(names);
    }

    Row row() {
        return new Row();
    }

    long rows() {
        return rows;
    }

    private String shown(Instant at) {
        long of = Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE);
        if (of != minute) {
            minute = of;
            minuteShown = MINUTE.format(at);
        }
        int second = Math.floorMod(at.getEpochSecond(), SECONDS_PER_MINUTE);
        int milli = at.getNano() / NANOS_PER_MILLI;
        return minuteShown + digits(100 + second) + "." + digits(1000 + milli) + "Z";
    }

    private String shown(int column, BigDecimal number) {
        @Nullable BigDecimal last = decimals[column];
        if (last == null || last.scale() != number.scale() || last.compareTo(number) != 0) {
            decimals[column] = number;
            decimalsShown[column] = number.toPlainString();
        }
        return decimalsShown[column];
    }

    /** All but the first, which only keeps the zeros. */
    private static String digits(int padded) {
        return Integer.toString(padded).substring(1);
    }

    /** A text in one line that begins with a letter or a digit is no formula; nearly all are, and looking closer is dear. */
    private static boolean isPlain(String text) {
        return text.isEmpty()
                || (Character.isLetterOrDigit(text.charAt(0)) && text.indexOf('\n') < 0 && text.indexOf('\r') < 0);
    }

    /** Hands everything to the stream. */
    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects the cells of one row in the order of the header. */
    final class Row {
        private final List<String> cells = new ArrayList<>(columns);

        Row text(String text) {
            cells.add(!isPlain(text) && FORMULA.matcher(text).find() ? "'" + text : text);
            return this;
        }

        Row text(Optional<String> text) {
            return text(text.orElse(""));
        }

        Row number(long number) {
            cells.add(Long.toString(number));
            return this;
        }

        Row whole(Optional<Integer> number) {
            cells.add(number.map(known -> Integer.toString(known)).orElse(""));
            return this;
        }

        Row decimal(BigDecimal number) {
            cells.add(cells.size() < columns ? shown(cells.size(), number) : number.toPlainString());
            return this;
        }

        Row decimal(Optional<BigDecimal> number) {
            return number.isPresent() ? decimal(number.get()) : unknown(1);
        }

        Row time(Instant at) {
            cells.add(shown(at));
            return this;
        }

        Row time(Optional<Instant> at) {
            cells.add(at.map(CsvTable.this::shown).orElse(""));
            return this;
        }

        Row flag(boolean flag) {
            cells.add(Boolean.toString(flag));
            return this;
        }

        /** Columns whose values this version does not know. */
        Row unknown(int count) {
            for (int i = 0; i < count; i++) {
                cells.add("");
            }
            return this;
        }

        /** @throws IllegalStateException if the row does not fit the header */
        void end() {
            if (cells.size() != columns) {
                throw new IllegalStateException(
                        "a row of " + cells.size() + " cells under " + columns + " columns: " + cells);
            }
            writer.writeRecord(cells);
            rows++;
        }
    }
}
