package vigil.export;

import ca.uhn.hl7v2.HL7Exception;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.export.Hl7Message.Coded;
import vigil.export.Hl7Message.Method;
import vigil.export.Hl7Message.Profile;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.HistoryPoint;

/**
 * When delivery began, changed its dose rate and stopped, as infusion events (IHE PCD-10). Only the start has a verified
 * code; the others go under local ones.
 */
final class Hl7Events {
    private static final Coded STOPPED = Coded.local("delivery-stopped", "Delivery stopped");
    private static final Coded CHANGED = Coded.local("rate-changed", "Dose rate changed");

    private final SessionRecord record;
    private final List<Hl7Message> messages;

    private Hl7Events(List<Hl7Message> messages, SessionRecord record) {
        this.messages = messages;
        this.record = record;
    }

    static void addTo(List<Hl7Message> messages, SessionRecord record) throws HL7Exception {
        Hl7Events events = new Hl7Events(messages, record);
        Optional<RateStretch> before = Optional.empty();
        for (RateStretch stretch : RateStretch.of(record.history())) {
            events.add(before, stretch);
            before = Optional.of(stretch);
        }
        if (before.isPresent() && events.isOver(before.get())) {
            events.message(before.get().end(), STOPPED);
        }
    }

    private void add(Optional<RateStretch> before, RateStretch stretch) throws HL7Exception {
        boolean goesOn = before.filter(last -> isNext(last, stretch)).isPresent();
        if (before.isPresent() && !goesOn) {
            message(before.get().end(), STOPPED);
        }
        Hl7Message started = message(stretch.start(), goesOn ? CHANGED : Coded.of(Mdc.DELIVERY_START));
        started.number(
                Coded.of(Mdc.RATE_DOSE),
                "1.1.1.2",
                Optional.of(stretch.mgPerKgPerH()),
                Coded.ucum("mg/kg/h"),
                Method.CALCULATED);
    }

    /** Nothing was seen between them: neither a rate of zero nor an unknown one. */
    private boolean isNext(RateStretch last, RateStretch stretch) {
        return record.history().stream()
                .map(HistoryPoint::at)
                .noneMatch(at -> at.isAfter(last.end()) && at.isBefore(stretch.start()));
    }

    private boolean isOver(RateStretch last) {
        return record.cessation().isPresent()
                || !last.end().equals(record.history().getLast().at());
    }

    private Hl7Message message(Instant at, Coded event) throws HL7Exception {
        Hl7Message message =
                new Hl7Message(record, Profile.INFUSION_EVENT, messages.size() + 1, at, Coded.of(Mdc.PUMP_MDS));
        Hl7Writer.levels(message);
        message.coded(Mdc.EVENT_CONDITION, "1.1.1.1", event);
        messages.add(message);
        return message;
    }
}
