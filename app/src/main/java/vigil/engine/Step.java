package vigil.engine;

import java.util.List;
import vigil.alarm.Attention;
import vigil.alarm.AttentionChange;
import vigil.rules.Finding;
import vigil.session.Event;
import vigil.session.Session;

/** One event and everything that follows from it. Immutable; journal, store and views all read the same step. */
public record Step(
        Event event, Session session, List<Finding> findings, Attention attention, List<AttentionChange> changes) {
    public Step {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }
}
