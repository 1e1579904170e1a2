package vigil.journal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import vigil.pump.Moment;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.Direction;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.Staff;

/** What people do and say about the patient, as the fields of an entry: each event with its writer and its reader. */
final class CareCodec {
    private CareCodec() {}

    static void write(Event.OfCare event, JsonOut out) throws IOException {
        switch (event) {
            case Event.PauseAssessed it -> out.flag("eased", it.eased());
            case Event.PhysicianDirected it -> {
                out.text("physician", it.direction().physician());
                out.text("calledAt", it.direction().calledAt().toString());
                out.text("direction", it.direction().words());
            }
            case Event.OverrideRecorded it -> {
                out.word("rule", it.rule());
                out.text("physician", it.physician());
                out.text("reason", it.reason());
            }
            case Event.PatientAway it -> out.text("where", it.where());
            case Event.PatientBack _ -> {}
            case Event.ConcernRaised it -> {
                out.word("concern", it.concern());
                out.text("note", it.note());
            }
            case Event.ConcernEnded it -> out.text("note", it.note());
            case Event.ReviewPlanned it -> {
                out.text("on", it.on().map(LocalDate::toString));
                out.text("reason", it.reason());
            }
            case Event.DailyItemDone it -> {
                out.word("item", it.item());
                out.text("note", it.note());
            }
            case Event.PromptClosed it -> {
                out.text("condition", it.conditionKey());
                out.text("reason", it.reason());
            }
        }
    }

    static Event pauseAssessed(Moment at, JsonIn in) {
        return new Event.PauseAssessed(at, in.flag("eased"), by(in));
    }

    static Event physicianDirected(Moment at, JsonIn in) {
        Direction given = new Direction(in.text("physician"), Instant.parse(in.text("calledAt")), in.text("direction"));
        return new Event.PhysicianDirected(at, given, by(in));
    }

    static Event overrideRecorded(Moment at, JsonIn in) {
        return new Event.OverrideRecorded(
                at, in.word("rule", Overridable.class), in.text("physician"), in.text("reason"), by(in));
    }

    static Event patientAway(Moment at, JsonIn in) {
        return new Event.PatientAway(at, in.text("where"), by(in));
    }

    static Event patientBack(Moment at, JsonIn in) {
        return new Event.PatientBack(at, by(in));
    }

    static Event concernRaised(Moment at, JsonIn in) {
        return new Event.ConcernRaised(at, in.word("concern", Concern.class), in.text("note"), by(in));
    }

    static Event concernEnded(Moment at, JsonIn in) {
        return new Event.ConcernEnded(at, in.text("note"), by(in));
    }

    static Event reviewPlanned(Moment at, JsonIn in) {
        return new Event.ReviewPlanned(at, in.textIfAny("on").map(LocalDate::parse), in.text("reason"), by(in));
    }

    static Event dailyItemDone(Moment at, JsonIn in) {
        return new Event.DailyItemDone(at, in.word("item", DailyItem.class), in.text("note"), by(in));
    }

    static Event promptClosed(Moment at, JsonIn in) {
        return new Event.PromptClosed(at, in.text("condition"), in.text("reason"), by(in));
    }

    private static Staff by(JsonIn in) {
        return SetUpCodec.staff("by", in);
    }
}
