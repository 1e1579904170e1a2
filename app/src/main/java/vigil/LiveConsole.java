package vigil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.export.PrintWords;
import vigil.health.ScreenWatch;
import vigil.people.Argon2;
import vigil.scenario.ScenarioException;
import vigil.scenario.ScenarioText;
import vigil.session.ConsoleSetting;
import vigil.session.Event;
import vigil.session.Staff;
import vigil.store.SettingRow;
import vigil.store.StoreException;
import vigil.ui.ConsoleSettings;
import vigil.ui.ConsoleToolkit;
import vigil.ui.FxBridge;
import vigil.ui.ToolkitStart;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/**
 * The console on the pump that the site has chosen, until its window is closed; while no patient depends on it, it can be left
 * for training and comes back.
 */
public final class LiveConsole {
    private static final Logger LOG = LoggerFactory.getLogger(LiveConsole.class);
    /** Below the data directory; what lies there is marked, and no other record is ever opened for training. */
    private static final String TRAINING = "training";

    private final Wiring wiring;
    private final Path folder;
    private final ScreenFile screen;
    private final Executor keeper;
    private final Ending ending = new Ending();
    private volatile Appearance look;
    private final ToolkitStart start;
    private Optional<ConsoleToolkit> toolkit = Optional.empty();

    public LiveConsole(Wiring wiring, Path folder) throws IOException {
        this(wiring, folder, new ToolkitStart());
    }

    /** On a toolkit that may be starting already. */
    LiveConsole(Wiring wiring, Path folder, ToolkitStart start) throws IOException {
        this.wiring = wiring;
        this.folder = folder;
        this.start = start;
        screen = new ScreenFile(folder);
        keeper = wiring.screenKeeper();
        Settings settings = Settings.in(folder);
        look = screen.read(Appearance.of(settings.locale(), settings.theme()));
    }

    /** Opens the window, reads the pump, records; returns when the window is closed or the program is told to end. */
    public void run() throws IOException {
        Watchdog watchdog = wiring.watchdog();
        wiring.atEnd(ending::now);
        wiring.start("jars", new OwnJars());
        Optional<Training.Order> course = Optional.empty();
        while (!ending.hasCome()) {
            course = course.isPresent() ? train(course.get(), watchdog) : live(watchdog);
        }
    }

    /** Plays a course; returns the next one, or nothing to go back to the pump. */
    private Optional<Training.Order> train(Training.Order course, Watchdog watchdog) {
        TrainingDoor door = new TrainingDoor(Optional.of(course));
        Path out = folder.resolve(TRAINING);
        try {
            Files.createDirectories(out);
            new DemoConsole(wiring, ScenarioText.shipped(course.scenario()), out)
                    .inWindow(
                            course.speed(),
                            toolkit.orElseThrow(),
                            settings(door, PumpPorts.NONE, SettingChanges.UNRECORDED),
                            (snapshot, stop) -> {
                                watchdog.sessionStepped();
                                ending.stops(stop);
                                door.look(snapshot, stop);
                            });
            return door.next();
        } catch (IOException | UncheckedIOException | ScenarioException e) {
            // A course that does not go with what was entered ends as well.
            LOG.error("Training ended by an error; the live console comes back", e);
            return Optional.empty();
        }
    }

    private ConsoleSettings settings(Training door, PumpPorts pumps, SettingChanges changes) {
        return new ConsoleSettings(
                look, chosen -> choose(chosen, changes), door, pumps, wiring.printing(folder, changes));
    }

    private void choose(Appearance chosen, SettingChanges changes) {
        changes.enter(
                ConsoleSetting.LANGUAGE,
                language(look),
                language(chosen),
                missing -> missing.ifPresent(
                        reason -> LOG.warn("The change of language is not in the record: {}", reason)));
        look = chosen;
        keeper.execute(() -> screen.write(chosen));
    }

    private static String language(Appearance look) {
        return look.locale().getLanguage();
    }

    /** The window with a live console in it, in the place of what was there. */
    private ConsoleToolkit window(ConsoleSettings first, Asked asked) {
        if (toolkit.isPresent()) {
            toolkit.get().turnTo(first, asked);
            return toolkit.get();
        }
        ConsoleToolkit opened = new ConsoleToolkit(first, asked, start);
        wiring.start("window", opened.starting());
        opened.whenClosed(ending::now);
        toolkit = Optional.of(opened);
        return opened;
    }

