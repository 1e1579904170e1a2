package vigil.export.print;

import java.util.List;
import java.util.Optional;

/**
 * The queues of a machine as its print service tells them.
 *
 * @param names in the service's order; empty when no printer is set up
 * @param standard the one that is used unless told otherwise
 * @param trouble why they could not be asked for, in one line; empty when they were
 */
public record Queues(List<String> names, Optional<String> standard, Optional<String> trouble) {
    public Queues {
        names = List.copyOf(names);
    }

    static Queues unknown(String trouble) {
        return new Queues(List.of(), Optional.empty(), Optional.of(trouble));
    }
}
