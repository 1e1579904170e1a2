package vigil.ui;

import vigil.ui.dashboard.BesideActions;

/** What a person at the console can ask of the session. Called on the JavaFX thread; must return at once. */
public interface ConsoleActions extends BesideActions {
    /** Someone has seen this occurrence; only Vigil's own signal falls silent. */
    void acknowledge(String conditionKey);

    /** Vigil's sound rests for the site's audio pause and comes back by itself. */
    void pauseAudio();
}
