package vigil.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.Staff;

/**
 * The users of this console and who is signed in: the fold of what happened to them. A start of the program signs everybody
 * out; delays after wrong PINs survive it. Immutable.
 *
 * @param users by user id, in the order they were added
 * @param recent ids of who signed in last, newest first
 */
public record People(Map<String, User> users, Presence presence, List<String> recent) {
    public static final People NONE = new People(Map.of(), new Presence.Nobody(), List.of());

    /** Whoever acts while nobody is signed in, at a console that has users: only to attend to an alarm. */
    public static final Staff BREAK_GLASS = new Staff("break-glass", "Break-glass (not signed in)", Staff.Role.NOBODY);

    private static final int MOST_RECENT = 4;

    /** An id as it is kept: people type it in capitals and with spaces around it. */
    public static String id(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** True while nobody has ever been added: the console then works without sign-in. */
    public boolean isEmpty() {
        return users.isEmpty();
    }

    public Optional<User> user(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /** The people after {@code event}, which came at {@code elapsed}, elapsed time of the console. */
    public People after(Event event, Duration elapsed) {
        return switch (event) {
            case Event.ConsoleStarted _ -> with(new Presence.Nobody());
            case PeopleEvent it -> after(it, elapsed);
            case Event.ByProgram _, Event.ByPerson _ -> this;
        };
    }

    private People after(PeopleEvent event, Duration elapsed) {
        return switch (event) {
            case PeopleEvent.UserAdded it -> with(User.added(it.user(), it.pin(), isByAnother(it.user(), it.by())));
            case PeopleEvent.RoleChanged it ->
                changed(it.userId(), user -> user.with(it.role())).leftBy(it.userId());
            case PeopleEvent.PinSet it ->
                changed(it.userId(), user -> user.with(it.pin(), isByAnother(user.staff(), it.by())));
            case PeopleEvent.AccessChanged it ->
                changed(it.userId(), user -> user.allowed(it.allowed())).leftBy(it.userId());
            case PeopleEvent.SignedIn it ->
                changed(it.who().userId(), User::signedIn)
                        .with(new Presence.SignedIn(it.who()))
                        .recently(it.who());
            case PeopleEvent.SignInFailed it ->
                it.userId().map(id -> changed(id, user -> user.failed(elapsed))).orElse(this);
            case PeopleEvent.ConsoleLeft it -> left(it);
            case PeopleEvent.AdministratorRecovered it ->
                changed(it.userId(), user -> user.with(it.pin(), true).allowed(true));
            case PeopleEvent.RecoveryRefused _ -> this;
        };
    }

    private static boolean isByAnother(Staff user, Staff by) {
        return !user.userId().equals(by.userId());
    }

    private interface Change {
        User of(User user);
    }

    private People changed(String id, Change change) {
        return user(id).map(user -> with(change.of(user))).orElse(this);
    }

    private People with(User user) {
        Map<String, User> next = new LinkedHashMap<>(users);
        next.put(user.staff().userId(), user);
        return new People(Collections.unmodifiableMap(next), presence, recent);
    }

    private People with(Presence next) {
        return presence.equals(next) ? this : new People(users, next, recent);
    }

    /** What a person may do has changed: he signs in anew. */
    private People leftBy(String id) {
        boolean concerned =
                presence.acting().map(who -> who.userId().equals(id)).orElse(false);
        return concerned ? with(new Presence.Nobody()) : this;
    }

    private People left(PeopleEvent.ConsoleLeft event) {
        return switch (event.how()) {
            case SIGNED_OUT -> with(new Presence.Nobody());
            case LOCKED, IDLE -> with(new Presence.Locked(event.who()));
        };
    }

    private People recently(Staff who) {
        List<String> next = new ArrayList<>(recent);
        next.remove(who.userId());
        next.addFirst(who.userId());
        return new People(users, presence, List.copyOf(next.subList(0, Math.min(MOST_RECENT, next.size()))));
    }

    /** What may be seen of all this at {@code now}, elapsed time of the console. Never a PIN's hash. */
    public PeopleSight sight(Duration now) {
        List<PeopleSight.Person> staff = users.values().stream()
                .map(user -> new PeopleSight.Person(
                        user.staff(),
                        user.allowed(),
                        user.temporary(),
                        user.throttle().left(now)))
                .toList();
        return new PeopleSight(staff, presence, recent);
    }
}
