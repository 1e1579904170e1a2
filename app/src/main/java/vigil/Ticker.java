package vigil;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;

/**
 * The only reader of clocks. Everything else is given a {@link Moment}. Safe for use by many threads.
 *
 * <p>The boot clock is Linux {@code CLOCK_BOOTTIME}, which goes on through a suspend. Where there is none, the monotonic
 * clock stands in for it and a suspend is not seen.
 */
public final class Ticker implements Supplier<Moment> {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int CLOCK_BOOTTIME = 7;

    private final LongSupplier bootClock;
    private final String bootId;

    /** The clocks of this machine. */
    public Ticker() {
        boolean linux = Files.isReadable(BOOT_ID);
        bootClock = linux ? linuxBootClock() : System::nanoTime;
        bootId = linux ? readBootId() : UUID.randomUUID().toString();
    }

    /** Changes with every start of the machine: only moments of one boot id have comparable boot clocks. */
    public String bootId() {
        return bootId;
    }

    /** The three clocks, read together. */
    @Override
    public Moment get() {
        return new Moment(Instant.now(), System.nanoTime(), bootClock.getAsLong());
    }

    private static String readBootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException e) {
            LOG.warn("The machine's boot id cannot be read; elapsed time counts by wall clock across this start", e);
            return UUID.randomUUID().toString();
        }
    }

    @SuppressWarnings("restricted") // the launcher grants native access
    private static LongSupplier linuxBootClock() {
        Linker linker = Linker.nativeLinker();
        MethodHandle clockGettime = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        return () -> bootNanos(clockGettime);
    }

    private static long bootNanos(MethodHandle clockGettime) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int failed = (int) clockGettime.invokeExact(CLOCK_BOOTTIME, time);
            if (failed != 0) {
                throw new IllegalStateException("clock_gettime(CLOCK_BOOTTIME) failed");
            }
            long seconds = time.getAtIndex(ValueLayout.JAVA_LONG, 0);
            return seconds * 1_000_000_000L + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime cannot be called", e);
        }
    }
}
