package vigil.rules;

import java.util.Comparator;
import java.util.List;
import vigil.rules.Finding.Level;

/** Which of several findings is shown first (R18): R17, R12, R16, R15, then by level; none is ever dropped. */
public final class Precedence {
    private static final List<Rule> FIRST = List.of(Rule.R17, Rule.R12, Rule.R16, Rule.R15);

    /** Findings in the order they are shown. */
    public static final Comparator<Finding> ORDER = Comparator.comparingInt(Precedence::place);

    private static final int RULES = Rule.values().length;
    private static final int LEVELS = Level.values().length;

    /** Rank of everything that has no place of its own. */
    public static final int NO_PLACE = FIRST.size();

    private Precedence() {}

    /** Rank, then level, the highest first, then rule, in one number: findings are put in order at each reading. */
    private static int place(Finding finding) {
        int level = Level.HIGHEST.ordinal() - finding.level().ordinal();
        return (rank(finding.rule()) * LEVELS + level) * RULES + finding.rule().ordinal();
    }

    /** 0 for the rule that comes before all others. */
    public static int rank(Rule rule) {
        int place = FIRST.indexOf(rule);
        return place < 0 ? NO_PLACE : place;
    }
}
