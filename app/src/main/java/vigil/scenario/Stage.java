package vigil.scenario;

import java.util.Optional;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/** Whoever a scenario plays for: takes its events and does what needs the record or the screen. */
public interface Stage {
    /** Takes one event; answers why it is refused, or nothing when it was taken. */
    Optional<String> accept(Event event);

    /** Signs the record as it stands. */
    Optional<String> sign(SignatureMeaning meaning, Staff by, Moment at);

    /** Writes the handover sheet as it is now. */
    void handover(Moment at);

    /** What the console shows at {@code now}. */
    Sight seen(Moment now);

    /** The program starts again after a power cut, in another boot of the machine. */
    void startAgain(String bootId, Moment at);

    /** Keeps a picture of the console as it is now. */
    void picture(Moment at);
}
