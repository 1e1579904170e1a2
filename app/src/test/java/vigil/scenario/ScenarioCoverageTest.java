package vigil.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.rules.Rule;

/** What ships as a course: each rule firing and silent, each regimen, each vector that a pump's wire can show. */
class ScenarioCoverageTest {
    private static final List<String> TEXTS =
            ScenarioText.shippedNames().stream().map(ScenarioCoverageTest::text).toList();

    /** Properties and marks: nobody is prompted by their name. Their scenarios say so in their first lines. */
    private static final Set<Rule> PROPERTIES = EnumSet.of(Rule.R18, Rule.R30, Rule.R32, Rule.R33, Rule.R34);

    private static String text(String name) {
        try (InputStream in = ScenarioText.class.getResourceAsStream(name + ".txt")) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static Stream<Rule> prompts() {
        return EnumSet.complementOf(EnumSet.copyOf(PROPERTIES)).stream();
    }

    private static boolean isFound(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return TEXTS.stream().anyMatch(text -> wanted.matcher(text).find());
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void everyRuleFiresInOneAndIsSilentInOne(Rule rule) {
        assertThat(isFound("expect (prompt|first|sound) " + rule.label() + "\\n"))
                .as("%s fires", rule)
                .isTrue();
        assertThat(isFound("expect no prompt " + rule.label() + "\\n"))
                .as("%s is silent", rule)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"R18", "R30", "R32", "R33", "R34"})
    void everyPropertyIsNamedByTheCourseThatShowsIt(Rule rule) {
        assertThat(isFound("(?m)^#.*\\b" + rule.label() + "\\b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIG09", "SCH09", "AMR10", "KAP10", "QUI12", "HOC03", "FPM 2016"})
    void everyRegimenHasItsCourse(String regimen) {
        assertThat(isFound("(?m)^#.*" + regimen)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "T13a", "T13b", "T14", "T15",
                "T16", "T17", "T18", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "V12", "V14", "V15"
            })
    void everyVectorHasItsCourse(String vector) {
        assertThat(isFound("(?m)^#.*\\b" + vector + "\\b")).isTrue();
    }

    @Test
    void noNameIsListedTwice() {
        assertThat(ScenarioText.shippedNames()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }
}
