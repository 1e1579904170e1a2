package vigil.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Admission;
import vigil.session.InfusionLine;
import vigil.session.Phase;
import vigil.session.Session;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.WeightEntry;

/** Rules about what is set up before the course and confirmed since (clinical rules, section 4): R6, R8, R28, R29. */
public final class SetUpRules {
    private static final BigDecimal PERCENT = new BigDecimal("100");

    private SetUpRules() {}

    /** R6: nurses with experience; a single room is preferred. */
    static Optional<Finding> r06(Session session) {
        return advice(Rule.R06, session, admission(session, it -> it.experiencedNurses() && it.singleRoom()));
    }

    /** R8: subcutaneous through a dedicated line, or a reason. */
    static Optional<Finding> r08(Session session) {
        boolean preferred = session.setUp()
                .line()
                .map(line -> line.route() == InfusionLine.Route.SUBCUTANEOUS && line.dedicated())
                .orElse(true);
        return advice(
                Rule.R08,
                session,
                preferred || admission(session, it -> !it.lineReason().isBlank()));
    }

    private interface Test {
        boolean holds(Admission admission);
    }

    private static boolean admission(Session session, Test test) {
        return session.supervision().admission().map(test::holds).orElse(false);
    }

    /** Asked once everything required is there. */
    private static Optional<Finding> advice(Rule rule, Session session, boolean met) {
        boolean asked = session.phase() == Phase.READY || session.phase().isCourse();
        return met || !asked ? Optional.empty() : Optional.of(new Finding(rule, Level.ADVISORY, List.of()));
    }

    /** R28: a weight measured since differs by 2 kg or 5 % from the one found before; the dosing weight is to be confirmed anew. */
    static Optional<Finding> r28(Session session) {
        return session.supervision()
                .entered()
                .measured()
                .map(WeightEntry::weight)
                .flatMap(now -> session.setUp()
                        .weight()
                        .map(WeightEntry::actual)
                        .filter(before -> isChanged(now, before, session.settings()))
                        .map(before -> new Finding(Rule.R28, Level.PROMPT, List.of(Basis.weights(now, before)))));
    }

    private static boolean isChanged(DosingWeight now, DosingWeight before, SiteSettings settings) {
        BigDecimal change = now.kg().subtract(before.kg()).abs();
        BigDecimal part = before.kg().multiply(settings.value(SiteSetting.WEIGHT_CHANGE_PERCENT));
        return change.compareTo(settings.value(SiteSetting.WEIGHT_CHANGE_KG)) >= 0
                || change.multiply(PERCENT).compareTo(part) >= 0;
    }

    /** R29: what flows has been checked by a second person, and the pump names the same concentration. */
    static Optional<Finding> r29(Session session) {
        boolean unchecked = session.setUp().solution().isEmpty()
                && (session.supervision().entered().unchecked().isPresent()
                        || session.phase().isCourse());
        return unchecked ? required(List.of()) : otherConcentration(session);
    }

    private static Optional<Finding> otherConcentration(Session session) {
        Optional<Concentration> pump = session.delivery()
                .live(session.elapsed())
                .flatMap(sample -> sample.reading().concentration());
        return pump.flatMap(said -> session.setUp()
                .concentration()
                .filter(confirmed -> confirmed.mgPerMl().compareTo(said.mgPerMl()) != 0)
                .flatMap(confirmed -> required(List.of(Basis.concentrations(said, confirmed)))));
    }

    private static Optional<Finding> required(List<BasisLine> lines) {
        return Optional.of(new Finding(Rule.R29, Level.REQUIRED, lines));
    }
}
