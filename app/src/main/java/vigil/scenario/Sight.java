package vigil.scenario;

import java.util.List;
import vigil.alarm.AlarmCondition;
import vigil.alarm.Attention;
import vigil.pump.Moment;
import vigil.rules.Finding;
import vigil.session.Session;

/** What an expectation is compared with. Immutable. */
public record Sight(Session session, List<Finding> findings, Attention attention, Moment now) {
    public Sight {
        findings = List.copyOf(findings);
    }

    List<AlarmCondition> conditions() {
        return attention.conditions();
    }
}
