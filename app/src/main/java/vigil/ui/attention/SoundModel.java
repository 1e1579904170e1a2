package vigil.ui.attention;

import vigil.alarm.SoundState;
import vigil.engine.Snapshot;
import vigil.ui.parts.Phrases;

/**
 * What is to be said and asked about the console's own sound.
 *
 * @param silent nobody can hear this console: the bell says so on every view
 * @param words one line where nothing needs attention
 * @param asks whether the test tone was heard; asked until somebody has answered
 * @param canTest a test tone may be asked for from the line
 * @param press what the bell does
 */
public record SoundModel(boolean silent, String words, boolean asks, boolean canTest, Press press) {
    /** Before the first state of the session. */
    static final SoundModel UNKNOWN = new SoundModel(false, "", false, false, Press.PAUSE);

    /** What the bell does when it is pressed. */
    public enum Press {
        PAUSE,
        RESUME,
        TEST
    }

    static SoundModel of(Snapshot snapshot, Phrases phrases) {
        SoundState sound = snapshot.attention().sound();
        return new SoundModel(
                sound.problem().isPresent(),
                words(sound, phrases),
                sound.asks(),
                sound.present() && !sound.asks(),
                press(snapshot.attention()));
    }

    private static String words(SoundState sound, Phrases phrases) {
        return sound.check()
                .filter(it -> it.heard() && sound.problem().isEmpty())
                .map(it -> phrases.text(
                        "sound.on", phrases.time(it.at().utc()), it.by().initials()))
                .orElseGet(() -> phrases.text("alarm.sound"));
    }

    /** Whoever can pause the sound can end the pause; a new sound during a pause can be paused, too. */
    private static Press press(Snapshot.Attention attention) {
        boolean paused = attention.audioPausedUntil().isPresent();
        if (attention.sound().problem().isPresent() && !paused) {
            return Press.TEST;
        }
        return paused && attention.signal().isEmpty() ? Press.RESUME : Press.PAUSE;
    }
}
