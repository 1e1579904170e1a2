package vigil.selftest;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Asks Linux whether its clock is kept by a time server: {@code adjtimex} with nothing to set, which any user may call
 * (Linux manual, adjtimex(2)).
 */
public final class SystemClock {
    /** More than {@code struct timex} takes on any machine; all zero means that nothing is to be set. */
    private static final int TIMEX_BYTES = 512;

    /** What adjtimex returns for a clock that nobody keeps. */
    private static final int TIME_ERROR = 5;

    private SystemClock() {}

    /** Whether it is kept; nothing where the system is not Linux or does not say. */
    @SuppressWarnings("restricted") // the launcher grants native access
    public static Optional<Boolean> isKept() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("adjtimex")
                .map(symbol ->
                        linker.downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
                .flatMap(SystemClock::asked);
    }

    @SuppressWarnings("IllegalCatch") // a method handle declares Throwable; a native call throws none itself
    private static Optional<Boolean> asked(MethodHandle adjtimex) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_BYTES, Long.BYTES);
            int state = (int) adjtimex.invokeExact(timex);
            return state < 0 ? Optional.empty() : Optional.of(state != TIME_ERROR);
        } catch (Throwable broken) {
            throw new IllegalStateException("adjtimex cannot be called", broken);
        }
    }
}
