package vigil.ui.people;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.people.Answer;
import vigil.people.Countersign;
import vigil.people.Credentials;
import vigil.people.People;
import vigil.people.PeopleSight;
import vigil.people.Pin;
import vigil.people.Presence;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.PeopleActions;

/**
 * What is being asked of whoever stands at the console: nothing, who he is, a PIN of his own, or a signature. Outlives a
 * layout of the screen. Belongs to the JavaFX thread, on which the answers of {@code actions} have to arrive as well.
 */
public final class SignIn {
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    private static final String NOT_SIGNED = "not signed: no PIN was given";

    private final PeopleActions actions;
    private PeopleSight people = PeopleSight.NONE;
    private Mode mode = new Mode.Closed();
    private Said said = Said.NOTHING;
    private boolean looking;
    private Duration untouched = Duration.ZERO;
    private Runnable changed = () -> {};
    private Runnable usersWanted = () -> {};

    /** What is asked. */
    sealed interface Mode {
        record Closed() implements Mode {}

        record Open() implements Mode {}

        /** {@code given} was right and was set by somebody else. */
        record ChooseOwn(Credentials given) implements Mode {}

        /** The entry waits for the PIN of who signs or checks; {@code answer} is told once what became of it. */
        record Sign(Countersign what, String claimed, ConsoleActions.Entry entry, Consumer<Optional<String>> answer)
                implements Mode {}
    }

    /** A line beside the fields: a message key and its argument. */
    record Said(String key, String argument) {
        static final Said NOTHING = new Said("", "");
    }

    public SignIn(PeopleActions actions) {
        this.actions = actions;
    }

    /** {@code action} runs after every change; there is one panel at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    /** {@code action} brings the list of users forward, where the first one adds himself. */
    public void whenUsersWanted(Runnable action) {
        usersWanted = action;
    }

    PeopleActions actions() {
        return actions;
    }

    PeopleSight people() {
        return people;
    }

    Mode mode() {
        return mode;
    }

    Said said() {
        return said;
    }

    boolean isLooking() {
        return looking;
    }

    public boolean isOpen() {
        return !(mode instanceof Mode.Closed);
    }

    public void see(PeopleSight now) {
        people = now;
    }

    /** The id that stands in the field at first. */
    String expected() {
        return switch (mode) {
            case Mode.Closed(), Mode.ChooseOwn _ -> "";
            case Mode.Open() ->
                people.presence() instanceof Presence.Locked(Staff who) ? who.userId() : "";
            case Mode.Sign it -> people.person(it.claimed()).map(_ -> it.claimed()).orElse("");
        };
    }

    /** Locks the console of who is signed in; otherwise asks who is there, or stops asking. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else if (people.presence().acting().isPresent()) {
            actions.leave(false);
        } else if (people.hasUsers()) {
            become(new Mode.Open(), Said.NOTHING);
        } else {
            usersWanted.run();
        }
    }

    /** Asks whoever signs or checks for his PIN. {@code claimed}: the id that stands in the field at first. */
    void sign(Countersign what, String claimed, ConsoleActions.Entry entry, Consumer<Optional<String>> answer) {
        if (isSigning()) {
            answer.accept(Optional.of("another signature is being looked at; enter it again"));
            return;
        }
        close();
        become(new Mode.Sign(what, claimed, entry, answer), Said.NOTHING);
    }

    /** True while it is open whether an entry will be made. */
    private boolean isSigning() {
        return looking && mode instanceof Mode.Sign;
    }

    /** Stops asking. An entry that waited for a PIN is not made; one whose PIN is being looked at is waited for. */
    public void close() {
        if (isSigning()) {
            return;
        }
        if (mode instanceof Mode.Sign it) {
            it.answer().accept(Optional.of(said.key().equals("people.refused") ? said.argument() : NOT_SIGNED));
        }
        looking = false;
        become(new Mode.Closed(), Said.NOTHING);
    }

    private void become(Mode next, Said line) {
        mode = next;
        said = line;
        untouched = Duration.ZERO;
        changed.run();
    }

    private void say(String key, String argument) {
        said = new Said(key, argument);
        changed.run();
    }

    /** Who it is, and his PIN. */
    void submit(String id, String digits) {
        Credentials given = new Credentials(People.id(id), new Pin(digits));
        switch (mode) {
            case Mode.Closed(), Mode.ChooseOwn _ -> {}
            case Mode.Open() -> look(answer -> actions.signIn(given, Optional.empty(), answer), given);
            case Mode.Sign it -> look(answer -> actions.countersign(given, it.entry(), answer), given);
        }
    }

    /** The own PIN of somebody who had been given one, typed twice. */
    void choose(String digits, String again) {
        if (!digits.equals(again)) {
            say("people.pin.DIFFERENT", "");
        } else if (mode instanceof Mode.ChooseOwn(Credentials given)) {
            look(answer -> actions.signIn(given, Optional.of(new Pin(digits)), answer), given);
        }
    }

    private void look(Consumer<Consumer<Answer>> question, Credentials given) {
        if (looking) {
            return;
        }
        looking = true;
        Mode asked = mode;
        say("people.looking", "");
        question.accept(answer -> {
            if (mode.equals(asked)) {
                looking = false;
                answered(answer, given);
            }
        });
    }

    private void answered(Answer answer, Credentials given) {
        switch (answer) {
            case Answer.Accepted() -> accepted();
            case Answer.NotAccepted(Duration left) when left.isPositive() -> say("people.not-accepted-wait", seconds(left));
            case Answer.NotAccepted _ -> say("people.not-accepted", "");
            case Answer.Wait(Duration left) -> say("people.wait", seconds(left));
            case Answer.ChooseOwn() when mode instanceof Mode.Sign -> say("people.choose-first", "");
            case Answer.ChooseOwn() -> become(new Mode.ChooseOwn(given), Said.NOTHING);
            case Answer.PinFault(Pin.Fault fault) -> say("people.pin." + fault, "");
            case Answer.Refused(String reason) -> say("people.refused", reason);
        }
    }

    private static String seconds(Duration left) {
        return Long.toString(left.plusMillis(999).toSeconds());
    }

    private void accepted() {
        if (mode instanceof Mode.Sign it) {
            mode = new Mode.Closed();
            it.answer().accept(Optional.empty());
        }
        become(new Mode.Closed(), Said.NOTHING);
    }

    /** A key or the screen was touched. */
    public void touched() {
        untouched = Duration.ZERO;
        actions.touched();
    }

    /** Time passes; a panel that nobody touches goes away with whatever was typed into it. */
    public void passes(Duration time) {
        untouched = untouched.plus(time);
        if (isOpen() && untouched.compareTo(FORGOTTEN) >= 0) {
            close();
        }
    }
}
