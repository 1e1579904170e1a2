package vigil.scenario;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.scenario.Scenario.Entry;
import vigil.session.Admission;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.Staff;

/** Reads what a person does about the pump: checks, purges, causes, and what is recorded around the course. */
final class SupervisionText {
    private final Words words;
    private final Staff by;
    private final Map<String, Staff> staff;

    SupervisionText(Words words, Staff by, Map<String, Staff> staff) {
        this.words = words;
        this.by = by;
        this.staff = staff;
    }

    /** {@code checks hourly [except lock] [runs 1.75 infused 3.2 [left 30]] [battery 80] [second ce07]}. */
    Entry checks() {
        PumpCheck.Occasion occasion = EntryText.constant(PumpCheck.Occasion.class, words.take("an occasion"));
        Set<PumpCheck.Item> confirmed = EnumSet.allOf(PumpCheck.Item.class);
        if (words.takeIf("except")) {
            confirmed.remove(EntryText.constant(PumpCheck.Item.class, words.take("an item")));
        }
        Optional<PumpCheck.Figures> figures = figures();
        Optional<Staff> second = words.takeIf("second") ? Optional.of(colleague()) : Optional.empty();
        PumpCheck check = new PumpCheck(occasion, confirmed, figures, PumpCheck.Syringe.NOT_NOTED, "", "");
        return at -> new Event.PumpChecked(at, check, by, second);
    }

    private Optional<PumpCheck.Figures> figures() {
        boolean runs = words.takeIf("runs");
        if (!runs && !words.takeIf("stands")) {
            return Optional.empty();
        }
        FlowRate rate = FlowRate.ofMlPerH(words.take("mL/h"));
        words.expect("infused");
        Volume infused = Volume.ofMl(words.take("mL"));
        Optional<Volume> left = words.takeIf("left") ? Optional.of(Volume.ofMl(words.take("mL"))) : Optional.empty();
        Optional<Integer> battery =
                words.takeIf("battery") ? Optional.of(Integer.valueOf(words.take("%"))) : Optional.empty();
        return Optional.of(new PumpCheck.Figures(runs, rate, infused, left, battery));
    }

    private Staff colleague() {
        String id = words.take("a staff id");
        Staff found = staff.get(id);
        if (found == null) {
            throw words.unknown(id, "a staff id");
        }
        return found;
    }

    /** {@code admission [nurses] [room] [line "why"] [wean 12]}. */
    Entry admission() {
        Admission admission = new Admission(
                words.takeIf("nurses"),
                words.takeIf("room"),
                words.takeIf("line") ? words.take("a reason") : "",
                new Admission.WeanPlan(
                        words.takeIf("wean") ? Optional.of(Integer.valueOf(words.take("hours"))) : Optional.empty()));
        return at -> new Event.AdmissionRecorded(at, admission, by);
    }

    Entry purges() {
        Volume volume = Volume.ofMl(words.take("mL"));
        return at -> new Event.PurgeRecorded(at, volume, by);
    }

    /** {@code cause syringe_change "note"}: what an unexpected delivery was. */
    Entry cause() {
        DeliveryCause cause = EntryText.constant(DeliveryCause.class, words.take("a cause"));
        String note = words.take("a note");
        return at -> new Event.DeliveryExplained(at, cause, note, by);
    }

    Entry bindsCharted() {
        String model = words.take("a model");
        String serial = words.take("a serial number");
        return at -> new Event.ChartedPumpBound(at, model, serial, by);
    }
}
