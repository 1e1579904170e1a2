package vigil.scenario;

import java.util.List;
import vigil.alarm.AlarmCondition;
import vigil.pump.Moment;
import vigil.rules.Finding;
import vigil.session.Session;

/** What an expectation is compared with. Immutable. */
public record Sight(Session session, List<Finding> findings, List<AlarmCondition> conditions, Moment now) {
    public Sight {
        findings = List.copyOf(findings);
        conditions = List.copyOf(conditions);
    }
}
