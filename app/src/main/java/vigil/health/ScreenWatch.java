package vigil.health;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * Notices that the screen no longer takes what it is to show (fault F2): what stands on it is old although it looks live.
 * A standstill of more than {@link #ANNOUNCED} is announced while it lasts, one of more than {@link #RECORDED} is recorded
 * when it is over. Used by one thread, which must not be the one that draws.
 */
public final class ScreenWatch {
    static final Duration RECORDED = Duration.ofSeconds(1);
    static final Duration ANNOUNCED = Duration.ofSeconds(3);

    private Duration longest = Duration.ZERO;
    private boolean announced;

    /**
     * To be called a few times a second.
     *
     * @param unanswered how long the screen has taken nothing
     * @return what is to be recorded, if anything
     */
    public Optional<Event> look(Duration unanswered, Moment now) {
        boolean goesOn = unanswered.compareTo(longest) >= 0;
        if (goesOn) {
            longest = unanswered;
            return announcement(now);
        }
        Duration stood = longest;
        longest = unanswered;
        announced = false;
        return stood.compareTo(RECORDED) > 0 ? Optional.of(new Event.ScreenAnswered(now, stood)) : Optional.empty();
    }

    private Optional<Event> announcement(Moment now) {
        if (announced || longest.compareTo(ANNOUNCED) < 0) {
            return Optional.empty();
        }
        announced = true;
        return Optional.of(new Event.ScreenStalled(now));
    }
}
