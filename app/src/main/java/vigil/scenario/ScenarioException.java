package vigil.scenario;

/** A scenario text says something that cannot be played: names the scenario, the line and the word. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }
}
