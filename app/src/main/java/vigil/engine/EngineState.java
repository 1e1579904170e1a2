package vigil.engine;

import java.util.List;
import vigil.alarm.Attention;
import vigil.people.People;
import vigil.rules.Finding;
import vigil.session.Session;

/** Everything an {@link Engine} has come to by its events: another one that becomes it goes on alike. Immutable. */
public record EngineState(Session session, List<Finding> findings, Attention attention, Drafts drafts, People people) {
    public EngineState {
        findings = List.copyOf(findings);
    }
}
