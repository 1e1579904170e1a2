package vigil.session;

import java.util.ArrayList;
import java.util.List;

/** The High and Highest prompts that are not resolved, as labels in the order they are shown: they shut the gate (R14). */
final class HighPrompts {
    private HighPrompts() {}

    static List<String> open(Session session) {
        Care care = session.care();
        List<String> open = new ArrayList<>(0);
        add(open, "C01", !care.emergency().isEmpty());
        add(open, "R17", care.effects().terminationWanted(session.progress()).isPresent());
        add(open, "R12", session.isAboveMaximum() && !session.isOverridden(Overridable.R12));
        add(open, "R16", care.effects().open().direction().isPresent());
        add(open, "R15", care.effects().pauseWanted(session.phase()).isPresent());
        add(open, "R10", session.isPatientAway());
        add(open, "R26", session.supervision().watch().unexpected().isPresent());
        return open;
    }

    private static void add(List<String> open, String label, boolean isOpen) {
        if (isOpen) {
            open.add(label);
        }
    }
}
