package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Snapshot;
import vigil.export.mllp.Hl7Outbox;
import vigil.export.print.MachinePrinter;
import vigil.journal.NotWritableException;
import vigil.pump.LineSettings;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.PumpModel;
import vigil.pump.line.CapturingSource;
import vigil.pump.line.GuardedLine;
import vigil.pump.line.LineSource;
import vigil.pump.line.LineTap;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;
import vigil.pump.sim.Faults;
import vigil.pump.sim.Outlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.ScaledClock;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.Timetable;
import vigil.session.Event;
import vigil.session.SiteSettings;
import vigil.sound.Loudspeaker;
import vigil.ui.FxBridge;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.WireSight;
import vigil.ward.Outbox;
import vigil.ward.WardAddress;
import vigil.ward.WardException;
import vigil.ward.WardStatus;

/**
 * Every thread of the program and how its parts are joined. The threads: <em>link</em> (one for each pump line),
 * <em>close</em> (closes one line, because that can hang), <em>session</em> (the single writer; the main thread),
 * <em>journal</em> (writes the record), <em>database</em> (the session database), <em>backup</em> (copies and checks the
 * record), <em>resume</em> (keeps points from which a later start goes on), <em>pin</em> (looks at PINs), <em>screen</em>
 * (keeps how the screen looks), <em>ports</em> (looks which pump is at a port), <em>archive</em> and <em>work</em>
 * (answer what views ask of the record, short and long), <em>printing</em> and <em>print</em> (one of each for each print:
 * one waits, the other may hang), <em>toolkit</em> (starts JavaFX before all else and ends), <em>window</em> (has the window opened
 * and ends), <em>beat</em> (the flash clock),
 * <em>sound</em> (what is heard), <em>pump</em> (plays a simulated one ahead), <em>ward</em> (brings the record to the
 * ward's database, where there is one), <em>station</em> and <em>room</em>
 * (ask a ward how it stands), <em>watchdog</em> (only under systemd), <em>jars</em> (opens the program's jars and ends), <em>self-test</em>
 * (one for each part), <em>JavaFX</em> (the toolkit's own) and the <em>end</em> hook that closes in order.
 */
