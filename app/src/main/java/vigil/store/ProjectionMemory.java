package vigil.store;

import java.util.Map;
import java.util.Optional;

/**
 * What the projection remembers of the steps before, besides the session, so that it can go on without them. Immutable.
 *
 * @param sequence of the last step it has taken
 * @param openedSequence of the step that began the present session
 * @param openGap of the step at which the gap in the data began that is not over
 * @param people rows of table {@code staff}, by user
 */
public record ProjectionMemory(
        long sequence, long openedSequence, Optional<Long> openGap, Map<String, PeopleRows.Person> people) {
    public ProjectionMemory {
        people = Map.copyOf(people);
    }
}
