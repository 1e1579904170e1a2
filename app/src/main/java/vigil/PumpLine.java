package vigil;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.people.PeopleSight;
import vigil.people.Right;
import vigil.pump.LineSettings;
import vigil.pump.PumpEvent;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;
import vigil.session.ConsoleSetting;
import vigil.session.Staff;
import vigil.ui.settings.PumpPorts;
import vigil.ui.wire.WireSight;

/**
 * The line to the pump of the live console: read as the settings say, until another pump is chosen at the console. A session
 * goes on meanwhile; it is bound to the serial number of its pump, so that another one gives no dose. Thread-safe.
 */
final class PumpLine implements PumpPorts {
    private static final Logger LOG = LoggerFactory.getLogger(PumpLine.class);
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    /** Where what the pump says goes, and what becomes of its line. */
    record Ears(Consumer<PumpEvent> said, Consumer<WireSight> wire, SettingChanges changes) {}

    private final Wiring wiring;
    private final Path folder;
    private final Executor work;
    private Optional<ChosenPump> chosen;
    private Optional<Ears> ears = Optional.empty();
    private Optional<LinkLoop> loop = Optional.empty();
    private Optional<SerialPorts> ports = Optional.empty();
    private volatile PeopleSight people = PeopleSight.NONE;

    /** The pump that the settings of {@code folder} name. {@code work} looks at ports, which takes a while. */
    PumpLine(Wiring wiring, Path folder, Optional<ChosenPump> chosen, Executor work) {
        this.wiring = wiring;
        this.folder = folder;
        this.chosen = chosen;
        this.work = work;
    }

    /** Begins to read, if there is a pump to be read. */
    synchronized void open(Ears told) throws IOException {
        ears = Optional.of(told);
        start();
    }

    private void start() throws IOException {
        if (chosen.isPresent() && ears.isPresent()) {
            loop = Optional.of(wiring.readPump(
                    chosen.get(), serial(), ears.get().said(), ears.get().wire()));
        }
    }

    private synchronized SerialPorts serial() throws IOException {
        if (ports.isEmpty()) {
            ports = Optional.of(wiring.serialPorts(folder));
        }
        return ports.get();
    }

    synchronized void close() {
        ears = Optional.empty();
        loop.ifPresent(LinkLoop::stop);
        loop = Optional.empty();
    }

    /** Who stands at the console now. Never waits: the session thread tells it. */
    void see(PeopleSight now) {
        people = now;
    }

    @Override
    public boolean isOffered() {
        return true;
    }

    @Override
    public synchronized Optional<Choice> chosen() {
        return chosen.map(pump -> new Choice(pump.model(), pump.port().toString(), written(pump)));
    }

    private static String written(ChosenPump pump) {
        return pump.settings().equals(pump.model().lineSettings())
                ? ""
                : pump.settings().toString();
    }

    @Override
    public void list(Consumer<List<Port>> answer) {
        work.execute(() -> answer.accept(listed()));
    }

    private List<Port> listed() {
        try {
            return serial().list().stream()
                    .map(it -> new Port(
                            it.path(),
                            it.description(),
                            it.permitted(),
                            it.holders(),
                            it.permitted() ? "" : it.remedy()))
                    .toList();
        } catch (IOException e) {
            LOG.warn("The ports of this machine cannot be listed", e);
            return List.of();
        }
    }

    @Override
    public void look(String port, Consumer<Found> answer) {
        work.execute(() -> answer.accept(found(port)));
    }

    private Found found(String port) {
        Optional<String> refusal = refusal().or(() -> unlookable(port));
        if (refusal.isPresent()) {
            return new Found(Optional.empty(), refusal.get());
        }
        try {
            PortProbe probe = new PortProbe(wiring, serial(), LineChoice.FACTORY);
            PortProbe.Finding finding = probe.ask(port);
            return new Found(finding.model(), finding.said());
        } catch (IOException e) {
            return new Found(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** The proof that a question harms no pump holds for the speeds that this console sets itself. */
    private synchronized Optional<String> unlookable(String port) {
        if (loop.isPresent()
                && chosen.filter(pump -> isSame(pump.port().toString(), port)).isPresent()) {
            return Optional.of("the console reads this port now");
        }
        return port.contains(":") && !port.startsWith("/")
                ? Optional.of("only a serial port of this machine can be looked at; choose the pump by name")
                : Optional.empty();
    }

    /** A port has several names: the one of its adapter is a link to the one of its number. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || real(one).equals(real(other));
    }

    private static String real(String port) {
        try {
            return Path.of(port).toRealPath().toString();
        } catch (IOException | InvalidPathException notAFile) {
            LOG.debug("{} is no file: {}", port, notAFile.getMessage());
            return port;
        }
    }

    @Override
    public void read(Choice choice, Consumer<Optional<String>> answer) {
        work.execute(() -> {
            String before = words();
            Optional<String> refused = refusal().or(() -> change(choice));
            Optional<SettingChanges> record = refused.isPresent() ? Optional.empty() : changes();
            record.ifPresentOrElse(
                    it -> it.enter(
                            ConsoleSetting.PUMP_LINE,
                            before,
                            words(),
                            missing -> answer.accept(missing.map(PumpLine::unrecorded))),
                    () -> answer.accept(refused));
        });
    }

    private synchronized Optional<SettingChanges> changes() {
        return ears.map(Ears::changes);
    }

    private static String unrecorded(String reason) {
        return "the pump is read from now on, but the change is not in the record: " + reason;
    }

    private synchronized String words() {
        return words(chosen);
    }

    /** The line as the record tells it; empty while no pump is chosen. */
    static String words(Optional<ChosenPump> pump) {
        return pump.map(it -> "%s at %s, %s".formatted(it.model().wireName(), it.port(), it.settings()))
                .orElse("");
    }

    private Optional<String> refusal() {
        PeopleSight here = people;
        Staff.Role role = here.presence().acting().map(Staff::role).orElse(Staff.Role.NOBODY);
        return here.hasUsers() ? Right.PUMP_LINE.refusal(role) : Optional.empty();
    }

    private synchronized Optional<String> change(Choice choice) {
        try {
            ChosenPump pump = pump(choice);
            new SettingsFile(folder).choose(pump);
            end();
            chosen = Optional.of(pump);
            start();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the console ends");
        }
    }

    /** A port that hangs in closing is left to its own thread; the other pump is read all the same. */
    private void end() throws InterruptedException {
        if (loop.isPresent()) {
            LinkLoop before = loop.get();
            loop = Optional.empty();
            before.stop();
            if (!before.hasEndedWithin(GOODBYE)) {
                LOG.warn("The line before hangs in closing");
            }
        }
    }

    /** What was recorded before is played by a console that was started for it, and then by no other. */
    private ChosenPump pump(Choice choice) {
        PortAddress port = PortAddress.parse(choice.port());
        if (port instanceof PortAddress.Capture
                || chosen.filter(ChosenPump::isCapture).isPresent()) {
            throw new IllegalArgumentException(
                    "a recorded wire is chosen in %s, and the console started again".formatted(Settings.FILE));
        }
        LineChoice line =
                choice.line().isEmpty() ? LineChoice.FACTORY : LineChoice.of(LineSettings.parse(choice.line()));
        return line.pump(choice.model(), port);
    }
}
