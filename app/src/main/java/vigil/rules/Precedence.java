package vigil.rules;

import java.util.Comparator;
import java.util.List;

/** Which of several findings is shown first (R18): R17, R12, R16, R15, then by level; none is ever dropped. */
public final class Precedence {
    private static final List<Rule> FIRST = List.of(Rule.R17, Rule.R12, Rule.R16, Rule.R15);

    /** Findings in the order they are shown. */
    public static final Comparator<Finding> ORDER = Precedence::compare;

    /** Rank of everything that has no place of its own. */
    public static final int NO_PLACE = FIRST.size();

    private Precedence() {}

    /** Rank, then level, the highest first, then rule. In one piece, because findings are put in order at each reading. */
    private static int compare(Finding one, Finding other) {
        int byRank = Integer.compare(rank(one.rule()), rank(other.rule()));
        int byLevel = other.level().compareTo(one.level());
        return byRank != 0 ? byRank : byLevel != 0 ? byLevel : one.rule().compareTo(other.rule());
    }

    /** 0 for the rule that comes before all others. */
    public static int rank(Rule rule) {
        int place = FIRST.indexOf(rule);
        return place < 0 ? NO_PLACE : place;
    }
}
