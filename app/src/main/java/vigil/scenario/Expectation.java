package vigil.scenario;

import java.util.Optional;

/** What a scenario says has to be so at a time. */
@FunctionalInterface
public interface Expectation {
    /** What is there instead, for people; empty when it is as expected. */
    Optional<String> unmet(Sight sight);
}
