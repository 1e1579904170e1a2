package vigil.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One row of the fault catalogue (reliability page, section 6).
 *
 * @param shownBy tests as {@code Class.method}, shipped courses as {@code scenario:name}
 * @param open what no test shows, and why; empty when the tests show it all
 */
record FaultRow(String id, String fault, List<String> shownBy, String open) {
    private static final String FILE = "faults.txt";

    static List<FaultRow> all() {
        try (InputStream in = Objects.requireNonNull(FaultRow.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FaultRow::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FaultRow of(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("%d cells instead of 4: %s".formatted(cells.length, line));
        }
        List<String> shownBy =
                Stream.of(cells[2].split(" ")).filter(name -> !name.isBlank()).toList();
        return new FaultRow(cells[0].strip(), cells[1].strip(), shownBy, cells[3].strip());
    }

    boolean isScenario(String name) {
        return name.startsWith("scenario:");
    }

    /** As it stands on the page. */
    String result() {
        if (shownBy.isEmpty()) {
            return "not automated: " + open;
        }
        return open.isEmpty() ? "automated" : "automated in part: " + open;
    }
}
