package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vigil.rules.Finding.Level;

class PrecedenceTest {
    private static List<Finding> everyRuleAtEveryLevel() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            for (Level level : Level.values()) {
                findings.add(new Finding(rule, level, List.of()));
            }
        }
        return findings;
    }

    @Test
    void rankComesBeforeLevelAndLevelBeforeRule() {
        List<Finding> findings = everyRuleAtEveryLevel();
        Collections.shuffle(findings, new Random(18));
        List<Finding> expected = new ArrayList<>(findings);
        expected.sort(Comparator.comparingInt((Finding it) -> Precedence.rank(it.rule()))
                .thenComparing(Finding::level, Comparator.reverseOrder())
                .thenComparing(Finding::rule));
        findings.sort(Precedence.ORDER);
        assertThat(findings).isEqualTo(expected);
    }

    @Test
    void theFourOfR18ComeFirst() {
        List<Finding> findings = everyRuleAtEveryLevel();
        findings.sort(Precedence.ORDER);
        assertThat(findings.stream().map(Finding::rule).distinct().limit(4))
                .containsExactly(Rule.R17, Rule.R12, Rule.R16, Rule.R15);
    }
}
