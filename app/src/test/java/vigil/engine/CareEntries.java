package vigil.engine;

import java.util.Optional;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.Direction;
import vigil.session.Event;
import vigil.session.Overridable;

/** What people do and say about the patient of a {@link Bedside}, at its present moment. */
public final class CareEntries {
    private CareEntries() {}

    public static Event assessed(Bedside bedside, boolean eased) {
        return new Event.PauseAssessed(bedside.now(), eased, Bedside.NURSE);
    }

    public static Event directed(Bedside bedside) {
        Direction direction = new Direction("Dr P. Okafor", bedside.now().utc(), "lower to 1.4 mL/h");
        return new Event.PhysicianDirected(bedside.now(), direction, Bedside.NURSE);
    }

    public static Event overridden(Bedside bedside, Overridable rule) {
        return new Event.OverrideRecorded(
                bedside.now(), rule, "Dr P. Okafor", "seen and talked to the patient", Bedside.NURSE);
    }

    public static Event away(Bedside bedside) {
        return new Event.PatientAway(bedside.now(), "X-ray", Bedside.NURSE);
    }

    public static Event back(Bedside bedside) {
        return new Event.PatientBack(bedside.now(), Bedside.NURSE);
    }

    public static Event concern(Bedside bedside) {
        return new Event.ConcernRaised(bedside.now(), Concern.SEIZURE, "20 s", Bedside.NURSE);
    }

    public static Event concernOver(Bedside bedside) {
        return new Event.ConcernEnded(bedside.now(), "seen by the team", Bedside.NURSE);
    }

    public static Event reviewPlanned(Bedside bedside) {
        return new Event.ReviewPlanned(bedside.now(), Optional.empty(), "moves interstate", Bedside.NURSE);
    }

    public static Event daily(Bedside bedside, DailyItem item) {
        return new Event.DailyItemDone(bedside.now(), item, "", Bedside.NURSE);
    }

    public static Event closed(Bedside bedside, String key) {
        return new Event.PromptClosed(bedside.now(), key, "known to the team", Bedside.NURSE);
    }
}
