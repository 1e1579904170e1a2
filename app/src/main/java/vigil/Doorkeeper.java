package vigil;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.Countersign;
import vigil.people.Credentials;
import vigil.people.People;
import vigil.people.Pin;
import vigil.people.Presence;
import vigil.people.Right;
import vigil.people.User;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.SiteSetting;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.PeopleActions;

/**
 * Says who acts at the window, and what he may not do before a PIN. What the window asks may come from any thread; the rest
 * belongs to the session thread.
 */
final class Doorkeeper implements PeopleActions {
    private static final String SIGN_IN_FIRST = "sign in first (Ctrl+L); only alarms are attended to without";
    private static final String PIN_NEEDED = "this needs the PIN of the person who signs or checks";

    private final Staff unsigned;
    private final PinDesk desk;
    private volatile boolean touched;
    private Optional<Moment> lastTouch = Optional.empty();

    /** {@code unsigned}: who acts at a console that has no users. */
    Doorkeeper(Staff unsigned, PinDesk desk) {
        this.unsigned = unsigned;
        this.desk = desk;
    }

    /** Who acts now. */
    Staff acting(People people) {
        return people.isEmpty() ? unsigned : people.presence().acting().orElse(People.BREAK_GLASS);
    }

    /** Why whoever acts cannot enter {@code entry} like this; empty when he can try. */
    Optional<String> refusal(People people, Event.ByPerson entry) {
        return signedOut(people, entry)
                .or(() -> Countersign.neededBy(entry)
                        .filter(_ -> !people.isEmpty())
                        .map(_ -> PIN_NEEDED));
    }

    /** Why nobody can enter {@code entry} before somebody signs in; empty when that stands in nobody's way. */
    Optional<String> signedOut(People people, Event.ByPerson entry) {
        boolean may = people.isEmpty() || people.presence().acting().isPresent() || isForEverybody(entry);
        return may ? Optional.empty() : Optional.of(SIGN_IN_FIRST);
    }

    private static boolean isForEverybody(Event.ByPerson entry) {
        return Right.neededBy(entry).isOf(Staff.Role.NOBODY);
    }

    /** Locks a console that nobody has touched for the site's time; hides nothing. */
    void watch(Moment now, Asked.Session session) {
        if (touched) {
            touched = false;
            lastTouch = Optional.of(now);
        }
        boolean idle = lastTouch
                .map(last ->
                        now.since(last).compareTo(session.state().settings().minutes(SiteSetting.LOCK_MIN)) >= 0)
                .orElse(true);
        if (idle) {
            leave(PeopleEvent.Leaving.IDLE, now, session);
        }
    }

    private static void leave(PeopleEvent.Leaving how, Moment now, Asked.Session session) {
        Optional<Staff> left = switch (session.people().presence()) {
            case Presence.SignedIn(Staff who) -> Optional.of(who);
            case Presence.Locked(Staff who) ->
                how == PeopleEvent.Leaving.SIGNED_OUT ? Optional.of(who) : Optional.empty();
            case Presence.Nobody() -> Optional.empty();
        };
        left.flatMap(who -> session.accept(new PeopleEvent.ConsoleLeft(now, who, how)))
                .ifPresent(reason -> {
                    throw new IllegalStateException("leaving the console cannot be refused: " + reason);
                });
    }

    // What the window asks

    @Override
    public void touched() {
        touched = true;
    }

    @Override
    public void leave(boolean forGood) {
        PeopleEvent.Leaving how = forGood ? PeopleEvent.Leaving.SIGNED_OUT : PeopleEvent.Leaving.LOCKED;
        desk.ask((now, session) -> leave(how, now, session), _ -> {});
    }

    @Override
    public void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
        Optional<Pin.Fault> fault = chosen.flatMap(pin -> fault(pin, given));
        if (fault.isPresent()) {
            answer.accept(new Answer.PinFault(fault.get()));
        } else {
            desk.prove(given, chosen, answer, this::signedIn);
        }
    }

    private static Optional<Pin.Fault> fault(Pin chosen, Credentials given) {
        return chosen.equals(given.pin()) ? Optional.of(Pin.Fault.SAME) : chosen.fault(People.id(given.userId()));
    }

    private Answer signedIn(User user, Optional<PinHash> fresh, Moment now, Asked.Session session) {
        if (user.temporary() && fresh.isEmpty()) {
            return new Answer.ChooseOwn();
        }
        Staff who = user.staff();
        lastTouch = Optional.of(now);
        return answer(fresh.flatMap(pin -> session.accept(new PeopleEvent.PinSet(now, who.userId(), pin, who)))
                .or(() -> session.accept(new PeopleEvent.SignedIn(now, who))));
    }

    @Override
    public void countersign(Credentials given, ConsoleActions.Entry entry, Consumer<Answer> answer) {
        desk.prove(
                given,
                Optional.empty(),
                answer,
                (user, _, now, session) -> user.temporary()
                        ? new Answer.ChooseOwn()
                        : answer(countersigned(user.staff(), entry.made(now, acting(session.people())), session)));
    }

    /** Who signs needs nobody else to be signed in; a second check needs the first person. */
    private Optional<String> countersigned(Staff proved, Event.ByPerson entry, Asked.Session session) {
        boolean signature = Countersign.neededBy(entry).equals(Optional.of(Countersign.SIGNATURE));
        return (signature ? Optional.<String>empty() : signedOut(session.people(), entry))
                .or(() -> session.accept(Countersign.by(proved, entry)));
    }

    @Override
    public void change(Change change, Consumer<Answer> answer) {
        switch (change) {
            case Change.Add(Staff user, Pin pin) ->
                desk.hash(user.userId(), pin, answer, (hash, now, session) -> added(user, hash, now, session));
            case Change.SetPin(String id, Pin pin) ->
                desk.hash(
                        id,
                        pin,
                        answer,
                        (hash, now, session) ->
                                entered(new PeopleEvent.PinSet(now, id, hash, acting(session.people())), session));
            case Change.GiveRole(String id, Staff.Role role) ->
                desk.ask(
                        (now, session) -> answer.accept(
                                entered(new PeopleEvent.RoleChanged(now, id, role, acting(session.people())), session)),
                        answer);
            case Change.SetAccess(String id, boolean allowed, String reason) ->
                desk.ask(
                        (now, session) -> answer.accept(entered(
                                new PeopleEvent.AccessChanged(now, id, allowed, reason, acting(session.people())),
                                session)),
                        answer);
        }
    }

    private static Answer entered(PeopleEvent event, Asked.Session session) {
        return answer(session.accept(event));
    }

    /** The first user adds himself, and is signed in at once. */
    private Answer added(Staff user, PinHash pin, Moment now, Asked.Session session) {
        boolean first = session.people().isEmpty();
        Staff by = first ? user : acting(session.people());
        Optional<String> refusal = session.accept(new PeopleEvent.UserAdded(now, user, pin, by));
        if (refusal.isEmpty() && first) {
            lastTouch = Optional.of(now);
            return entered(new PeopleEvent.SignedIn(now, user), session);
        }
        return answer(refusal);
    }

    private static Answer answer(Optional<String> refusal) {
        return refusal.<Answer>map(Answer.Refused::new).orElseGet(Answer.Accepted::new);
    }
}
