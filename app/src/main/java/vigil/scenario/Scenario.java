package vigil.scenario;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import vigil.pump.Concentration;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.pump.sim.SimulatedPump;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/**
 * A course as it is to be played: when it starts, on which pump, and what happens at which elapsed time. Immutable.
 *
 * @param holds what the pump's own syringe holds
 * @param steps in order of time
 */
public record Scenario(
        String name, ZonedDateTime start, String pumpSerial, Volume syringe, Concentration holds, List<Step> steps) {

    /** What happens {@code at} elapsed time since the start. */
    public record Step(Duration at, Deed deed) {}

    /** One thing that is done: by a person at the console, at the pump, or to the playing itself. */
    public sealed interface Deed {
        /** A person enters something. */
        record Enter(Entry entry) implements Deed {}

        /** What the site has chosen, as at a start of the console. */
        record Choose(SiteSettings site) implements Deed {}

        /** A person signs the record as it stands at that moment. */
        record Sign(SignatureMeaning meaning, Staff by) implements Deed {}

        /** Something is done at the pump. */
        record AtPump(PumpAct act) implements Deed {}

        /** The cable is pulled or put back. */
        record Cable(boolean connected) implements Deed {}

        /** The pump stops answering on its line, says the same again and again, or answers; what it delivers goes on. */
        record Answering(Manner manner) implements Deed {}

        /** Another pump of the same model takes the place of the first one, and everything at the pump goes to it. */
        record Swap(String serialNumber) implements Deed {}

        /** The console is without power for a time and starts again from its journal; the pump goes on. */
        record PowerCut(Duration off) implements Deed {}

        /** Somebody sets the console's wall clock. */
        record ClockStep(Duration by) implements Deed {}

        /** The console has to show this now. */
        record Expect(Expectation expected) implements Deed {}

        /** The console has to refuse this entry. */
        record Refused(Entry entry) implements Deed {}

        /** The moment of which the demo keeps a picture. */
        record Picture() implements Deed {}

        /** The shift changes: the handover sheet is written as it would be now. */
        record Handover() implements Deed {}

        record End() implements Deed {}
    }

    /** How the pump answers on its line. */
    public enum Manner {
        ANSWERS,
        SILENT,
        /** Each answer is the one before it, byte for byte. */
        FROZEN
    }

    /** What a hand does at the pump. */
    @FunctionalInterface
    public interface PumpAct {
        void on(SimulatedPump pump, Moment now);
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
