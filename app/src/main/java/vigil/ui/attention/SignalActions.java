package vigil.ui.attention;

/** What a person can do about signals. Called on the JavaFX thread; must return at once. */
public interface SignalActions {
    /** Someone has seen this occurrence; only Vigil's own signal falls silent. */
    void acknowledge(String conditionKey);

    /** Vigil's sound rests for the site's audio pause and comes back by itself. */
    void pauseAudio();

    /** The pause ends now; what still needs attention sounds again. */
    void resumeAudio();

    /** The test tone is played. */
    void testSound();

    /** Whether the test tone was heard at the bed. */
    void soundHeard(boolean heard);
}
