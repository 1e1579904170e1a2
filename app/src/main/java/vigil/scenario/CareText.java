package vigil.scenario;

import java.time.LocalDate;
import java.util.Optional;
import vigil.scenario.Scenario.Entry;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.Direction;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.Staff;

/** Reads what people do and say about the patient beside charting. */
final class CareText {
    private final Words words;
    private final Staff by;

    CareText(Words words, Staff by) {
        this.words = words;
        this.by = by;
    }

    Entry read(String what) {
        return switch (what) {
            case "assesses" -> assesses();
            case "directed" -> directed();
            case "overrides" -> overrides();
            case "away" -> away();
            case "back" -> at -> new Event.PatientBack(at, by);
            case "concern" -> concern();
            case "over" -> over();
            case "plans-review" -> plansReview();
            case "sets-aside" -> setsAside();
            case "daily" -> daily();
            default -> throw words.unknown(what, "something a person can do");
        };
    }

    private Entry assesses() {
        boolean eased = words.takeIf("eased");
        if (!eased) {
            words.expect("not-eased");
        }
        return at -> new Event.PauseAssessed(at, eased, by);
    }

    /** The call is taken to have been made when it is recorded. */
    private Entry directed() {
        String physician = words.take("the physician's name");
        String direction = words.take("the direction");
        return at -> new Event.PhysicianDirected(at, new Direction(physician, at.utc(), direction), by);
    }

    private Entry overrides() {
        Overridable rule = EntryText.constant(Overridable.class, words.take("a rule"));
        String physician = words.take("the physician's name");
        String reason = words.take("a reason");
        return at -> new Event.OverrideRecorded(at, rule, physician, reason, by);
    }

    private Entry away() {
        String where = words.take("where to");
        return at -> new Event.PatientAway(at, where, by);
    }

    private Entry concern() {
        Concern concern = EntryText.constant(Concern.class, words.take("a concern"));
        String note = words.take("a note");
        return at -> new Event.ConcernRaised(at, concern, note, by);
    }

    private Entry over() {
        String note = words.take("a note");
        return at -> new Event.ConcernEnded(at, note, by);
    }

    private Entry plansReview() {
        String dateOrReason = words.take("a date or a reason");
        boolean date = dateOrReason.matches("\\d{4}-\\d\\d-\\d\\d");
        Optional<LocalDate> on = date ? Optional.of(LocalDate.parse(dateOrReason)) : Optional.empty();
        return at -> new Event.ReviewPlanned(at, on, date ? "" : dateOrReason, by);
    }

    private Entry daily() {
        DailyItem item = EntryText.constant(DailyItem.class, words.take("an item of the day"));
        return at -> new Event.DailyItemDone(at, item, "", by);
    }

    private Entry setsAside() {
        String key = words.take("the key of a prompt");
        String reason = words.take("a reason");
        return at -> new Event.PromptClosed(at, key, reason, by);
    }
}
