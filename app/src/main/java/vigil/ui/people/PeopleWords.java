package vigil.ui.people;

import vigil.people.PeopleSight;
import vigil.people.Presence;
import vigil.people.Right;
import vigil.session.Staff;
import vigil.ui.parts.Phrases;

/** Who is signed in, in words. */
public final class PeopleWords {
    private PeopleWords() {}

    /** One line that stands on every view. */
    public static String presence(PeopleSight people, Phrases phrases) {
        return switch (people.presence()) {
            case Presence.SignedIn(Staff who) -> phrases.text("people.signed-in", who.name());
            case Presence.Locked(Staff who) -> phrases.text("people.locked", who.name());
            case Presence.Nobody() -> phrases.text("people.nobody");
        };
    }

    /** The word on the rail: what a touch does. */
    static String toggle(PeopleSight people, Phrases phrases) {
        return phrases.text(people.presence().acting().isPresent() ? "people.lock" : "people.rail");
    }

    static String role(Staff.Role role, Phrases phrases) {
        return phrases.text("role." + role);
    }

    /** True when whoever is signed in may change users. */
    static boolean mayChange(PeopleSight people) {
        return people.presence().acting().map(who -> Right.PEOPLE.isOf(who.role())).orElse(false);
    }
}
