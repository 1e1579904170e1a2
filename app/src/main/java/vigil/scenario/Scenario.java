package vigil.scenario;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/**
 * A course as it is to be played: when it starts, on which pump, and what happens at which elapsed time. Immutable.
 *
 * @param steps in order of time
 */
public record Scenario(String name, ZonedDateTime start, String pumpSerial, Volume syringe, List<Step> steps) {

    /** What happens {@code at} elapsed time since the start. */
    public record Step(Duration at, Deed deed) {}

    /** One thing that is done: by a person at the console, at the pump, or to the playing itself. */
    public sealed interface Deed {
        /** A person enters something. */
        record Enter(Entry entry) implements Deed {}

        /** A person signs the record as it stands at that moment. */
        record Sign(SignatureMeaning meaning, Staff by) implements Deed {}

        record SetRate(FlowRate flowRate) implements Deed {}

        record StartPump() implements Deed {}

        record StopPump() implements Deed {}

        /** A full syringe is put in; the pump's volume infused starts at zero again. */
        record NewSyringe(Volume volume) implements Deed {}

        record RaiseAlarm(String name) implements Deed {}

        record ClearAlarm(String name) implements Deed {}

        /** The moment of which the demo keeps a picture. */
        record Picture() implements Deed {}

        /** The shift changes: the handover sheet is written as it would be now. */
        record Handover() implements Deed {}

        record End() implements Deed {}
    }

    /** Makes the event once the moment is known. */
    @FunctionalInterface
    public interface Entry {
        Event at(Moment moment);
    }

    public Scenario {
        steps = List.copyOf(steps);
    }

    /** Elapsed time of the last step. */
    public Duration length() {
        return steps.isEmpty() ? Duration.ZERO : steps.getLast().at();
    }
}
