package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import vigil.engine.Snapshot;
import vigil.export.PrintWords;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.scenario.Scenario;
import vigil.session.Staff;
import vigil.ui.ConsoleSettings;
import vigil.ui.ConsoleToolkit;
import vigil.ui.FxBridge;
import vigil.ui.Picture;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/** A demo as a person meets it: in a window, or as files. */
public final class DemoConsole {
    private static final Staff VISITOR = new Staff("demo", "Demo user", Staff.Role.NURSE);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Wiring wiring;
    private final Scenario scenario;
    private final Path out;

    public DemoConsole(Wiring wiring, Scenario scenario, Path out) {
        this.wiring = wiring;
        this.scenario = scenario;
        this.out = out;
    }

    /**
     * Plays the whole course at once and writes its record, handover sheet and a picture of the console.
     *
     * @return why there is no print of the 4-hour record, where the course never came to it
     */
    public Optional<String> withoutScreen() throws IOException {
        try (Demo demo = new Demo(scenario, out, wiring)) {
            FutureTask<Path> picture = picture(demo.pictured());
            wiring.start("window", picture);
            demo.playToTheEnd();
            Optional<String> unprintable = demo.export();
            finish(picture);
            return unprintable;
        }
    }

    /** Draws the picture while the course goes on: that keeps a processor busy for a second or two. */
    private FutureTask<Path> picture(CompletableFuture<Snapshot> pictured) {
        return new FutureTask<>(() -> {
            Path file = out.resolve("console.png");
            Snapshot snapshot = pictured.get();
            Picture.startHeadless();
            new Picture(WIDTH, HEIGHT, Theme.DARK, words()).write(snapshot, file);
            return file;
        });
    }

    private static void finish(FutureTask<Path> picture) throws IOException {
        try {
            picture.get();
        } catch (ExecutionException e) {
            throw new IOException("the console could not be pictured: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("picturing the console was broken off", e);
        }
    }

    /** Opens the window, plays at {@code speed} times real time, and returns when the window has been closed. */
    public void withScreen(int speed) throws IOException {
        Seat seat = new Seat(wiring.clerk(), wiring.estimates(), PrintWords.english());
        Appearance look = Appearance.of(Settings.DEFAULTS.locale(), Theme.DARK);
        ConsoleToolkit toolkit = new ConsoleToolkit(settings(look), seat.asked());
        wiring.start("window", toolkit.starting());
        Ending ending = new Ending();
        toolkit.whenClosed(ending::now);
        wiring.atEnd(ending::now);
        play(speed, seat, toolkit, (snapshot, stop) -> ending.stops(stop));
    }

    private ConsoleSettings settings(Appearance look) {
        return new ConsoleSettings(
                look, _ -> {}, Training.NONE, PumpPorts.NONE, wiring.printing(out, SettingChanges.UNRECORDED));
    }

    /** Plays in the window of {@code toolkit}, in the place of what it has shown. {@code house} may stop it. */
    void inWindow(int speed, ConsoleToolkit toolkit, ConsoleSettings settings, House house) throws IOException {
        Seat seat = new Seat(
                wiring.clerk(),
                wiring.estimates(),
                PrintWords.in(settings.look().locale()));
        toolkit.turnTo(settings, seat.asked());
        play(speed, seat, toolkit, house);
    }

    /** Sees every snapshot that is shown, and how to stop. */
    @FunctionalInterface
    interface House {
        void sees(Snapshot snapshot, Runnable stop);
    }

    /** Where whoever watches can ask, of the session and of its record, and in which language the record is printed. */
    private record Seat(Clerk clerk, Asked asked, PrintWords words) {
        Seat(Clerk clerk, Executor estimates, PrintWords words) {
            this(clerk, new Asked(VISITOR, Optional.of(estimates), clerk), words);
        }
    }

    private void play(int speed, Seat seat, ConsoleToolkit toolkit, House house) throws IOException {
        try (Demo demo = new Demo(scenario, out, wiring)) {
            demo.showTo(seat.clerk(), seat.words());
            demo.playToFirstDelivery();
            FxBridge bridge = toolkit.open();
            demo.showWire(Duration.ofSeconds(speed), bridge::publish);
            Audience audience = wiring.audience(bridge::publish);
            DemoPlayer player = new DemoPlayer(demo, speed, wiring.ticker(), seat.asked(), audience);
            Beat beat = new Beat(bridge, () -> {});
            wiring.start("beat", beat);
            player.run(snapshot -> house.sees(snapshot, player::stop));
            beat.stop();
            audience.leave();
            seat.clerk().closed();
        }
    }

    private static Words words() {
        return Words.of(Settings.DEFAULTS.locale());
    }
}
