package vigil;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Outlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.ScaledClock;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;

/**
 * A simulated pump that tells so many values a second: what it was asked for it tells again and again, unasked, whatever else
 * it is asked meanwhile; the link would ask again only half a second after the last of them. The values come at their times
 * also when the console is late. Each value tells another rate, by which it is known on the screen, and when its last byte was written is kept. Its
 * clock, which counts whole seconds, goes faster, because a value with an old time counts for nothing, and its drive is as
 * much slower. Heard on one thread, asked from any.
 */
final class TimedPump implements Speaker {
    private static final int WHOLE_ANSWER = 200;
    /** Rates of 1.650 to 1.749 mL/h, below the ordered one of 1.75, and never less than a tenth. */
    private static final int RATES = 100;

    private final Map<Long, Long> writtenAt = new ConcurrentHashMap<>();
    private final ScaledClock fast;
    private final Rack rack;
    private final BccSpeaker device;
    private final long apartNanos;
    private byte[] request = {};
    private long nextAt = Long.MAX_VALUE;
    private final AtomicLong told = new AtomicLong();

    TimedPump(int perSecond, Ticker ticker) {
        int times = 2 * perSecond;
        fast = new ScaledClock(ticker, times);
        Moment now = fast.get();
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("1400-8271", Volume.ofMl("50"), now);
        pump.setRate(
                FlowRate.ofMlPerH(BigDecimal.valueOf(1_700, 3)
                        .divide(BigDecimal.valueOf(times), 6, java.math.RoundingMode.HALF_UP)
                        .toPlainString()),
                now);
        pump.start(now);
        rack = Rack.of(pump);
        device = new BccSpeaker(rack, BccOptions.FACTORY, now);
        apartNanos = perSecond > 1 ? 1_000_000_000L / perSecond : 0;
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        if (length > 0) {
            byte[] answer = said(bytes, length);
            if (answer.length >= WHOLE_ANSWER) {
                request = Arrays.copyOf(bytes, length);
                nextAt = apartNanos > 0 ? now.bootNanos() + apartNanos : Long.MAX_VALUE;
            }
            return answer;
        }
        nextAt += apartNanos;
        return said(request, request.length);
    }

    private byte[] said(byte[] bytes, int length) {
        device.override("INRT", BigDecimal.valueOf(1_650 + (told.get() + 1) % RATES, 3).toPlainString());
        byte[] answer = device.heard(bytes, length, fast.get());
        if (answer.length >= WHOLE_ANSWER) {
            told.incrementAndGet();
        }
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

    /** How many values were told; the newest one has this number. */
    long told() {
        return told.get();
    }

    /** When the last byte of a value was written, {@link System#nanoTime}. */
    long writtenAt(long number) {
        return writtenAt.getOrDefault(number, 0L);
    }

    /** The newest value told that has this rate. */
    long number(BigDecimal mlPerH) {
        long rate = mlPerH.movePointRight(3).longValue() - 1_650;
        long newest = told.get();
        return newest - Math.floorMod(newest - rate, RATES);
    }

    /** The outlet, which keeps the time before the last byte of each value. */
    Outlet stamping(Outlet outlet) {
        return new Outlet() {
            @Override
            public String address() {
                return outlet.address();
            }

            @Override
            public int read(byte[] buffer, Duration timeout) throws IOException {
                Duration until = nextAt == Long.MAX_VALUE ? timeout : Duration.ofMillis(2);
                return outlet.read(buffer, until);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                outlet.write(Arrays.copyOf(bytes, bytes.length - 1));
                if (bytes.length >= WHOLE_ANSWER) {
                    writtenAt.put(told.get(), System.nanoTime());
                }
                outlet.write(Arrays.copyOfRange(bytes, bytes.length - 1, bytes.length));
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
