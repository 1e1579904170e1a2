import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vigil.Ticker;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Falsehood;
import vigil.pump.sim.Fault;
import vigil.pump.sim.Faults;
import vigil.pump.sim.Happening;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.ScaledClock;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.Timetable;

/**
 * A simulated pump on a pseudo-terminal that tells ten values a second: what it was asked once it answers again and again,
 * each time with the values of that moment, and then waits for the acknowledgement. Its clock, which counts
 * whole seconds, goes twenty times as fast, because a value with an old time counts for nothing; the drive is as much
 * slower than the rate it tells, so that the volume is right. Every ten minutes its cable is pulled for twenty seconds; in between the line has its other faults, one
 * after the other.
 */
final class TenfoldPump implements Runnable {
    private static final int TIMES = 20;
    /** Of 7 mL/h, its part. */
    private static final FlowRate DRIVE = FlowRate.ofMlPerH("0.35");

    private static final Duration OUT = Duration.ofSeconds(20);
    private static final List<String> FAULTS = List.of(
            "noise@60+10",
            "flip@110+5",
            "drop@140+5",
            "silent@170+20",
            "garble@230+10",
            "glue@270+10",
            "dribble@310+10",
            "babble@350+10",
            "slow@390+10",
            "absurd@430+10",
            "cut@580+5");
    private static final List<String> DEEDS = List.of("silence@90", "mains-off@200", "mains-on@260", "stop@470");

    private final Path port;
    private final Ticker ticker = new Ticker();
    private final ScaledClock fast = new ScaledClock(ticker, TIMES);
    private final AtomicLong answers = new AtomicLong();
    private final Rack rack;

    /** Found by the console at {@code port}, a link to the terminal of the moment. */
    TenfoldPump(Path port) throws IOException {
        this.port = port;
        Moment now = fast.get();
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("1400-8271", Volume.ofMl("50"), now);
        pump.setRate(DRIVE, now);
        pump.start(now);
        rack = Rack.of(pump);
        plug().close();
    }

    /** Values told so far. */
    long answers() {
        return answers.get();
    }

    @Override
    public void run() {
        try {
            for (long seed = 1; true; seed++) {
                serve(plug(), seed);
                Thread.sleep(OUT);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the simulated pump has ended", e);
        }
    }

    private PtyOutlet plug() throws IOException {
        PtyOutlet outlet = PtyOutlet.open();
        Path next = port.resolveSibling("next");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, Path.of(outlet.address()));
        Files.move(next, port, StandardCopyOption.REPLACE_EXISTING);
        return outlet;
    }

    /** Until the cable is pulled. */
    private void serve(PtyOutlet outlet, long seed) {
        Moment start = ticker.get();
        Speaker speaker = new Insistent(new BccSpeaker(rack, BccOptions.FACTORY, fast.get()));
        List<Fault> faults = FAULTS.stream().map(Fault::parse).toList();
        List<Timetable.Entry> entries = new ArrayList<>();
        faults.forEach(fault -> entries.addAll(fault.atDevice(rack, speaker)));
        DEEDS.forEach(deed -> entries.addAll(Happening.parse(deed, rack)));
        entries.add(new Timetable.Entry(Duration.ofSeconds(530), this::refill));
        List<Timetable.Entry> onItsClock = entries.stream()
                .map(entry -> new Timetable.Entry(entry.at(), _ -> entry.action().accept(fast.get())))
                .toList();
        new SimulatorServer(outlet, speaker, new Timetable(onItsClock, start), new Faults(faults, start, seed), ticker).run();
    }

    /** A course has a new syringe now and then; without one the pump would be empty after seven hours. */
    private void refill(Moment now) {
        rack.in(Rack.Slot.FIRST).ifPresent(pump -> {
            pump.changeSyringe(Volume.ofMl("50"), now);
            pump.setRate(DRIVE, now);
            pump.start(now);
        });
    }

    private final class Insistent implements Speaker {
        private static final int MORE = 17;
        private static final int WHOLE_ANSWER = 200;
        private static final long APART_NANOS = 50_000_000;

        private final BccSpeaker device;
        private byte[] request = {};
        private int left;
        private boolean truthful = true;
        private long nextAt = Long.MAX_VALUE;

        Insistent(BccSpeaker device) {
            this.device = device;
        }

        @Override
        public byte[] heard(byte[] bytes, int length, Moment now) {
            if (length > 0) {
                return answered(bytes, length, now);
            }
            if (left == 0) {
                nextAt = Long.MAX_VALUE;
                return new byte[0];
            }
            left--;
            return told(said(request, request.length), now);
        }

        private byte[] answered(byte[] bytes, int length, Moment now) {
            byte[] answer = said(bytes, length);
            if (answer.length < WHOLE_ANSWER) {
                return answer;
            }
            request = Arrays.copyOf(bytes, length);
            left = MORE;
            return told(answer, now);
        }

        private byte[] said(byte[] bytes, int length) {
            rack.in(Rack.Slot.FIRST).filter(_ -> truthful).ifPresent(this::tellsTenfold);
            return device.heard(bytes, length, fast.get());
        }

        private void tellsTenfold(SimulatedPump pump) {
            if (pump.status().delivers()) {
                device.override("INRT", BigDecimal.valueOf(pump.rateNlPerH() * TIMES, 6).toPlainString());
            } else {
                device.restore("INRT");
            }
        }

        private byte[] told(byte[] answer, Moment now) {
            answers.incrementAndGet();
            nextAt = now.bootNanos() + APART_NANOS;
            return answer;
        }

        @Override
        public long wakeAt() {
            return nextAt;
        }

        @Override
        public List<String> strays() {
            return device.strays();
        }

        @Override
        public boolean canSay(Falsehood what) {
            return device.canSay(what);
        }

        @Override
        public void say(Falsehood what) {
            truthful = false;
            device.say(what);
        }

        @Override
        public void sayTheTruth() {
            truthful = true;
            device.sayTheTruth();
        }
    }
}
