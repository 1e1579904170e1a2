package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.pump.PumpIdentity;
import vigil.ui.settings.Appearance;

/** Draws the views beside the bedside view into a directory, to be looked at. Not a test. */
public final class ViewsGallery {
    static final List<String> SIZES = List.of("1280x800", "1024x600");

    private ViewsGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            draw(Album.in(Path.of(arguments[0])));
        } finally {
            Platform.exit();
        }
    }

    static void draw(Album out) throws IOException {
        for (String size : SIZES) {
            for (Theme theme : Theme.values()) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                    draw(out, new Console(size, theme, language));
                }
            }
        }
    }

    static void draw(Album out, Console console) throws IOException {
        console.show(Samples.calm(), View.OBSERVE).write(out, "observe-empty");
        console.type("015970").enter();
        console.fire("#rest-S").fire("#rest-D");
        console.show(Samples.calm(), View.OBSERVE).write(out, "observe-part");
        console.type("82132784520").enter().write(out, "observe-asks");
        if (console.size.equals("1024x600")) {
            console.fire("#turn");
        }
        console.focus("#item-S1").type("2").write(out, "observe-effects");
        if (console.size.equals("1024x600")) {
            console.fire("#turn");
        }
        console.focus("#item-DIASTOLIC").type("9").write(out, "observe-wrong");
        console.wire(WireSamples.sight(300)).show(Samples.alarming(), View.LINE).write(out, "wire");
        console.show(otherPump(), View.BEDSIDE).write(out, "other-pump");
        console.fire("#other-pump-right").write(out, "other-pump-sure");
        console.show(Samples.jumped(), View.BEDSIDE).write(out, "jumped");
        console.show(Samples.jumpedAboveMaximum(), View.BEDSIDE).write(out, "jumped-above");
        console.show(Samples.jumpedAsCharted(), View.BEDSIDE).write(out, "jumped-charted");
        console.show(Samples.pumpCheckDue(Samples.NOW.minusSeconds(240)), View.BEDSIDE)
                .write(out, "check-due");
        console.show(Samples.pumpCheckDue(Samples.NOW.plusSeconds(240)), View.BEDSIDE)
                .write(out, "check-next");
    }

    static Snapshot otherPump() {
        Samples.Builder other = new Samples.Builder();
        other.dose = Samples.stale().dose();
        other.conditions =
                List.of(Samples.condition("OTHER_PUMP", AlarmKind.OTHER_PUMP, Origin.TECHNICAL, AlarmPriority.MEDIUM));
        other.link = new Snapshot.Link(
                other.link.state(),
                other.link.pump(),
                other.link.bound(),
                false,
                Optional.of(new PumpIdentity("Perfusor Space", Optional.of("1400-9914"), "50111")));
        return other.build();
    }

    /** One console that is used and photographed. */
    static final class Console {
        private final String size;
        private final Theme theme;
        private final Locale language;
        private final ConsolePane pane;
        private final Scene scene;

        Console(String size, Theme theme, Locale language) {
            this(size, theme, language, new Foreseeing());
        }

        Console(String size, Theme theme, Locale language, ConsoleActions actions) {
            this(size, theme, language, ConsoleSettings.of(Appearance.of(language, theme)), actions);
        }

        Console(String size, Theme theme, Locale language, ConsoleSettings settings) {
            this(size, theme, language, settings, new Foreseeing());
        }

        Console(String size, Theme theme, Locale language, ConsoleSettings settings, ConsoleActions actions) {
            this.size = size;
            this.theme = theme;
            this.language = language;
            String[] lengths = size.split("x");
            pane = onFx(() -> new ConsolePane(Words.of(language), settings, actions));
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
            // What was answered meanwhile has been shown once another task has had its turn.
            onFx(() -> pane);
            return this;
        }

        Console show(Snapshot snapshot, View view) {
            return does(() -> {
                pane.show(snapshot);
                pane.select(view);
            });
        }

        Console wire(vigil.ui.wire.WireSight sight) {
            return does(() -> pane.show(sight));
        }

        Console does(Consumer<ConsolePane> task) {
            return does(() -> task.accept(pane));
        }

        Console fire(String id) {
            return does(() -> ((ButtonBase) pane.lookup(id)).fire());
        }

        Console choose(String list, int row) {
            return does(() -> ((javafx.scene.control.ListView<?>) pane.lookup(list))
                    .getSelectionModel()
                    .select(row));
        }

        Console focus(String id) {
            return does(() -> {
                Node node = pane.lookup(id);
                Event.fireEvent(node, press());
            });
        }

        private static javafx.scene.input.MouseEvent press() {
            return new javafx.scene.input.MouseEvent(
                    javafx.scene.input.MouseEvent.MOUSE_PRESSED,
                    0,
                    0,
                    0,
                    0,
                    javafx.scene.input.MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null);
        }

        Console type(String keys) {
            return does(() -> keys.chars().forEach(key -> typed((char) key)));
        }

        private void typed(char key) {
            String sign = String.valueOf(key);
            Event.fireEvent(
                    scene.getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_TYPED, sign, sign, KeyCode.UNDEFINED, false, false, false, false));
        }

        Console enter() {
            return does(() -> Event.fireEvent(
                    scene.getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        }

        void write(Album out, String name) throws IOException {
            out.show(String.join("-", name, size, theme.name(), language.getLanguage()), scene);
        }
    }

    /** Foresees that a side effect of grade 2 asks for a pause. */
    static class Foreseeing implements ConsoleActions {
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
            boolean troubled = entry.made(Samples.at(Samples.NOW), Samples.NURSE)
                    .toString()
                    .contains("S1=2");
            answer.accept(new Foresight(
                    Optional.empty(),
                    troubled
                            ? List.of(
                                    Samples.condition("R15", AlarmKind.SIDE_EFFECT, Origin.PROMPT, AlarmPriority.HIGH))
                            : List.of()));
        }
    }
}
