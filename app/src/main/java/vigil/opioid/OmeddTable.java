package vigil.opioid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vigil.opioid.OpioidDose.Route;
import vigil.opioid.OpioidDose.Unit;
import vigil.pump.Decimals;

/**
 * One version of the conversion table of FPM PS01(PM), from a file that ships with Vigil. What is not in it is not
 * converted: there is no nearest row. Immutable, thread-safe.
 */
public final class OmeddTable {
    /** The version in use: FPM PS01(PM) Appendix, June 2021. */
    public static final String CURRENT = "2021-06";

    private static final List<String> VERSIONS = List.of(CURRENT, "2014-12");
    private static final int SUBSTANCE = 0;
    private static final int ROUTE = 1;
    private static final int UNIT = 2;
    private static final int FACTOR = 3;

    private final String version;
    private final List<Row> rows;

    /** An empty route: the table names none. */
    private record Row(String substance, Optional<Route> route, Unit unit, BigDecimal factor) {
        boolean isFor(OpioidDose dose) {
            boolean sameRoute = route.map(named -> named == dose.route()).orElse(true);
            return substance.equals(dose.substance()) && unit == dose.unit() && sameRoute;
        }
    }

    private OmeddTable(String version, List<Row> rows) {
        this.version = version;
        this.rows = rows;
    }

    /** The table of a version, {@code 2021-06} or {@code 2014-12}; empty for any other. */
    public static Optional<OmeddTable> of(String version) {
        return VERSIONS.contains(version) ? Optional.of(new OmeddTable(version, rows(version))) : Optional.empty();
    }

    public static OmeddTable current() {
        return of(CURRENT).orElseThrow();
    }

    private static List<Row> rows(String version) {
        String file = "omedd-" + version + ".csv";
        InputStream in = Objects.requireNonNull(OmeddTable.class.getResourceAsStream(file), file);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(OmeddTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the program's own files", e);
        }
    }

    private static Row row(String[] cells) {
        Optional<Route> route = cells[ROUTE].isEmpty() ? Optional.empty() : Optional.of(Route.valueOf(cells[ROUTE]));
        return new Row(cells[SUBSTANCE], route, Unit.valueOf(cells[UNIT]), new BigDecimal(cells[FACTOR]));
    }

    public String version() {
        return version;
    }

    /** The factor for this substance by this route in this unit; empty: not convertible. */
    public Optional<BigDecimal> factor(OpioidDose dose) {
        return rows.stream().filter(row -> row.isFor(dose)).map(Row::factor).findFirst();
    }

    /** Exact oMEDD of one opioid, mg/day; empty: not convertible. */
    public Optional<BigDecimal> mgPerDay(OpioidDose dose) {
        return factor(dose).map(dose.amount()::multiply).map(Decimals::canonical);
    }

    /** The exact sum over a regimen, with what it does not contain. */
    public Omedd sum(List<OpioidDose> doses) {
        BigDecimal sum =
                doses.stream().map(this::mgPerDay).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> excluded = doses.stream()
                .filter(dose -> factor(dose).isEmpty())
                .map(OpioidDose::substance)
                .distinct()
                .toList();
        return new Omedd(Decimals.canonical(sum), excluded, version);
    }
}
