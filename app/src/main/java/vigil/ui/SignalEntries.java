package vigil.ui;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.session.Event;
import vigil.ui.attention.SignalActions;

/** What the alarm region asks for, as entries of the session. */
record SignalEntries(ConsoleActions actions) implements SignalActions {
    private static final Logger LOG = LoggerFactory.getLogger(SignalEntries.class);

    @Override
    public void acknowledge(String conditionKey) {
        actions.acknowledge(conditionKey);
    }

    @Override
    public void pauseAudio() {
        actions.pauseAudio();
    }

    @Override
    public void resumeAudio() {
        actions.enter(Event.AudioResumed::new, SignalEntries::log);
    }

    @Override
    public void testSound() {
        actions.enter(Event.SoundTestAsked::new, SignalEntries::log);
    }

    @Override
    public void soundHeard(boolean heard) {
        actions.enter((at, by) -> new Event.SoundChecked(at, heard, by), SignalEntries::log);
    }

    private static void log(Optional<String> refusal) {
        refusal.ifPresent(reason -> LOG.warn("Refused: {}", reason));
    }
}
