package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.engine.Snapshot;
import vigil.health.ScreenWatch;
import vigil.look.Words;
import vigil.people.Argon2;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.SerialPorts;
import vigil.session.Event;
import vigil.session.Staff;
import vigil.ui.ConsoleToolkit;
import vigil.ui.FxBridge;

/** The console on the pump that the site has chosen, until its window is closed. */
public final class LiveConsole {
    private static final Staff UNSIGNED = new Staff("console", "Not signed in", Staff.Role.NURSE);

    private final Wiring wiring;
    private final Path folder;

    public LiveConsole(Wiring wiring, Path folder) {
        this.wiring = wiring;
        this.folder = folder;
    }

    /** Opens the window, reads the pump, records; returns when the window is closed or the program is told to end. */
    public void run() throws IOException {
        Settings settings = Settings.in(folder);
        Clerk clerk = wiring.clerk();
        Asked asked = new Asked(UNSIGNED, settings.plasma(), clerk, wiring.pins(), Argon2.Cost.STANDARD);
        ConsoleToolkit toolkit = new ConsoleToolkit(Words.of(settings.locale()), settings.theme(), asked);
        wiring.start("window", toolkit.starting());
        try (Bedside bedside = wiring.displayedBedside(folder)) {
            boolean replayed = settings.pump().filter(ChosenPump::isCapture).isPresent();
            for (Event begins : List.of(wiring.started(replayed), wiring.inForce(settings.site()))) {
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
            clerk.opened(bedside.contents(wiring.ticker()));
            FxBridge bridge = toolkit.open();
            Audience audience = wiring.audience(bridge::publish);
            Watchdog watchdog = wiring.watchdog();
            Consumer<Snapshot> ward = ward(settings, bedside, bridge);
            SessionLoop loop = wiring.sessionLoop(
                    bedside,
                    (batch, latest) -> {
                        audience.show(latest);
                        ward.accept(latest);
                        watchdog.sessionStepped();
                    },
                    asked,
                    wiring.keeping(folder, settings.backupOf(folder)));
            audience.tell(problem ->
                    loop.offer(new Event.SoundReported(wiring.ticker().get(), problem)));
            wiring.start("beat", new Beat(bridge, watching(bridge, loop)));
            wiring.start("jars", new OwnJars());
            Optional<LinkLoop> link = link(settings, loop, bridge);
            toolkit.whenClosed(loop::stop);
            wiring.atEnd(loop::stop);
            loop.run();
            audience.leave();
            link.ifPresent(LinkLoop::stop);
            clerk.closed();
        }
    }

    /** The screen is watched by the thread of the beat, and heard of by whoever is not looking. */
    private Runnable watching(FxBridge bridge, SessionLoop loop) {
        ScreenWatch watch = new ScreenWatch();
        return () -> watch.look(bridge.unanswered(), wiring.ticker().get()).ifPresent(loop::offer);
    }

    private Consumer<Snapshot> ward(Settings settings, Bedside bedside, FxBridge bridge) throws IOException {
        return settings.ward().isPresent() ? wiring.outbox(settings.ward().get(), bedside, bridge::publish) : _ -> {};
    }

    private Optional<LinkLoop> link(Settings settings, SessionLoop loop, FxBridge bridge) throws IOException {
        if (settings.pump().isEmpty()) {
            return Optional.empty();
        }
        SerialPorts ports = wiring.serialPorts(folder);
        return settings.pump()
                .map(pump ->
                        wiring.readPump(pump, ports, said -> loop.offer(new Event.PumpSaid(said)), bridge::publish));
    }
}
