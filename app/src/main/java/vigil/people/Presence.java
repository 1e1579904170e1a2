package vigil.people;

import java.util.Optional;
import vigil.session.Staff;

/** Who stands at the console. Whoever it is, everybody sees every alarm and every value. */
public sealed interface Presence {
    record Nobody() implements Presence {}

    record SignedIn(Staff who) implements Presence {}

    /** Still the console of {@code who}, but nothing is entered before a PIN. */
    record Locked(Staff who) implements Presence {}

    /** The person who acts; empty while nobody is signed in or the console is locked. */
    default Optional<Staff> acting() {
        return switch (this) {
            case SignedIn(Staff who) -> Optional.of(who);
            case Nobody _, Locked _ -> Optional.empty();
        };
    }
}
