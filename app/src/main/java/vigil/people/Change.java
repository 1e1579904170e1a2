package vigil.people;

import vigil.session.Staff;

/** A change to the users of the console that an administrator asks for. */
public sealed interface Change {
    /** The first user adds himself; then the console is his at once. */
    record Add(Staff user, Pin pin) implements Change {}

    record GiveRole(String userId, Staff.Role role) implements Change {}

    /** A PIN that opens nothing but the choice of an own one. */
    record SetPin(String userId, Pin pin) implements Change {}

    record SetAccess(String userId, boolean allowed, String reason) implements Change {}
}
