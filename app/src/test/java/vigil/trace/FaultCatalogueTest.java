package vigil.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vigil.scenario.ScenarioText;

/**
 * Every fault of the catalogue has a test or a shipped course that shows what becomes of it, or says openly what is not
 * shown. The page docs/faults.md is made here and must be what stands in the tree; {@code -Dvigil.trace.write=true} writes
 * it anew.
 */
class FaultCatalogueTest {
    private static final Path PAGE = Path.of("../docs/faults.md");
    private static final List<Path> TESTS = List.of(
            Path.of("src/test/java"),
            Path.of("../device-drivers/src/test/java"),
            Path.of("../ui-resources/src/test/java"));
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final List<FaultRow> ROWS = FaultRow.all();

    @Test
    void allEightyFaultsHaveTheirRowInOrder() {
        List<String> ids = Stream.of("A20", "B13", "C9", "D6", "E13", "F12", "G7")
                .flatMap(FaultCatalogueTest::numbered)
                .toList();
        assertThat(ROWS).extracting(FaultRow::id).containsExactlyElementsOf(ids);
        assertThat(ids).hasSize(80);
    }

    private static Stream<String> numbered(String last) {
        return IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                .mapToObj(number -> last.charAt(0) + "" + number);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> there = tests();
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(row.shownBy().stream().filter(name -> !row.isScenario(name)))
                        .as(row.id())
                        .isSubsetOf(there));
    }

    @Test
    void everyCourseThatIsNamedIsShipped() {
        List<String> shipped = ScenarioText.shippedNames().stream()
                .map(name -> "scenario:" + name)
                .toList();
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(row.shownBy().stream().filter(row::isScenario))
                        .as(row.id())
                        .isSubsetOf(shipped));
    }

    @Test
    void whatNoTestShowsIsSaid() {
        assertThat(ROWS)
                .filteredOn(row -> row.shownBy().isEmpty())
                .allSatisfy(row -> assertThat(row.open()).as(row.id()).isNotBlank());
    }

    @Test
    void thePageIsWhatTheBuildWouldWrite() throws IOException {
        String page = page();
        if (Boolean.getBoolean("vigil.trace.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static Set<String> tests() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    Matcher method = METHOD.matcher(Files.readString(file));
                    while (method.find()) {
                        found.add(type + "." + method.group(1));
                    }
                }
            }
        }
        return found;
    }

    private static String page() {
        long whole =
                ROWS.stream().filter(row -> row.result().equals("automated")).count();
        long none = ROWS.stream().filter(row -> row.shownBy().isEmpty()).count();
        String head = """
                # Faults

                Made by the build (`FaultCatalogueTest`), which fails where a row names a test that is not there, or names none without
                saying why. Of %d faults, %d are shown by tests as a whole, %d in part, %d not yet.

                | Id | Fault | Shown by | Result |
                |---|---|---|---|
                """.formatted(ROWS.size(), whole, ROWS.size() - whole - none, none);
        return head + ROWS.stream().map(FaultCatalogueTest::line).collect(Collectors.joining());
    }

    private static String line(FaultRow row) {
        return "| %s | %s | %s | %s |\n"
                .formatted(row.id(), row.fault(), String.join(", ", row.shownBy()), row.result());
    }
}
