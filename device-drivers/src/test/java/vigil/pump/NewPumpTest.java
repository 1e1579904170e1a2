package vigil.pump;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The proof of docs/drivers/adding-a-pump.md: a pump is its package, its line in the registry and its speaker. Shown for
 * New Era, the last that was added, by who depends on it and by where its name stands in the sources.
 */
@AnalyzeClasses(packages = "vigil.pump", importOptions = DoNotIncludeTests.class)
class NewPumpTest {
    private static final DescribedPredicate<JavaClass> ITS_OWN = DescribedPredicate.describe(
            "its package, its speaker or the registry",
            it -> it.getPackageName().equals("vigil.pump.newera")
                    || it.getFullName().startsWith("vigil.pump.sim.NewEra")
                    || it.getFullName().equals("vigil.pump.PumpModel"));

    private static final DescribedPredicate<JavaClass> THE_PUMP = DescribedPredicate.describe(
            "its package or its speaker",
            it -> it.getPackageName().equals("vigil.pump.newera")
                    || it.getFullName().startsWith("vigil.pump.sim.NewEra"));

    private static final Pattern NAME = Pattern.compile("(?i)new[ _-]?era|ne-?1000");

    @ArchTest
    static final ArchRule nothingElseKnowsThePump =
            noClasses().that(DescribedPredicate.not(ITS_OWN)).should().dependOnClassesThat(THE_PUMP);

    /** In the other modules too, where its constant in the registry could be named. */
    @Test
    void itsNameStandsNowhereElse() throws IOException {
        List<String> others = sources().stream()
                .filter(NewPumpTest::namesIt)
                .map(path -> path.toString().replace('\\', '/'))
                .filter(path -> !path.contains("/vigil/pump/newera/"))
                .filter(path -> !path.contains("/vigil/pump/sim/NewEra"))
                .filter(path -> !path.endsWith("/vigil/pump/PumpModel.java"))
                .toList();
        assertThat(sources()).hasSizeGreaterThan(100);
        assertThat(others).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("app", "device-drivers", "ui-resources")) {
            Path main = Path.of("..", module, "src", "main");
            try (Stream<Path> files = Files.walk(main)) {
                files.filter(file -> file.toString().matches(".*\\.(java|properties|css)"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static boolean namesIt(Path file) {
        try {
            return NAME.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
