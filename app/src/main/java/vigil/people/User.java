package vigil.people;

import java.time.Duration;
import vigil.session.PinHash;
import vigil.session.Staff;

/**
 * A person who may work at this console. Immutable.
 *
 * @param temporary the PIN was set by somebody else and only opens the choice of an own one
 * @param allowed false while the user may not sign in
 */
public record User(Staff staff, PinHash pin, boolean temporary, boolean allowed, Throttle throttle) {

    static User added(Staff staff, PinHash pin, boolean temporary) {
        return new User(staff, pin, temporary, true, Throttle.NONE);
    }

    public boolean isAdministrator() {
        return allowed && staff.role() == Staff.Role.ADMINISTRATOR;
    }

    User with(Staff.Role role) {
        return new User(new Staff(staff.userId(), staff.name(), role), pin, temporary, allowed, throttle);
    }

    User with(PinHash next, boolean byAnother) {
        return new User(staff, next, byAnother, allowed, Throttle.NONE);
    }

    User allowed(boolean may) {
        return new User(staff, pin, temporary, may, throttle);
    }

    User failed(Duration now) {
        return new User(staff, pin, temporary, allowed, throttle.failed(now));
    }

    User signedIn() {
        return new User(staff, pin, temporary, allowed, Throttle.NONE);
    }
}
