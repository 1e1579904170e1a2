package vigil.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vigil.session.PeopleEvent;
import vigil.session.Staff;

/**
 * The list of staff and the sign-in log. Takes every event of people from the first one, also those whose rows the database
 * holds already. Used by one thread.
 */
final class PeopleRows {
    private final Statements rows;
    private final Map<String, Person> people = new HashMap<>();

    PeopleRows(Statements rows) {
        this.rows = rows;
    }

    /** One row of table {@code staff}. */
    record Person(
            Staff staff,
            boolean allowed,
            boolean temporary,
            int failures,
            Instant added,
            Instant pinSet,
            Optional<Instant> signedIn) {
        Person role(Staff.Role role) {
            Staff next = new Staff(staff.userId(), staff.name(), role);
            return new Person(next, allowed, temporary, failures, added, pinSet, signedIn);
        }

        Person pin(boolean byAnother, Instant at) {
            return new Person(staff, allowed, byAnother, 0, added, at, signedIn);
        }

        Person allowed(boolean may) {
            return new Person(staff, may, temporary, failures, added, pinSet, signedIn);
        }

        Person failed() {
            return new Person(staff, allowed, temporary, failures + 1, added, pinSet, signedIn);
        }

        Person signedIn(Instant at) {
            return new Person(staff, allowed, temporary, 0, added, pinSet, Optional.of(at));
        }
    }

    /** One line of table {@code people_log}, without its sequence and time. */
    private record Line(String what, Optional<String> user, Optional<Staff> by, String old, String now, String reason) {
        static Line of(String what, String user, Staff by) {
            return new Line(what, Optional.of(user), Optional.of(by), "", "", "");
        }

        Line change(String before, String after, String why) {
            return new Line(what, user, by, before, after, why);
        }
    }

    /** Every row as it stands. */
    Map<String, Person> all() {
        return Map.copyOf(people);
    }

    /** Goes on from rows that are in the database already. */
    void resume(Map<String, Person> rows) {
        people.putAll(rows);
    }

    /** {@code isNew}: the database does not hold its rows yet. */
    void take(long sequence, PeopleEvent event, boolean isNew) throws SQLException {
        Line line = line(event);
        Optional<Person> changed = line.user().flatMap(id -> changed(id, event));
        changed.ifPresent(person -> people.put(person.staff().userId(), person));
        if (isNew) {
            write(sequence, event.at().utc(), line);
            if (changed.isPresent()) {
                write(changed.get());
            }
        }
    }

    private Line line(PeopleEvent event) {
        return switch (event) {
            case PeopleEvent.UserAdded it ->
                Line.of("USER_ADDED", it.user().userId(), it.by())
                        .change("", it.user().role().name(), "");
            case PeopleEvent.RoleChanged it ->
                Line.of("ROLE_CHANGED", it.userId(), it.by())
                        .change(role(it.userId()), it.role().name(), "");
            case PeopleEvent.PinSet it -> Line.of("PIN_SET", it.userId(), it.by());
            case PeopleEvent.AccessChanged it ->
                Line.of("ACCESS_CHANGED", it.userId(), it.by())
                        .change(word(!it.allowed()), word(it.allowed()), it.reason());
            case PeopleEvent.SignedIn it -> Line.of("SIGNED_IN", it.who().userId(), it.who());
            case PeopleEvent.SignInFailed it -> new Line("SIGN_IN_FAILED", it.userId(), Optional.empty(), "", "", "");
            case PeopleEvent.ConsoleLeft it -> Line.of(it.how().name(), it.who().userId(), it.who());
            case PeopleEvent.AdministratorRecovered it ->
                new Line("ADMINISTRATOR_RECOVERED", Optional.of(it.userId()), Optional.empty(), "", "", "");
            case PeopleEvent.RecoveryRefused it ->
                new Line("RECOVERY_REFUSED", Optional.empty(), Optional.empty(), "", "", it.reason());
        };
    }

    private String role(String id) {
        return Optional.ofNullable(people.get(id))
                .map(person -> person.staff().role().name())
                .orElse("");
    }

    private static String word(boolean allowed) {
        return allowed ? "ALLOWED" : "NOT_ALLOWED";
    }

    private Optional<Person> changed(String id, PeopleEvent event) {
        Instant at = event.at().utc();
        Optional<Person> before = Optional.ofNullable(people.get(id));
        return switch (event) {
            case PeopleEvent.UserAdded it -> Optional.of(added(it));
            case PeopleEvent.RoleChanged it -> before.map(person -> person.role(it.role()));
            case PeopleEvent.PinSet it ->
                before.map(person -> person.pin(!it.by().userId().equals(id), at));
            case PeopleEvent.AccessChanged it -> before.map(person -> person.allowed(it.allowed()));
            case PeopleEvent.SignedIn _ -> before.map(person -> person.signedIn(at));
            case PeopleEvent.SignInFailed _ -> before.map(Person::failed);
            case PeopleEvent.AdministratorRecovered _ ->
                before.map(person -> person.pin(true, at).allowed(true));
            case PeopleEvent.ConsoleLeft _, PeopleEvent.RecoveryRefused _ -> Optional.empty();
        };
    }

    private static Person added(PeopleEvent.UserAdded event) {
        Instant at = event.at().utc();
        boolean byAnother = !event.by().userId().equals(event.user().userId());
        return new Person(event.user(), true, byAnother, 0, at, at, Optional.empty());
    }

    private void write(long sequence, Instant at, Line line) throws SQLException {
        rows.add(
                Table.PEOPLE_LOG,
                sequence,
                at,
                line.what(),
                line.user(),
                line.by().map(Staff::userId),
                line.old(),
                line.now(),
                line.reason());
    }

    private void write(Person person) throws SQLException {
        rows.add(
                Table.STAFF,
                person.staff().userId(),
                person.staff().name(),
                person.staff().role(),
                person.allowed(),
                person.temporary(),
                person.failures(),
                person.added(),
                person.pinSet(),
                person.signedIn());
    }
}
