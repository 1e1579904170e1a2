package vigil.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.session.Staff;

/**
 * What a view may show about the people of the console. Immutable.
 *
 * @param staff every user, in the order they were added
 * @param recent ids of who signed in last, newest first
 */
public record PeopleSight(List<Person> staff, Presence presence, List<String> recent) {
    /** A console that knows no users. */
    public static final PeopleSight NONE = new PeopleSight(List.of(), new Presence.Nobody(), List.of());

    /**
     * A user without his PIN.
     *
     * @param left how long no PIN of his is looked at, after wrong ones
     */
    public record Person(Staff staff, boolean allowed, boolean temporaryPin, Duration left) {}

    public PeopleSight {
        staff = List.copyOf(staff);
        recent = List.copyOf(recent);
    }

    /** True when there is anybody to sign in. */
    public boolean hasUsers() {
        return !staff.isEmpty();
    }

    public Optional<Person> person(String id) {
        return staff.stream().filter(it -> it.staff().userId().equals(id)).findFirst();
    }
}
