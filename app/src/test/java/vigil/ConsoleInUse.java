package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.session.Staff;
import vigil.session.StopReason;

/**
 * The record of a console with always another patient: two whose time is over, whose every text begins with {@code QxGone},
 * and one whose infusion runs. Between them the console is signed in to, restarted, backed up and told of.
 */
final class ConsoleInUse {
    static final String GONE = "QxGone";
    static final SessionId FIRST = new SessionId("s-qxgone1");
    static final SessionId SECOND = new SessionId("s-qxgone2");
    static final SessionId RUNNING = new SessionId("s-running");
    static final Staff ADMIN = new Staff("ad01", "A. Admin", Staff.Role.ADMINISTRATOR);

    private final vigil.engine.Bedside bedside =
            vigil.engine.Bedside.started().every(Duration.ofMinutes(1)).leavesPumpUnchecked();
    private Instant firstClosed = Instant.EPOCH;
    private Instant secondClosed = Instant.EPOCH;

    /** Everything, up to an infusion that runs. */
    static ConsoleInUse busy() {
        ConsoleInUse console = new ConsoleInUse().users();
        console.firstClosed = console.course(FIRST, GONE + "Alpha").closed();
        console.told(GONE + " told after the end");
        console.secondClosed = console.course(SECOND, GONE + "Beta").closed();
        console.told(GONE + " remembered later").between();
        return console.course(RUNNING, "Winter").running();
    }

    private ConsoleInUse users() {
        PinHash pin = new PinHash("$argon2id$v=19$m=65536,t=3,p=1$abc$def");
        bedside.does(new PeopleEvent.UserAdded(bedside.now(), ADMIN, pin, ADMIN))
                .does(new PeopleEvent.SignedIn(bedside.now(), ADMIN))
                .chooses(SiteSetting.STALE_S, "12");
        return this;
    }

    ConsoleInUse course(SessionId id, String name) {
        Patient patient = new Patient(
                name, name + " given", name + "-0412", LocalDate.of(1971, 3, 14), name + " allergy", name + " room");
        bedside.does(new Event.DraftKept(bedside.now(), "patient", Map.of("family", name)))
                .passes(Duration.ofMinutes(1))
                .does(new Event.SessionOpened(
                        bedside.now(), id, patient, vigil.engine.Bedside.SYDNEY, vigil.engine.Bedside.NURSE))
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .reads()
                .binds(vigil.engine.Bedside.PUMP)
                .weighs("70")
                .fills("4")
                .assesses()
                .orders("1.75", RateOrder.Kind.START)
                .observes(vigil.engine.Bedside.fullSet())
                .checks(PumpCheck.Occasion.START)
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(40))
                .does(new Event.NoteAdded(bedside.now(), name + " note", vigil.engine.Bedside.NURSE));
        return this;
    }

    /** Ceased, observed for four hours, released. */
    Instant closed() {
        bedside.alarms("INA3", AlarmClass.OCCLUSION)
                .runs(Duration.ofMinutes(2))
                .alarmEnds("INA3", AlarmClass.OCCLUSION)
                .explains(StopReason.OTHER)
                .ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(1));
        for (int quarter = 0; quarter < 17; quarter++) {
            bedside.runs(Duration.ofMinutes(15)).observes(vigil.engine.Bedside.fullSet());
        }
        bedside.reviews()
                .does(new Event.Signed(
                        bedside.now(),
                        SignatureMeaning.OBSERVATIONS_COMPLETE,
                        "ab".repeat(32),
                        vigil.engine.Bedside.NURSE))
                .releases()
                .plansDischarge();
        assertThat(bedside.session().isOpen()).isFalse();
        return bedside.now().utc();
    }

    private ConsoleInUse told(String text) {
        bedside.runs(Duration.ofMinutes(5))
                .does(new Event.NoteAdded(bedside.now(), text, vigil.engine.Bedside.NURSE))
                .does(new Event.DraftKept(bedside.now(), "note", Map.of("text", text)))
                .runs(Duration.ofMinutes(5))
                .does(new PeopleEvent.SignedIn(bedside.now(), ADMIN))
                .does(new Event.SettingChanged(bedside.now(), "printer", "", "ward printer", ADMIN))
                .does(new Event.SoundChecked(bedside.now(), true, ADMIN))
                .does(new Event.BackupMade(bedside.now(), 7));
        return this;
    }

    /** What stands at the console when the next patient comes was said before. */
    private ConsoleInUse between() {
        bedside.clockSteps(Duration.ofSeconds(7))
                .alarms("MAINS", AlarmClass.MAINS_LOST)
                .runs(Duration.ofMinutes(1))
                .restarts(Duration.ofDays(20), false)
                .chooses(SiteSetting.STALE_S, "15")
                .linkIs(new LinkState.Live())
                .alarms("MAINS", AlarmClass.MAINS_LOST)
                .acknowledges("PUMP:50111:MAINS")
                .alarms("BATT", AlarmClass.BATTERY_LOW)
                .does(new PeopleEvent.SignInFailed(bedside.now(), Optional.of("ad01")))
                .runs(Duration.ofMinutes(3));
        return this;
    }

    private ConsoleInUse running() {
        bedside.alarms("NEAR", AlarmClass.NEAR_END).runs(Duration.ofMinutes(7));
        return this;
    }

    vigil.engine.Bedside bedside() {
        return bedside;
    }

    List<Event> events() {
        return bedside.events();
    }

    /** When the first of the sessions that are over was closed. */
    Instant firstClosed() {
        return firstClosed;
    }

    Instant secondClosed() {
        return secondClosed;
    }

    /** Writes it all into the journal of a data directory. */
    Head in(Path data) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            for (Event event : events()) {
                assertThat(journal.append(event).sequence()).isPositive();
            }
            journal.force();
            return journal.head();
        }
    }
}
