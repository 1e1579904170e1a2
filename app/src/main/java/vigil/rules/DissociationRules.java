package vigil.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Finding.Level;
import vigil.session.Effects;
import vigil.session.Session;

/** Dissociative or amnestic effects (R17). */
final class DissociationRules {
    private DissociationRules() {}

    /** R17: terminate. Stays until flow 0 is seen and cessation is recorded, or a physician overrides it. */
    static Optional<Finding> r17(Session session) {
        return session.care()
                .effects()
                .terminationWanted(session.progress())
                .map(event -> new Finding(Rule.R17, Level.HIGHEST, basis(event)));
    }

    private static List<BasisLine> basis(Effects.Dissociated event) {
        List<BasisLine> lines = new ArrayList<>(Basis.signs(event.signs()));
        if (event.benzodiazepine()) {
            lines.add(Basis.figure("basis.benzodiazepine", ""));
        }
        return lines;
    }
}
