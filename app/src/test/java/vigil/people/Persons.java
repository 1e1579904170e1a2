package vigil.people;

import java.time.Duration;
import java.time.Instant;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.Staff;

/** People of a ward. */
final class Persons {
    static final Moment AT = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 2);
    static final Staff ADMIN = new Staff("root1", "R. Gray", Staff.Role.ADMINISTRATOR);
    static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    static final Staff OTHER_NURSE = new Staff("ef56", "E. Frost RN", Staff.Role.NURSE);
    static final Staff PHYSICIAN = new Staff("cd34", "C. Doe FFPMANZCA", Staff.Role.PHYSICIAN);
    static final Staff ENGINEER = new Staff("gh78", "G. Hill", Staff.Role.BIOMEDICAL);
    static final PinHash PIN = new PinHash("one");
    static final PinHash OTHER_PIN = new PinHash("other");

    private Persons() {}

    static People of(Event... events) {
        People people = People.NONE;
        for (Event event : events) {
            people = people.after(event, Duration.ZERO);
        }
        return people;
    }

    /** The administrator has added a nurse, a physician and an engineer. */
    static People ward() {
        return of(added(ADMIN, ADMIN), added(NURSE, ADMIN), added(PHYSICIAN, ADMIN), added(ENGINEER, ADMIN));
    }

    static PeopleEvent added(Staff user, Staff by) {
        return new PeopleEvent.UserAdded(AT, user, PIN, by);
    }

    static PeopleEvent signedIn(Staff who) {
        return new PeopleEvent.SignedIn(AT, who);
    }
}
