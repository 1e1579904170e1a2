package vigil;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The service manager that has started this console, if one has: systemd, told over the socket that it names in
 * {@code NOTIFY_SOCKET} (systemd manual, sd_notify(3), "Notes"). Safe from any thread.
 */
@SuppressWarnings("restricted") // the launcher grants native access
final class Supervisor {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int MSG_NOSIGNAL = 0x4000;
    /** {@code struct sockaddr_un}: two bytes of family, then the path. */
    private static final int PATH = 2;

    private static final int LONGEST_PATH = 107;

    private final String socket;

    private Supervisor(String socket) {
        this.socket = socket;
    }

    /** The one that waits for word of this process; nothing where the console was started by a person. */
    static Optional<Supervisor> of(Map<String, String> environment) {
        String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
        int bytes = socket.getBytes(StandardCharsets.UTF_8).length;
        return socket.startsWith("/") || socket.startsWith("@")
                ? Optional.of(new Supervisor(socket)).filter(_ -> bytes <= LONGEST_PATH)
                : Optional.empty();
    }

    /**
     * Says one thing, such as {@code READY=1} or {@code WATCHDOG=1}.
     *
     * @return whether it could be said; a supervisor that is gone does not matter to the console
     */
    boolean tell(String word) {
        try (Arena arena = Arena.ofConfined()) {
            return said(arena, word.getBytes(StandardCharsets.UTF_8));
        }
    }

    @SuppressWarnings("IllegalCatch") // a method handle declares Throwable; a native call throws none itself
    private boolean said(Arena arena, byte[] word) {
        try {
            int descriptor = (int) CLib.SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM, 0);
            if (descriptor < 0) {
                return false;
            }
            byte[] path = socket.getBytes(StandardCharsets.UTF_8);
            MemorySegment address = arena.allocate(PATH + LONGEST_PATH + 1L, Short.BYTES);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, PATH, path.length);
            if (path[0] == '@') {
                // An abstract name begins with a zero byte.
                address.set(ValueLayout.JAVA_BYTE, PATH, (byte) 0);
            }
            MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, word);
            long sent = (long) CLib.SENDTO.invokeExact(
                    descriptor, text, (long) word.length, MSG_NOSIGNAL, address, PATH + path.length);
            int closed = (int) CLib.CLOSE.invokeExact(descriptor);
            return sent == word.length && closed == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException("a call into the C library failed", broken);
        }
    }

    /** Looked up only where there is a supervisor, which is on Linux. */
    private static final class CLib {
        private static final Linker LINKER = Linker.nativeLinker();
        static final MethodHandle SOCKET = function(
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                "socket");
        static final MethodHandle SENDTO = function(
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT),
                "sendto");
        static final MethodHandle CLOSE =
                function(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), "close");

        private CLib() {}

        private static MethodHandle function(FunctionDescriptor descriptor, String name) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
        }
    }
}
