package vigil.engine;

import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;

/**
 * What an entry would lead to if it were made now. Immutable.
 *
 * @param refusal why it could not be taken, in one English line
 * @param raised conditions that it would raise and that are not there now, highest first
 */
public record Foresight(Optional<String> refusal, List<AlarmCondition> raised) {
    public Foresight {
        raised = List.copyOf(raised);
    }
}