public final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration HELD_BACK = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SIGHTS = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofMinutes(1);
    /** Set by the installed program: the folder of the unpacked serial library. */
    private static final String SERIAL_LIBRARY = "vigil.serial.library";
    /** More than an hour's steps at one reading a second. */
    private static final int MOST_WAITING = 4_096;
    /** More than a person asks while one answer is awaited. */
    private static final int MOST_ASKED = 64;

    private final Ticker ticker = new Ticker();
    private final CountDownLatch closed = new CountDownLatch(1);

    public Ticker ticker() {
        return ticker;
    }

    /**
     * The ports of this machine. The serial library comes from where the installer has put it; from a checkout it is
     * unpacked into a folder of its own that no other user can write.
     */
    public SerialPorts serialPorts(Path dataFolder) throws IOException {
        String installed = System.getProperty(SERIAL_LIBRARY, "");
        return installed.isEmpty()
                ? new SerialPorts(ownFolder(dataFolder).resolve("native"))
                : SerialPorts.installed(Path.of(installed));
    }

    private static Path ownFolder(Path dataFolder) throws IOException {
        return Files.isWritable(dataFolder) ? dataFolder : Files.createTempDirectory("vigil");
    }

    /** Reads a pump on a link thread until the returned loop is stopped, and shows what passes over its line. */
    LinkLoop readPump(ChosenPump pump, SerialPorts ports, Consumer<PumpEvent> sink, Consumer<WireSight> wire) {
        PumpLink link = pump.model().newLink();
        WireWatch watch = new WireWatch(connection(pump), link::counters, wire, BETWEEN_SIGHTS);
        LineSource tapped = new LineTap(line(pump, ports), watch, ticker);
        LinkLoop loop = new LinkLoop(tapped, link, ticker, watch.watching(sink), closing -> start("close", closing));
        start("link", loop);
        return loop;
    }

    private static WireSight.Connection connection(ChosenPump pump) {
        boolean hasSettings = !(pump.port() instanceof PortAddress.Tcp) && !pump.isCapture();
        Optional<LineSettings> settings = hasSettings ? Optional.of(pump.settings()) : Optional.empty();
        return new WireSight.Connection(pump.model(), pump.port().toString(), settings);
    }

    /** Reads a pump on a link thread until the returned loop is stopped. */
    public LinkLoop readPump(ChosenPump pump, SerialPorts ports, Consumer<PumpEvent> sink) {
        return readPump(pump.model(), line(pump, ports), sink);
    }

    /** Reads a pump on a link thread over lines of that source until the returned loop is stopped. */
    LinkLoop readPump(PumpModel model, LineSource lines, Consumer<PumpEvent> sink) {
        LinkLoop loop = new LinkLoop(lines, model.newLink(), ticker, sink, closing -> start("close", closing));
        start("link", loop);
        return loop;
    }

    /** Opens the line to a pump; what is not on the list of its protocol cannot be written to it. */
    LineSource line(ChosenPump pump, SerialPorts ports) {
        return () -> new GuardedLine(pump.port().open(ports, pump.settings()), pump.model()::permits);
    }

    /** The same line with its wire kept in {@code file}; closed once the loop that reads it has ended. */
    CapturingSource captured(ChosenPump pump, SerialPorts ports, Path file) {
        String model = pump.model().wireName();
        return new CapturingSource(line(pump, ports), file, model, ticker, problem -> LOG.warn("{}", problem));
    }

    /** The bedside of a data directory, its session database kept up on a thread of its own. */
    Bedside bedside(Path folder) throws IOException {
        return Bedside.open(folder, oneAfterTheOther("database"));
    }

    /** Like {@link #bedside}, and the journal is written on a thread of its own: the display outlives a disk that hangs. */
    Bedside displayedBedside(Path folder) throws IOException {
        Bedside bedside = recordedIfPossible(folder);
        start("journal", bedside.journalWriter());
        return bedside;
    }

    private static Bedside recordedIfPossible(Path folder) throws IOException {
        Optional<Resuming.Way> way =
                OwnCode.fingerprint().map(build -> new Resuming.Way(build, refusingMore("resume")));
        try {
            return Bedside.open(folder, oneAfterTheOther("database"), way);
        } catch (NotWritableException e) {
            return Bedside.unrecorded(folder, e, oneAfterTheOther("database"));
        }
    }

    /** Plays the pump of a course that is played as fast as possible. */
    Executor pump() {
        return oneAfterTheOther("pump");
    }

    /** Keeps how the screen looks, beside everything else: a disk may hang. */
    Executor screenKeeper() {
        return oneAfterTheOther("screen");
    }

    /** Reads the database ahead of the one who writes what was read. */
    public Executor reading() {
        return oneAfterTheOther("reading");
    }

    /** Looks at the ports of this machine, which takes half a minute at a silent one. */
    Executor ports() {
        return refusingMore("ports");
    }

    /** Looks at PINs, which takes a fifth of a second each, beside everything else. */
    Executor pins() {
        return oneAfterTheOther("pin");
    }

    /**
     * One thread that runs what it is given in order, holds the giver back for a while when {@value #MOST_WAITING} tasks
     * wait, and then refuses. The thread ends when there is nothing to do for a while.
     */
    private static Executor oneAfterTheOther(String name) {
        BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, IDLE.toSeconds(), TimeUnit.SECONDS, waiting, work -> daemon(name, work), (work, _) -> {
                    if (!offered(waiting, work)) {
                        throw new RejectedExecutionException(name + " does not keep up");
                    }
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static boolean offered(BlockingQueue<Runnable> waiting, Runnable work) {
        try {
            return waiting.offer(work, HELD_BACK.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Prints files, each on a thread of its own, because a driver can hang.
     *
     * @param queue of the machine; empty for its default one
     */
    public MachinePrinter printer(Optional<String> queue) {
        return new MachinePrinter(System.getenv(), queue, ticker, printing -> start("print", printing));
    }

    /** Printing from the views of a console on a data directory; {@code changes} is told another choice of printer. */
    Printing printing(Path folder, SettingChanges changes) {
        return new Printing(this::printer, new PrinterFile(folder), task -> start("printing", task), changes);
    }

    /** Solves the plasma estimate beside the screen. */
    Executor estimates() {
        return refusingMore("estimate");
    }

    /** Answers the views, on a thread for short questions and one for long work. */
    Clerk clerk() {
        return new Clerk(refusingMore("archive"), refusingMore("work"), ticker);
    }

    /** Like {@link #oneAfterTheOther}, but never holds the giver back, who is the JavaFX thread. */
    private static Executor refusingMore(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_ASKED),
                work -> daemon(name, work));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The session loop of a bedside, fed by a pump; runs on the calling thread once {@link SessionLoop#run} is called. */
    SessionLoop sessionLoop(Bedside bedside, SessionLoop.Watcher watcher, Asked asked, Keeping keeping) {
        return new SessionLoop(bedside, ticker, watcher, asked, Optional.of(keeping));
    }

    /** Backups of a data directory, made on a thread of their own. */
    Keeping keeping(Path data, Path folder) {
        return new Keeping(data, folder, oneAfterTheOther("backup"));
    }

    /** Whoever sees and hears a session: the window, and this machine's loudspeaker on a thread of its own. */
    Audience audience(Consumer<Snapshot> window) {
        Loudspeaker loudspeaker = Loudspeaker.ofThisMachine(ticker);
        Audience audience = new Audience(window, loudspeaker, ticker);
        start("sound", loudspeaker);
        return audience;
    }

    /**
     * Brings a bedside's record and state to the ward that its site has chosen, if any, on a thread of its own. Whatever is
     * wrong with the way there, the bedside goes on.
     */
    WardLink ward(Settings settings, Bedside bedside, Consumer<WardStatus> told) {
        try {
            return settings.ward().isPresent()
                    ? outbox(WardAddress.parse(settings.ward().get()).proven(), bedside, told)
                    : WardLink.NONE;
        } catch (IllegalArgumentException | IOException e) {
            String reason = String.valueOf(e.getMessage());
            LOG.error("Nothing goes to the ward: {}", reason);
            told.accept(new WardStatus.Apart(WardException.Kind.WRONG_ADDRESS, reason));
            return WardLink.NONE;
        }
    }

    private WardLink outbox(WardAddress ward, Bedside bedside, Consumer<WardStatus> told) throws IOException {
        Outbox outbox = new Outbox(ward, bedside.ownRecord(), ticker, told);
        WardSight sight = new WardSight();
        start("ward", outbox);
        return new WardLink(
                snapshot -> outbox.publish(() -> sight.of(snapshot, bedside.forcedSequence())), outbox::stop);
    }

    /** As {@link #ward}, for the messages to an HL7 receiver. What it gives ends it. */
    Runnable hl7(Settings settings, Bedside bedside, Path folder, Consumer<Hl7Sight> shown) {
        if (settings.hl7().isEmpty()) {
            return () -> {};
        }
        try {
            Hl7Outbox outbox = Hl7Told.outbox(settings.hl7().get(), bedside, folder, new Hl7Told.Shown(ticker, shown));
            start("hl7", outbox);
            return outbox::stop;
        } catch (IllegalArgumentException | IOException e) {
            String reason = String.valueOf(e.getMessage());
            LOG.error("Nothing goes to the HL7 receiver: {}", reason);
            shown.accept(Hl7Sight.atStart(0, Optional.empty())
                    .waits(0, reason, ticker.get().utc()));
            return () -> {};
        }
    }

    /** Serves a simulated pump on the calling thread until it is stopped from elsewhere. */
    public SimulatorServer simulator(PumpModel model, Outlet outlet, Simulation simulation) {
        ScaledClock clock = new ScaledClock(ticker, simulation.speed());
        Moment start = clock.get();
        Rack rack = Rack.of(simulation.pump(model, start));
        Speaker speaker = model.newSpeaker(rack, start);
        return new SimulatorServer(
                outlet,
                speaker,
                new Timetable(simulation.happenings(rack, speaker), start),
                new Faults(simulation.faults(), start, simulation.seed()),
                clock);
    }

    /** Tells systemd that window and session work, where systemd has started the console; else it only looks on. */
    Watchdog watchdog() {
        Optional<Supervisor> supervisor = Supervisor.of(System.getenv());
        Watchdog watchdog =
                new Watchdog(FxBridge::onFxThread, word -> supervisor.ifPresent(systemd -> tell(systemd, word)));
        if (supervisor.isPresent()) {
            start("watchdog", watchdog);
        }
        return watchdog;
    }

    private static void tell(Supervisor systemd, String word) {
        if (!systemd.tell(word)) {
            LOG.warn("systemd could not be told {}", word);
        }
    }

    /** The first event of every start of the program. */
    public Event.ConsoleStarted started(boolean simulated) {
        return new Event.ConsoleStarted(ticker.get(), ticker.bootId(), Version.NUMBER, simulated);
    }

    /** The second one: what the site has chosen. */
    public Event inForce(SiteSettings settings) {
        return new Event.SiteSettingsInForce(ticker.get(), settings);
    }

    /** Lets {@code stop} run when the program is told to end, and waits until {@link #closed} has been said. */
    public void atEnd(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stop), "end"));
    }

    /**
     * The main thread holds nothing open any more. To wait for its end instead would not do: it waits itself, in
     * {@code System.exit}, for the hook that waits for it.
     */
    void closed() {
        closed.countDown();
    }

    private void close(Runnable stop) {
        stop.run();
        try {
            if (!closed.await(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "The program did not close within {} s; the journal is whole up to its last forced entry",
                        CLOSING.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that does not keep the program alive; what it throws is logged, never lost. */
    public void start(String name, Runnable work) {
        begin(name, work);
    }

    /** The same for what does not wait until anything is wired. */
    static void begin(String name, Runnable work) {
        daemon(name, work).start();
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (failed, e) -> LOG.error("Thread {} ended by an error", failed.getName(), e));
        return thread;
    }
}
