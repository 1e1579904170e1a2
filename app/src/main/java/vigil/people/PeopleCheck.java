package vigil.people;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.Staff;

/**
 * Asks before something is entered whether the people of this console allow it. The reason is one English line. A console
 * without users allows everything, and so does an id that is no user's: only the program itself uses such.
 */
public final class PeopleCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{1,19}");
    private static final int LONGEST_NAME = 60;
    /** Ids that stand for no person in the record. */
    private static final Set<String> TAKEN =
            Set.of("break-glass", Staff.UNSIGNED.userId(), Staff.BY_HAND.userId(), "demo", "command-line", "unchecked");

    private final People people;

    private PeopleCheck(People people) {
        this.people = people;
    }

    /** Why {@code event} cannot be taken; empty when it can. */
    public static Optional<String> refusal(People people, Event event) {
        PeopleCheck check = new PeopleCheck(people);
        return switch (event) {
            case PeopleEvent it -> check.change(it);
            case Event.ByPerson it -> check.entry(it);
            case Event.ByProgram _ -> Optional.empty();
        };
    }

    private Optional<String> entry(Event.ByPerson entry) {
        return role(entry.by(), Right.neededBy(entry))
                .or(() -> Countersign.neededBy(entry)
                        .flatMap(_ -> Countersign.claimedBy(entry))
                        .flatMap(second -> role(second, Right.BEDSIDE)));
    }

    private Optional<String> role(Staff who, Right right) {
        return people.user(who.userId())
                .flatMap(user -> right.refusal(user.staff().role()));
    }

    private Optional<String> change(PeopleEvent event) {
        return switch (event) {
            case PeopleEvent.UserAdded it -> named(it.user()).or(() -> added(it));
            case PeopleEvent.RoleChanged it ->
                administrator(it.by())
                        .or(() -> unless(it.role() != Staff.Role.NOBODY, "a user has one of the four roles"))
                        .or(() -> concerning(it.userId()))
                        .or(() -> unless(
                                it.role() == Staff.Role.ADMINISTRATOR || isAnotherAdministrator(it.userId()),
                                "this is the last administrator"));
            case PeopleEvent.PinSet it ->
                concerning(it.userId())
                        .or(() -> it.by().userId().equals(it.userId()) ? Optional.empty() : administrator(it.by()));
            case PeopleEvent.AccessChanged it ->
                administrator(it.by())
                        .or(() -> concerning(it.userId()))
                        .or(() -> unless(!it.reason().isBlank(), "give the reason"))
                        .or(() -> unless(
                                it.allowed() || isAnotherAdministrator(it.userId()), "this is the last administrator"));
            case PeopleEvent.SignedIn it ->
                unless(people.user(it.who().userId()).filter(User::allowed).isPresent(), "not a user of this console");
            case PeopleEvent.AdministratorRecovered it ->
                unless(
                        people.user(it.userId())
                                .filter(user -> user.staff().role() == Staff.Role.ADMINISTRATOR)
                                .isPresent(),
                        "not an administrator of this console");
            case PeopleEvent.SignInFailed _, PeopleEvent.ConsoleLeft _, PeopleEvent.RecoveryRefused _ ->
                Optional.empty();
        };
    }

    private static Optional<String> named(Staff user) {
        boolean id = ID.matcher(user.userId()).matches() && !TAKEN.contains(user.userId());
        boolean name = !user.name().isBlank() && user.name().length() <= LONGEST_NAME;
        return unless(id, "a user id has 2 to 20 letters, digits, points or dashes")
                .or(() -> unless(name, "a name has 1 to 60 characters"))
                .or(() -> unless(user.role() != Staff.Role.NOBODY, "a user has one of the four roles"));
    }

    private Optional<String> added(PeopleEvent.UserAdded event) {
        if (people.isEmpty()) {
            boolean himself = event.by().userId().equals(event.user().userId());
            return unless(
                    himself && event.user().role() == Staff.Role.ADMINISTRATOR,
                    "the first user of a console is an administrator and adds himself");
        }
        return administrator(event.by())
                .or(() -> unless(people.user(event.user().userId()).isEmpty(), "there is a user with this id already"));
    }

    private Optional<String> administrator(Staff by) {
        return unless(
                people.user(by.userId()).filter(User::isAdministrator).isPresent(),
                "users are changed by an administrator");
    }

    private Optional<String> concerning(String id) {
        return unless(people.user(id).isPresent(), "there is no such user");
    }

    private boolean isAnotherAdministrator(String id) {
        return people.users().values().stream()
                .anyMatch(
                        user -> user.isAdministrator() && !user.staff().userId().equals(id));
    }

    private static Optional<String> unless(boolean allowed, String reason) {
        return allowed ? Optional.empty() : Optional.of(reason);
    }
}
