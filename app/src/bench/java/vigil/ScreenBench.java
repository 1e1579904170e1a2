package vigil;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vigil.bench.Results;
import vigil.people.Argon2;
import vigil.pump.PumpModel;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.sim.Faults;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Timetable;
import vigil.session.Concern;
import vigil.session.Event;
import vigil.session.Staff;
import vigil.ui.FxBridge;
import vigil.ui.Picture;
import vigil.ui.history.Archive;

/**
 * From the last byte of a value on the wire to the end of the drawing of the frame that shows it, and what the console costs a processor: a simulated
 * pump at a pseudo-terminal, the serial library, the driver, the session with its journal on the disk, and the window of
 * 1280 × 800 on the drawing platform without a display. Prints two Markdown tables. Not a test: nothing passes or fails.
 */
public final class ScreenBench {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int ENTRY_OPENINGS = 40;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path folder;
    private final Duration length;

    private final Results results;

    private ScreenBench(Path folder, Duration length, Results results) {
        this.results = results;
        this.folder = folder;
        this.length = length;
    }

    /** Arguments: a folder to write in, and how many seconds each row takes. */
    public static void main(String[] arguments) throws Exception {
        Picture.startHeadless();
        Path folder = Path.of(arguments[0]);
        try (Results results = new Results(folder, "screen")) {
            new ScreenBench(folder, Duration.ofSeconds(Long.parseLong(arguments[1])), results).rows();
        }
        System.exit(0);
    }

    private void rows() throws Exception {
        System.out.printf(
                Locale.ROOT, "Load %.1f on %d cores.%n%n", MACHINE.getSystemLoadAverage(), MACHINE.getAvailableProcessors());
        System.out.println("| Values a second, asked for; told | Values | p50, ms | p99, ms | p99.9, ms | Worst, ms |"
                + " Longest on the JavaFX thread, ms | Processor, percent of one core |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int perSecond : List.of(1, 10, 50)) {
            row(perSecond, "quiet", false);
        }
        row(1, "alarm flashing", false);
        row(10, "every core taken by other work", true);
    }

    private void row(int perSecond, String what, boolean hogged) throws Exception {
        Path data = Files.createTempDirectory(folder, "screen");
        try (Console console = new Console(data, perSecond)) {
            console.open();
            Thread.sleep(WARM_UP);
            if (what.startsWith("alarm")) {
                console.alarm();
            }
            List<Thread> hogs = hogged ? hogs() : List.of();
            console.glass.begin();
            long before = MACHINE.getProcessCpuTime();
            Thread.sleep(length);
            double percent = (MACHINE.getProcessCpuTime() - before) * 100.0 / length.toNanos();
            double[] delays = console.glass.end();
            hogs.forEach(Thread::interrupt);
            System.out.printf(
                    Locale.ROOT,
                    "| %d; %.1f, %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n",
                    perSecond,
                    delays.length / (double) length.toSeconds(),
                    what,
                    delays.length,
                    at(delays, 0.5),
                    at(delays, 0.99),
                    at(delays, 0.999),
                    at(delays, 1),
                    console.glass.longestMillis(),
                    hogged ? "–" : "%.1f".formatted(percent));
            String name = "%d a second, %s: ".formatted(perSecond, what);
            results.add(name + "values told", "a second", delays.length / (double) length.toSeconds());
            results.add(name + "byte to pixel", "ms", delays);
            results.atMost(50, name + "byte to pixel, p99", "ms", at(delays, 0.99));
            results.atMost(100, name + "byte to pixel, p99.9", "ms", at(delays, 0.999));
            results.atMost(100, name + "longest on the JavaFX thread", "ms", console.glass.longestMillis());
            if (!hogged) {
                results.atMost(perSecond == 1 ? 5 : 100, name + "processor", "% of a core", percent);
            }
            if (perSecond == 10 && !hogged) {
                entry(console);
            }
        }
    }

    private static void ended(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void entry(Console console) throws Exception {
        double[] opened = new double[ENTRY_OPENINGS];
        for (int i = 0; i < ENTRY_OPENINGS; i++) {
            opened[i] = console.glass.opens();
        }
        double first = opened[0];
        Arrays.sort(opened);
        results.atMost(100, "the entry view opens", "ms", opened);
        System.out.printf(
                Locale.ROOT,
                "%nThe entry view opens, from the key to the end of the pulse, %d times: first %.1f ms, median %.1f, worst %.1f.%n%n",
                ENTRY_OPENINGS,
                first,
                at(opened, 0.5),
                at(opened, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * (sorted.length - 1))];
    }

    private static List<Thread> hogs() {
        List<Thread> hogs = new ArrayList<>();
        for (int i = 0; i < MACHINE.getAvailableProcessors(); i++) {
            hogs.add(Thread.ofPlatform().daemon().name("hog").start(() -> {
                double sum = 1;
                while (!Thread.currentThread().isInterrupted()) {
                    sum = Math.sqrt(sum + 1);
                }
            }));
        }
        return hogs;
    }

    /** Everything between wire and window, as {@link LiveConsole} puts it together, with no loudspeaker. */
    private static final class Console implements AutoCloseable {
        private final Wiring wiring = new Wiring();
        private final Bedside bedside;
        private final TimedPump pump;
        private final SimulatorServer server;
        private final LinkLoop link;
        private final SessionLoop loop;
        private final Thread session;
        private final Beat beat;
        private final Asked asked;
        private final FxBridge bridge;
        final Glass glass;

        Console(Path data, int perSecond) throws Exception {
            bedside = wiring.displayedBedside(data);
            Instant started = wiring.ticker().get().utc().minus(Duration.ofHours(1));
            for (Event event : vigil.engine.Bedside.ready(
                            vigil.engine.Bedside.startedAt(started), "70", "4", "1.75")
                    .events()) {
                bedside.accept(event);
            }
            bedside.accept(wiring.started(false));
            PtyOutlet outlet = PtyOutlet.open();
            pump = new TimedPump(perSecond, wiring.ticker());
            server = new SimulatorServer(
                    pump.stamping(outlet), pump, new Timetable(List.of(), wiring.ticker().get()),
                    Faults.none(wiring.ticker().get()), wiring.ticker());
            asked = new Asked(Staff.UNSIGNED, Optional.empty(), Archive.NONE, Runnable::run, Argon2.Cost.STANDARD);
            glass = Glass.open(asked, pump);
            bridge = new FxBridge(glass);
            loop = new SessionLoop(bedside, wiring.ticker(), (_, latest) -> bridge.publish(latest), asked, Optional.empty());
            ChosenPump chosen = LineChoice.FACTORY.pump(PumpModel.BCC, PortAddress.parse(outlet.address()));
            wiring.start("pump", server);
            link = wiring.readPump(
                    chosen, wiring.serialPorts(data), said -> loop.offer(new Event.PumpSaid(said)), bridge::publish);
            beat = new Beat(bridge, () -> {});
            session = new Thread(loop, "session");
        }

        void open() {
            session.start();
            wiring.start("beat", beat);
        }

        void alarm() {
            asked.enter(
                    (at, by) -> new Event.ConcernRaised(at, Concern.CLINICIAN, "", by),
                    refused -> refused.ifPresent(reason -> {
                        throw new IllegalStateException(reason);
                    }));
        }

        @Override
        public void close() throws IOException {
            link.stop();
            server.stop();
            beat.stop();
            loop.stop();
            ended(session);
            bedside.close();
            glass.close();
        }
    }
}
