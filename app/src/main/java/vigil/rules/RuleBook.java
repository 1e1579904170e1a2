package vigil.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.pump.FlowRate;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Delivery;
import vigil.session.Overridable;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.Session;
import vigil.session.SiteSetting;

/**
 * What the guideline says about a session at its last event (clinical rules, section 4). One pure method a rule; every
 * comparison is exact, and nothing is found where a number is missing.
 */
public final class RuleBook {
    private static final List<Function<Session, Optional<Finding>>> RULES = List.of(
            RuleBook::r01,
            RuleBook::r02,
            RuleBook::r03,
            WardRules::r07,
            WardRules::r10,
            BackgroundRules::r04,
            RuleBook::r11,
            RuleBook::r12,
            DischargeRules::r14,
            SideEffectRules::r15,
            SideEffectRules::r16,
            DissociationRules::r17,
            RuleBook::r19,
            DischargeRules::r21,
            DischargeRules::r22,
            DischargeRules::r23,
            DischargeRules::r24,
            DischargeRules::r25,
            BackgroundRules::r20,
            RuleBook::r27,
            RuleBook::r31,
            DeliveryRules::r05,
            SetUpRules::r06,
            SetUpRules::r08,
            DeliveryRules::r09,
            DeliveryRules::r13,
            DeliveryRules::r26,
            SetUpRules::r28,
            SetUpRules::r29);

    private RuleBook() {}

    /** All findings in the order they are shown; none while no session is open. */
    public static List<Finding> findings(Session session) {
        if (!session.isOpen()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(0);
        for (Function<Session, Optional<Finding>> rule : RULES) {
            Optional<Finding> found = rule.apply(session);
            if (found.isPresent()) {
                findings.add(found.get());
            }
        }
        findings.sort(Precedence.ORDER);
        return List.copyOf(findings);
    }

    /** R1: at least one purpose is stated. */
    static Optional<Finding> r01(Session session) {
        return missing(Rule.R01, session, session.setUp().hasPurpose() || session.isOverridden(Overridable.R1));
    }

    /** R2: central sensitisation and at least one opioid reason. */
    static Optional<Finding> r02(Session session) {
        return missing(Rule.R02, session, session.setUp().isSelected() || session.isOverridden(Overridable.R2));
    }

    /** R3: the assessment is written down. */
    static Optional<Finding> r03(Session session) {
        return missing(Rule.R03, session, session.setUp().isAssessed() || session.isOverridden(Overridable.R3));
    }

    /** R19: an opioid plan is agreed. */
    static Optional<Finding> r19(Session session) {
        boolean agreed = session.setUp().assessment().isPresent();
        return missing(Rule.R19, session, agreed || session.isOverridden(Overridable.R19));
    }

    private static Optional<Finding> missing(Rule rule, Session session, boolean present) {
        boolean asked = session.phase() == Phase.PLANNED || session.phase().isCourse();
        return present || !asked ? Optional.empty() : Optional.of(new Finding(rule, Level.REQUIRED, List.of()));
    }

    /** R11: induction within 0.05 to 0.1 mg/kg/h, the first delivering interval only. */
    static Optional<Finding> r11(Session session) {
        return session.progress().course().isInduction()
                ? deliveredRate(session).flatMap(it -> r11(session, it))
                : none();
    }

    private static Optional<Finding> r11(Session session, DoseRate rate) {
        DoseLimit low = session.settings().limit(SiteSetting.INDUCTION_LOW);
        DoseLimit high = session.settings().limit(SiteSetting.INDUCTION_HIGH);
        if (rate.isBelow(low)) {
            return Optional.of(doseFinding(Rule.R11, Level.ADVISORY, session, rate, low));
        }
        return rate.isAbove(high) ? Optional.of(doseFinding(Rule.R11, Level.ADVISORY, session, rate, high)) : none();
    }

    /** R12: never above 0.5 mg/kg/h, nor above the site's cap in mg/h (A26); exactly at the limit is not above. Stays until it is
     * lower, or a physician overrides it. */
    static Optional<Finding> r12(Session session) {
        return session.isAboveMaximum() && !session.isOverridden(Overridable.R12)
                ? session.doseRate(session.elapsed()).map(rate -> r12(session, rate))
                : none();
    }

    private static Finding r12(Session session, DoseRate rate) {
        DoseLimit maximum = session.settings().maximum();
        Finding byWeight = doseFinding(Rule.R12, Level.HIGH, session, rate, maximum);
        return rate.isAbove(maximum)
                ? byWeight
                : session.settings()
                        .capMgPerH()
                        .map(cap -> new Finding(Rule.R12, Level.HIGH, List.of(Basis.cap(rate, cap))))
                        .orElse(byWeight);
    }

    /** R27: the rate that is delivered is covered by the order in force, by its rate or by its range. */
    static Optional<Finding> r27(Session session) {
        boolean delivering = session.delivery().evidence(session.elapsed()) == Delivery.Evidence.DELIVERING;
        return delivering ? flowRate(session).flatMap(rate -> r27(session, rate)) : none();
    }

    private static Optional<Finding> r27(Session session, FlowRate flowRate) {
        Optional<RateOrder> order = session.setUp().order();
        return order.isPresent()
                ? order.filter(it -> isUncovered(session, flowRate, it))
                        .map(it -> prompt(Basis.above(flowRate, it.flowRate())))
                : Optional.of(prompt(Basis.flow(flowRate)));
    }

    private static boolean isUncovered(Session session, FlowRate flowRate, RateOrder order) {
        return flowRate.compareTo(order.flowRate()) > 0
                && !session.doseRate(session.elapsed())
                        .map(rate -> !rate.isAbove(order.highest()))
                        .orElse(false);
    }

    private static Finding prompt(BasisLine line) {
        return new Finding(Rule.R27, Level.PROMPT, List.of(line));
    }

    /** R31: the bound pump's values are no longer current. */
    static Optional<Finding> r31(Session session) {
        Delivery delivery = session.delivery();
        boolean stale = delivery.isStale(session.elapsed()) && delivery.newest().isPresent();
        return stale
                ? delivery.newest()
                        .map(newest -> stale(session.elapsed().minus(newest.at().elapsed()), delivery.staleAfter()))
                : none();
    }

    private static Finding stale(Duration age, Duration limit) {
        return new Finding(Rule.R31, Level.REQUIRED, List.of(Basis.time(age, limit)));
    }

    private static Optional<DoseRate> deliveredRate(Session session) {
        boolean delivering = session.delivery().evidence(session.elapsed()) == Delivery.Evidence.DELIVERING;
        return delivering ? session.doseRate(session.elapsed()) : Optional.empty();
    }

    private static Optional<FlowRate> flowRate(Session session) {
        return session.delivery()
                .live(session.elapsed())
                .flatMap(sample -> sample.reading().flowRate());
    }

    private static Finding doseFinding(Rule rule, Level level, Session session, DoseRate rate, DoseLimit limit) {
        List<BasisLine> lines = new ArrayList<>(3);
        flowRate(session)
                .flatMap(flow -> session.setUp().concentration().map(it -> Basis.mass(flow, it, rate)))
                .ifPresent(lines::add);
        lines.add(Basis.byWeight(rate));
        lines.add(Basis.limit(limit, rate.weight()));
        return new Finding(rule, level, lines);
    }

    private static Optional<Finding> none() {
        return Optional.empty();
    }
}
