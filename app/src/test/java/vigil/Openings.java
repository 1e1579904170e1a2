package vigil;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/** The beginning of a session of made-up people: 70 kg, 5 mg/mL, one pump. */
final class Openings {
    static final Moment START = new Moment(Instant.parse("2026-03-01T22:00:00Z"), 0, 0);
    static final PumpIdentity PUMP = new PumpIdentity("Perfusor Space", java.util.Optional.of("1400-8271"), "50111");

    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final Staff SECOND = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);

    private Openings() {}

    static Moment after(Duration elapsed) {
        return START.plus(elapsed);
    }

    /** The start of the console and of a session, and nothing else. */
    static List<Event> opened(String id) {
        Patient patient = new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "none", "12");
        return List.of(
                new Event.ConsoleStarted(START, "boot", Version.NUMBER, false),
                new Event.SessionOpened(START, new SessionId(id), patient, ZoneId.of("Australia/Sydney"), NURSE));
    }

    /** What has to be known for a dose rate. */
    static List<Event> dosed() {
        WeightEntry weight = new WeightEntry(
                DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 1));
        Solution solution = new Solution("ketamine", Concentration.ofMgPerMl("5"), "200 mg in 40 mL");
        return List.of(
                new Event.WeightConfirmed(START, weight, NURSE),
                new Event.SolutionConfirmed(START, solution, NURSE, SECOND),
                new Event.PumpBound(START, "bcc", "1400-8271", NURSE));
    }

    /** The pump delivers 1.4 mL/h and has counted {@code volumeMl}. */
    static PumpReading reading(Moment at, String volumeMl) {
        return PumpReading.from(PUMP, at)
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.40"))
                .volumeInfused(Volume.ofMl(volumeMl))
                .build();
    }

    static Event said(PumpReading reading) {
        return new Event.PumpSaid(new PumpEvent.Reading(reading));
    }
}
