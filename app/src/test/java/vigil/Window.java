package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vigil.engine.Foresight;
import vigil.people.Answer;
import vigil.people.Argon2;
import vigil.people.Change;
import vigil.people.Credentials;
import vigil.people.People;
import vigil.people.Pin;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.Staff;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.history.Archive;

/** The window of a bedside and whoever stands at it, on a clock that goes on when told; PINs are cheap here. */
final class Window implements AutoCloseable, Asked.Session {
    static final Staff UNSIGNED = new Staff("console", "Not signed in", Staff.Role.NURSE);
    static final Staff ADMIN = new Staff("root1", "R. Gray", Staff.Role.ADMINISTRATOR);
    static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    static final Staff OTHER = new Staff("ef56", "E. Frost RN", Staff.Role.NURSE);
    static final Pin FIRST = new Pin("100200");
    static final Pin RIGHT = new Pin("493027");
    static final Pin WRONG = new Pin("493028");

    private static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1, 1);

    private final Path folder;
    private final Deque<Runnable> looks = new ArrayDeque<>();
    private boolean slow;
    private Asked asked = asked();
    private final List<Event> taken = new ArrayList<>();
    private Bedside bedside;
    private Moment now = Openings.START;

    Window(Path folder) throws Exception {
        this.folder = folder;
        bedside = Bedside.open(folder);
        Openings.opened("s-test1").forEach(event -> assertThat(accept(event)).isEmpty());
    }

    private Asked asked() {
        return new Asked(
                UNSIGNED,
                Optional.empty(),
                Archive.NONE,
                look -> {
                    if (slow) {
                        looks.add(look);
                    } else {
                        look.run();
                    }
                },
                CHEAP);
    }

    /** An administrator, and nurses who have PINs of their own; nobody is signed in. */
    static Window ward(Path folder) throws Exception {
        Window window = new Window(folder);
        assertThat(window.changes(new Change.Add(ADMIN, RIGHT))).isEqualTo(new Answer.Accepted());
        for (Staff nurse : List.of(NURSE, OTHER)) {
            assertThat(window.changes(new Change.Add(nurse, FIRST))).isEqualTo(new Answer.Accepted());
        }
        for (Staff nurse : List.of(NURSE, OTHER)) {
            assertThat(window.signsIn(nurse, FIRST, Optional.of(RIGHT))).isEqualTo(new Answer.Accepted());
        }
        window.leaves(true);
        return window;
    }

    @Override
    public Optional<String> accept(Event event) {
        Optional<String> refusal = bedside.accept(event);
        if (refusal.isEmpty()) {
            taken.add(event);
        }
        return refusal;
    }

    @Override
    public Foresight foresee(Event event) {
        return bedside.foresee(event);
    }

    @Override
    public People people() {
        return bedside.people();
    }

    @Override
    public Session state() {
        return bedside.session();
    }

    Bedside bedside() {
        return bedside;
    }

    /** What was taken so far, oldest first. */
    List<Event> taken() {
        return taken;
    }

    Window passes(Duration time) {
        now = now.plus(time);
        assertThat(accept(new Event.Tick(now))).isEmpty();
        asked.watch(now, this);
        return this;
    }

    Window touches() {
        asked.people().touched();
        asked.watch(now, this);
        return this;
    }

    Moment now() {
        return now;
    }

    /** PINs are looked at only once {@link #looked} is called. */
    Window slowly() {
        slow = true;
        return this;
    }

    Window looked() {
        looks.poll().run();
        asked.takeAll(now, this);
        return this;
    }

    Answer changes(Change change) {
        List<Answer> answers = new ArrayList<>();
        asked.people().change(change, answers::add);
        asked.takeAll(now, this);
        return answers.getFirst();
    }

    Answer signsIn(Staff who, Pin pin) {
        return signsIn(who, pin, Optional.empty());
    }

    Answer signsIn(Staff who, Pin pin, Optional<Pin> chosen) {
        return asksToSignIn(who.userId(), pin, chosen).getFirst();
    }

    /** The list holds the answer once it is there. */
    List<Answer> asksToSignIn(String id, Pin pin, Optional<Pin> chosen) {
        List<Answer> answers = new ArrayList<>();
        asked.people().signIn(new Credentials(id, pin), chosen, answers::add);
        asked.takeAll(now, this);
        return answers;
    }

    Window leaves(boolean forGood) {
        asked.people().leave(forGood);
        asked.takeAll(now, this);
        return this;
    }

    /** Why it was refused; empty when it was taken. */
    Optional<String> enters(Entry entry) {
        List<Optional<String>> answers = new ArrayList<>();
        asked.enter(entry, answers::add);
        asked.takeAll(now, this);
        return answers.getFirst();
    }

    Foresight foresees(Entry entry) {
        List<Foresight> answers = new ArrayList<>();
        asked.foresee(entry, answers::add);
        asked.takeAll(now, this);
        return answers.getFirst();
    }

    void acknowledges(String key) {
        asked.acknowledge(key);
        asked.takeAll(now, this);
    }

    Answer countersigns(Staff who, Pin pin, Entry entry) {
        List<Answer> answers = new ArrayList<>();
        asked.people().countersign(new Credentials(who.userId(), pin), entry, answers::add);
        asked.takeAll(now, this);
        return answers.getFirst();
    }

    /** As after a power cut. */
    Window startsAgain() throws Exception {
        bedside.settle(now);
        bedside.close();
        bedside = Bedside.open(folder);
        asked = asked();
        assertThat(accept(new Event.ConsoleStarted(now, "another boot", "1", false)))
                .isEmpty();
        return this;
    }

    @Override
    public void close() throws IOException {
        bedside.settle(now);
        bedside.close();
    }
}
