package vigil.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.engine.Engine;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/** What a pump can say, at one moment, and an engine that knows a patient of 70 kg on that pump with 5 mg/mL. */
final class PumpSayings {
    static final Moment AT = new Moment(Instant.parse("2026-03-01T22:00:00.5Z"), 0, 0);
    static final PumpIdentity PUMP = new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111");
    static final PumpIdentity OTHER = new PumpIdentity("Infusomat Space", Optional.of("2200-0001"), "50112");
    static final PumpAlarm OCCLUSION = new PumpAlarm(AlarmClass.OCCLUSION, "INA3", "Pressure \"alarm\"");

    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final Staff SECOND = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);

    private PumpSayings() {}

    static Engine opened() {
        Engine engine = new Engine();
        Patient patient = new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "none", "12");
        accept(
                engine,
                List.of(
                        new Event.ConsoleStarted(AT, "boot", "1", false),
                        new Event.SessionOpened(
                                AT, new SessionId("s-test1"), patient, ZoneId.of("Australia/Sydney"), NURSE)));
        return engine;
    }

    static Engine dosed() {
        Engine engine = opened();
        WeightEntry weight = new WeightEntry(
                DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "bed scale", LocalDate.of(2026, 3, 1));
        Solution solution = new Solution("ketamine", Concentration.ofMgPerMl("5"), "200 mg in 40 mL");
        accept(
                engine,
                List.of(
                        new Event.WeightConfirmed(AT, weight, NURSE),
                        new Event.SolutionConfirmed(AT, solution, NURSE, SECOND),
                        new Event.PumpBound(AT, "bcc", "1400-8271", NURSE)));
        return engine;
    }

    private static void accept(Engine engine, List<Event> events) {
        for (Event event : events) {
            engine.check(event).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            var _ = engine.accept(event);
        }
    }

    static PumpReading reading(PumpIdentity pump) {
        return PumpReading.from(pump, AT)
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.40"))
                .volumeInfused(Volume.ofMl("12.50"))
                .drug("Ketamin \u00e4")
                .build();
    }
}
