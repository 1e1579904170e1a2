package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.people.Answer;
import vigil.people.Credentials;
import vigil.people.PeopleSight;
import vigil.people.PeopleSight.Person;
import vigil.people.Pin;
import vigil.people.Presence;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/** Draws sign-in and the list of people into a directory, to be looked at. Not a test. */
public final class PeopleGallery {
    static final Staff ADMIN = new Staff("gray", "R. Gray", Staff.Role.ADMINISTRATOR);
    static final Staff BROWN = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    static final Staff DOE = new Staff("cd34", "C. Doe FFPMANZCA", Staff.Role.PHYSICIAN);

    private PeopleGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(arguments[0]));
            for (String size : List.of("1280x800", "1024x600")) {
                for (Theme theme : Theme.values()) {
                    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                        draw(out, size, theme, language);
                    }
                }
            }
        } finally {
            Platform.exit();
        }
    }

    /** The ward's people; {@code presence} stands at the console. */
    static Snapshot with(Presence presence) {
        Snapshot calm = Samples.calm();
        PeopleSight people = new PeopleSight(
                List.of(
                        new Person(ADMIN, true, false, Duration.ZERO),
                        new Person(BROWN, true, false, Duration.ZERO),
                        new Person(DOE, true, true, Duration.ZERO),
                        new Person(
                                new Staff("ef56", "E. Frost RN", Staff.Role.NURSE),
                                true,
                                false,
                                Duration.ofSeconds(48)),
                        new Person(new Staff("gh78", "G. Hill", Staff.Role.BIOMEDICAL), false, false, Duration.ZERO)),
                presence,
                List.of("ab12", "cd34", "gray"));
        return new Snapshot(
                calm.now(),
                calm.simulated(),
                calm.zone(),
                calm.sessionId(),
                calm.patient(),
                calm.weight(),
                calm.course(),
                calm.dose(),
                calm.totals(),
                calm.link(),
                calm.recording(),
                calm.attention(),
                calm.due(),
                calm.lastObservation(),
                calm.trend(),
                calm.beside(),
                people,
                calm.care());
    }

    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        Console console = new Console(size, theme, language);
        console.show(Samples.calm(), View.PEOPLE).write(out, "people-begin");
        console.show(with(new Presence.Nobody()), View.BEDSIDE).toggle().write(out, "sign-in");
        console.type("#sign-in-id", "ab12")
                .type("#sign-in-pin", "111111")
                .fire("#sign-in-enter")
                .write(out, "sign-in-wrong");
        console.type("#sign-in-pin", "222222").fire("#sign-in-enter").write(out, "sign-in-own");
        console.toggle().show(with(new Presence.SignedIn(BROWN)), View.BEDSIDE).write(out, "signed-in");
        console.sign().write(out, "second-check");
        console.toggle()
                .show(with(new Presence.Locked(BROWN)), View.OBSERVE)
                .toggle()
                .write(out, "locked");
        console.toggle().show(with(new Presence.SignedIn(ADMIN)), View.PEOPLE).write(out, "people");
        console.choose(1).write(out, "people-chosen");
    }

    private static final class Console {
        private final String size;
        private final Theme theme;
        private final Locale language;
        private final ConsolePane pane;
        private final Scene scene;

        private Console(String size, Theme theme, Locale language) {
            this.size = size;
            this.theme = theme;
            this.language = language;
            String[] lengths = size.split("x");
            pane = onFx(() -> new ConsolePane(Words.of(language), theme, new Answering()));
            scene = onFx(() -> new Scene(pane, Integer.parseInt(lengths[0]), Integer.parseInt(lengths[1])));
        }

        private static <T> T onFx(Supplier<T> task) {
            CompletableFuture<T> done = new CompletableFuture<>();
            FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
            return done.join();
        }

        private Console does(Runnable task) {
            onFx(() -> {
                task.run();
                pane.applyCss();
                pane.layout();
                return pane;
            });
            onFx(() -> pane);
            return this;
        }

        Console show(Snapshot snapshot, View view) {
            return does(() -> {
                pane.show(snapshot);
                pane.select(view);
            });
        }

        Console toggle() {
            return does(pane::signInOrLock);
        }

        Console fire(String id) {
            return does(() -> ((ButtonBase) pane.lookup(id)).fire());
        }

        Console type(String id, String text) {
            return does(() -> ((TextInputControl) pane.lookup(id)).setText(text));
        }

        Console choose(int row) {
            return does(() -> ((ListView<?>) pane.lookup("#people-list"))
                    .getSelectionModel()
                    .select(row));
        }

        Console sign() {
            return does(() -> pane.desk()
                    .actions()
                    .enter((at, by) -> new Event.Signed(at, SignatureMeaning.HANDED_OVER, "ab", by), _ -> {}));
        }

        void write(Album out, String name) throws IOException {
            out.show(String.join("-", name, size, theme.name(), language.getLanguage()), scene);
        }
    }

    /** One PIN is wrong, another was set by somebody else. */
    private static final class Answering implements ConsoleActions, PeopleActions {
        @Override
        public PeopleActions people() {
            return this;
        }

        @Override
        public void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
            answer.accept(
                    given.pin().digits().startsWith("1")
                            ? new Answer.NotAccepted(Duration.ofSeconds(30))
                            : new Answer.ChooseOwn());
        }

        @Override
        public void acknowledge(String conditionKey) {
            throw new IllegalStateException(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new IllegalStateException("a picture has no sound");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            throw new IllegalStateException("a picture enters nothing");
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }
}
