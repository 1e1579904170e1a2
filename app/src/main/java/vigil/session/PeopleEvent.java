package vigil.session;

import java.util.Optional;
import vigil.pump.Moment;

/**
 * Who may work at this console, and who does: the users of the console are the fold of these events, whatever session is
 * open. No session is changed by one. Immutable.
 */
public sealed interface PeopleEvent extends Event {

    /** A new user with a first PIN. The first user of a console adds himself and is an administrator. */
    record UserAdded(Moment at, Staff user, PinHash pin, Staff by) implements PeopleEvent {}

    record RoleChanged(Moment at, String userId, Staff.Role role, Staff by) implements PeopleEvent {}

    /** A PIN that somebody else has set opens nothing but the choice of an own one. */
    record PinSet(Moment at, String userId, PinHash pin, Staff by) implements PeopleEvent {}

    /** A user may not sign in any more, or may again, and why. What he did stays his. */
    record AccessChanged(Moment at, String userId, boolean allowed, String reason, Staff by) implements PeopleEvent {}

    record SignedIn(Moment at, Staff who) implements PeopleEvent {}

    /**
     * Somebody could not prove who he is.
     *
     * @param userId empty where no user of that id exists: what was typed there may have been a PIN
     */
    record SignInFailed(Moment at, Optional<String> userId) implements PeopleEvent {}

    /** Nobody is signed in any more. Alarms and values stay as they are. */
    record ConsoleLeft(Moment at, Staff who, Leaving how) implements PeopleEvent {}

    /** How a person left the console. */
    enum Leaving {
        SIGNED_OUT,
        LOCKED,
        /** Nothing was touched for the site's time. */
        IDLE
    }

    /** An administrator's forgotten PIN was replaced by the owner of the data directory, through a file in it. */
    record AdministratorRecovered(Moment at, String userId, PinHash pin) implements PeopleEvent {}

    /** Such a file was found and did not say what it must; the reason in one line. */
    record RecoveryRefused(Moment at, String reason) implements PeopleEvent {}
}