    /** Reads the pump and records; returns the course that was chosen for training, if one was. */
    private Optional<Training.Order> live(Watchdog watchdog) throws IOException {
        Settings settings = Settings.in(folder);
        Clerk clerk = wiring.clerk();
        Asked asked = new Asked(
                Staff.UNSIGNED,
                Optional.of(wiring.estimates()).filter(_ -> settings.plasma()),
                clerk,
                wiring.pins(),
                Argon2.Cost.STANDARD);
        TrainingDoor door = new TrainingDoor(Optional.empty());
        PumpLine line = new PumpLine(wiring, folder, settings.pump(), wiring.ports());
        SettingChanges changes = SettingChanges.of(asked);
        ConsoleToolkit window = window(settings(door, line, changes), asked);
        try (Bedside bedside = wiring.displayedBedside(folder)) {
            begin(bedside, settings);
            Onlookers shown = new Onlookers();
            clerk.opened(bedside.contents(wiring.ticker(), PrintWords.in(settings.locale())));
            Audience audience = wiring.audience(shown::show);
            Ending leaving = new Ending();
            SessionLoop loop = wiring.sessionLoop(
                    bedside,
                    (batch, latest) -> {
                        audience.show(latest);
                        watchdog.sessionStepped();
                        door.look(latest, leaving::now);
                        line.see(latest.people());
                    },
                    asked,
                    wiring.keeping(folder, settings.backupOf(folder)));
            leaving.stops(loop::stop);
            audience.tell(problem ->
                    loop.offer(new Event.SoundReported(wiring.ticker().get(), problem)));
            // What the pump says waits in the loop until the window is open.
            line.open(new PumpLine.Ears(said -> loop.offer(new Event.PumpSaid(said)), shown::show, changes));
            FxBridge bridge = window.open();
            WardLink ward = wiring.ward(settings, bedside, bridge::publish);
            Runnable hl7 = wiring.hl7(settings, bedside, folder, bridge::publish);
            shown.opens(bridge, ward);
            Beat beat = new Beat(bridge, watching(bridge, loop));
            wiring.start("beat", beat);
            ending.stops(loop::stop);
            loop.run();
            beat.stop();
            audience.leave();
            line.close();
            ward.stop();
            hl7.run();
            clerk.closed();
            return door.next()
                    .filter(_ ->
                            Training.isOffered(bedside.snapshot(wiring.ticker().get())));
        }
    }

    private void begin(Bedside bedside, Settings settings) throws IOException {
        boolean replayed = settings.pump().filter(ChosenPump::isCapture).isPresent();
        SettingsAtStart now = SettingsAtStart.of(settings, language(look), new PrinterFile(folder).read());
        List<Event> begin = new ArrayList<>(List.of(wiring.started(replayed)));
        begin.addAll(now.changes(
                recorded(bedside), bedside.session().settings(), wiring.ticker().get()));
        begin.add(wiring.inForce(settings.site()));
        for (Event begins : begin) {
            bedside.accept(begins).ifPresent(reason -> {
                throw new IllegalStateException("a start of the program cannot be refused: " + reason);
            });
        }
        new AdministratorRecovery(folder)
                .taken(bedside.people(), wiring.ticker().get())
                .flatMap(bedside::accept)
                .ifPresent(reason -> {
                    throw new IllegalStateException("a recovery that was checked cannot be refused: " + reason);
                });
    }

    /** How each setting stood last. A database that cannot tell holds no start up; the differences then are told by the next. */
    private static Map<String, String> recorded(Bedside bedside) {
        try {
            return bedside.store().settingChanges().reversed().stream()
                    .collect(Collectors.toMap(SettingRow::setting, SettingRow::after, (_, later) -> later));
        } catch (StoreException e) {
            LOG.warn("How the settings stood is not known: {}", e.getMessage());
            return Map.of();
        }
    }

    /** The screen is watched by the thread of the beat, and heard of by whoever is not looking. */
    private Runnable watching(FxBridge bridge, SessionLoop loop) {
        ScreenWatch watch = new ScreenWatch();
        return () -> watch.look(bridge.unanswered(), wiring.ticker().get()).ifPresent(loop::offer);
    }
}
