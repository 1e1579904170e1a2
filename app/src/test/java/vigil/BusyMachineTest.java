package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Faults;
import vigil.pump.sim.Outlet;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedAlarm;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Timetable;

/**
 * The real program while other programs want every core twice over: what is told is on the disk. From there to the
 * screen is counted by the benchmark, in its row of the same name.
 */
@EnabledOnOs(OS.LINUX)
class BusyMachineTest {
    private static final int HOGS_PER_CORE = 2;
    private static final int SECONDS = Integer.getInteger("vigil.hog.seconds", 20);
    /** The hard cap of the console's targets, under every fault. */
    private static final Duration CAP = Duration.ofSeconds(1);

    private static final Duration BETWEEN_ALARMS = Duration.ofSeconds(4);
    private static final int WHOLE_BLOCK = 200;

    private final Ticker ticker = new Ticker();
    private final SimulatedPump pump = delivering(ticker.get());
    private final BlockingQueue<Long> toldAtNanos = new LinkedBlockingQueue<>();

    @TempDir
    Path dir;

    private static SimulatedPump delivering(Moment now) {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("1400-8271", Volume.ofMl("50"), now);
        pump.setRate(FlowRate.ofMlPerH("1.4"), now);
        pump.start(now);
        return pump;
    }

    @Test
    @Tag("F12")
    void everyAlarmIsToldWithinASecondAndNoValueIsTakenForOld() throws Exception {
        PtyOutlet outlet = PtyOutlet.open();
        SimulatorServer server = new SimulatorServer(
                stamping(outlet),
                new BccSpeaker(Rack.of(pump), BccOptions.FACTORY, ticker.get()),
                new Timetable(alarms(), ticker.get()),
                Faults.none(ticker.get()),
                ticker);
        Thread serving = Thread.ofPlatform().start(server);
        try (Program record = Program.start(
                "record",
                "--jsonl",
                "--pump",
                "bcc",
                "--port",
                outlet.address(),
                "--data",
                dir.resolve("data").toString())) {
            record.lineWhere(line -> JsonLine.isLink(line, "live"));
            List<Process> hogs = hogs();
            try {
                watch(record);
            } finally {
                hogs.forEach(Process::destroyForcibly);
            }
        } finally {
            server.stop();
            serving.join();
        }
    }

    private void watch(Program record) throws InterruptedException {
        record.lineWhere(BusyMachineTest::isAlarm);
        toldAtNanos.take();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (System.nanoTime() < end) {
            record.lineWhere(line -> {
                assertThat(JsonLine.of(line).type()).isNotEqualTo("link");
                return isAlarm(line);
            });
            assertThat(Duration.ofNanos(System.nanoTime() - toldAtNanos.take())).isLessThan(CAP);
        }
    }

    private static boolean isAlarm(String line) {
        return JsonLine.of(line).type().equals("alarm-started");
    }

    /** The battery is low and well again in turn, from soon on and for longer than anybody looks. */
    private List<Timetable.Entry> alarms() {
        List<Timetable.Entry> entries = new ArrayList<>();
        for (Duration at = BETWEEN_ALARMS; at.toSeconds() < 600; at = at.plus(BETWEEN_ALARMS)) {
            entries.add(new Timetable.Entry(at, now -> pump.raise(SimulatedAlarm.BATTERY_LOW, now)));
            entries.add(new Timetable.Entry(
                    at.plus(BETWEEN_ALARMS.dividedBy(2)), now -> pump.clear(SimulatedAlarm.BATTERY_LOW, now)));
        }
        return entries;
    }

    private static List<Process> hogs() throws IOException {
        List<Process> hogs = new ArrayList<>();
        for (int i = 0; i < HOGS_PER_CORE * Runtime.getRuntime().availableProcessors(); i++) {
            hogs.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
        }
        return hogs;
    }

    /** The outlet; when the first block that tells of an alarm is written is kept. */
    private Outlet stamping(Outlet outlet) {
        return new Outlet() {
            private boolean told;

            @Override
            public String address() {
                return outlet.address();
            }

            @Override
            public int read(byte[] buffer, Duration timeout) throws IOException {
                return outlet.read(buffer, timeout);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                if (bytes.length >= WHOLE_BLOCK) {
                    boolean tells = pump.has(SimulatedAlarm.BATTERY_LOW);
                    if (tells && !told) {
                        toldAtNanos.add(System.nanoTime());
                    }
                    told = tells;
                }
                outlet.write(bytes);
            }

            @Override
            public void cut() {
                outlet.cut();
            }

            @Override
            public void close() {
                outlet.close();
            }
        };
    }
}
