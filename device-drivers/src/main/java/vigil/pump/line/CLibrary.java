package vigil.pump.line;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/** The few functions of the Linux C library that a pseudo-terminal needs. Thread-safe. */
@SuppressWarnings("restricted")
final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");

    static final MethodHandle OPENPT = function("posix_openpt", JAVA_INT);
    static final MethodHandle GRANTPT = function("grantpt", JAVA_INT);
    static final MethodHandle UNLOCKPT = function("unlockpt", JAVA_INT);
    static final MethodHandle PTSNAME = function("ptsname_r", JAVA_INT, ADDRESS, JAVA_LONG);
    static final MethodHandle OPEN = LINKER.downcallHandle(
            symbol("open"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            CAPTURE,
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle TCGETATTR = function("tcgetattr", JAVA_INT, ADDRESS);
    static final MethodHandle TCSETATTR = function("tcsetattr", JAVA_INT, JAVA_INT, ADDRESS);
    static final MethodHandle POLL = function("poll", ADDRESS, JAVA_LONG, JAVA_INT);
    static final MethodHandle READ = size("read", JAVA_INT, ADDRESS, JAVA_LONG);
    static final MethodHandle WRITE = size("write", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CFMAKERAW =
            LINKER.downcallHandle(symbol("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle CLOSE =
            LINKER.downcallHandle(symbol("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private CLibrary() {}

    private static MemorySegment symbol(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    private static MethodHandle function(String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), FunctionDescriptor.of(JAVA_INT, arguments), CAPTURE);
    }

    private static MethodHandle size(String name, ValueLayout... arguments) {
        return LINKER.downcallHandle(symbol(name), FunctionDescriptor.of(JAVA_LONG, arguments), CAPTURE);
    }

    /** Calls a function that returns an {@code int}; a negative one is an error, told with its number. */
    static int check(String name, MethodHandle function, Object... arguments) throws IOException {
        return (int) checkLong(name, function, arguments);
    }

    /** Calls a function that returns a size; a negative one is an error, told with its number. */
    static long checkLong(String name, MethodHandle function, Object... arguments) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            long result = ((Number) call(function, all)).longValue();
            if (result < 0) {
                throw new IOException("%s failed with system error %d".formatted(name, (int) ERRNO.get(state, 0L)));
            }
            return result;
        }
    }

    static void makeRaw(MemorySegment termios) throws IOException {
        call(CFMAKERAW, termios);
    }

    /** Closes a descriptor. That it was already closed is no matter here. */
    static void close(int descriptor) {
        try {
            call(CLOSE, descriptor);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("IllegalCatch") // a method handle declares Throwable; a native call throws none itself
    private static Object call(MethodHandle function, Object... arguments) throws IOException {
        try {
            return function.invokeWithArguments(Arrays.asList(arguments));
        } catch (Throwable broken) {
            throw new IOException("a call into the C library failed", broken);
        }
    }
}
