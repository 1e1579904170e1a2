package vigil.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.look.Words;
import vigil.rules.Rule;

/**
 * Every rule of the clinical rules has its sentence in both languages, its place in the code, a test in which it fires and
 * one in which it does not. The page docs/traceability.md says so, is made here, and must be what stands in the tree:
 * {@code mvn test -pl app -am -Dtest=TraceabilityTest -Dvigil.trace.write=true} writes it anew.
 */
class TraceabilityTest {
    private static final Path PAGE = Path.of("../docs/traceability.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final TracedTests TESTS = TracedTests.ofThisModule();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasATestInWhichItFiresAndOneInWhichItDoesNot(Rule rule) {
        assertThat(TESTS.of(rule.label(), TracedTests.FIRES))
                .as("tests in which %s fires", rule)
                .isNotEmpty();
        assertThat(TESTS.of(rule.label(), TracedTests.SILENT))
                .as("tests in which %s is silent", rule)
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleSaysWhatItIsInBothLanguages(Rule rule) {
        assertThat(sentence(rule, Locale.ENGLISH)).isNotBlank();
        assertThat(sentence(rule, Locale.GERMAN)).isNotBlank().isNotEqualTo(sentence(rule, Locale.ENGLISH));
    }

    @Test
    void thePageIsWhatTheBuildWouldWrite() throws Exception {
        String page = page();
        if (Boolean.getBoolean("vigil.trace.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleIsMetSomewhereByAPerson(Rule rule) throws Exception {
        assertThat(new Shown(TracedSources.under(SOURCES)).as(rule.label())).isNotBlank();
    }

    private static String sentence(Rule rule, Locale locale) {
        return Words.of(locale).text("rule." + rule.name());
    }

    private static String page() throws IOException {
        TracedSources sources = TracedSources.under(SOURCES);
        Shown shown = new Shown(sources);
        StringBuilder page = new StringBuilder();
        page.append("# Traceability\n\n");
        page.append("Made by the build (`TraceabilityTest`), which fails where a rule lacks one of these. ");
        page.append("Rules and their sources: clinical rules, section 4.\n\n");
        page.append("| Rule | What it says | Code | Fires in | Silent in | Shown as |\n|---|---|---|---|---|---|\n");
        for (Rule rule : Rule.values()) {
            String label = rule.label();
            page.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            label,
                            sentence(rule, Locale.ENGLISH).replaceFirst("^Rule: ", ""),
                            list(sources.naming(label)),
                            list(TESTS.of(label, TracedTests.FIRES)),
                            list(TESTS.of(label, TracedTests.SILENT)),
                            shown.as(label)));
        }
        return page.toString();
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }
}
