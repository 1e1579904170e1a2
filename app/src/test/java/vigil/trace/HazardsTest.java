package vigil.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of hazards names, for each, tests that exist. */
class HazardsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| (H[0-9]+) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9]+Test)\\.([A-Za-z0-9]+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/hazards.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    /** The texts of all test classes of one name; two modules may each have one. */
    private static Map<String, List<Path>> tests() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("app", "device-drivers", "ui-resources")) {
            Path sources = ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> found = Files.walk(sources)) {
                    found.filter(file -> file.toString().endsWith("Test.java")).forEach(files::add);
                }
            }
        }
        Function<Path, String> name = file -> String.valueOf(file.getFileName()).replaceFirst("\\.java$", "");
        return files.stream().collect(Collectors.groupingBy(name));
    }

    @Test
    void everyNamedTestExists() throws Exception {
        Map<String, List<Path>> tests = tests();
        List<String> missing = new ArrayList<>();
        for (String row : rows()) {
            Matcher named = NAMED.matcher(row);
            while (named.find()) {
                boolean found = false;
                for (Path file : tests.getOrDefault(named.group(1), List.of())) {
                    found |= Pattern.compile("(void|ArchRule) %s\\b".formatted(named.group(2)))
                            .matcher(Files.readString(file))
                            .find();
                }
                if (!found) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyHazardHasATestAndANumberOfItsOwn() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (String row : rows()) {
            assertThat(NAMED.matcher(row).find()).as(row).isTrue();
            Matcher number = ROW.matcher(row);
            assertThat(number.matches()).isTrue();
            numbers.add(number.group(1));
        }
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    }
}
