package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real datagram socket of the operating system, as systemd has one. */
@SuppressWarnings("restricted") // the test is the other end of a native socket
class SupervisorTest {
    private static final int DONT_WAIT = 0x40;

    @TempDir
    Path dir;

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "systemd runs on Linux only");
    }

    @Test
    void nobodyIsToldWhereNobodyAsked() {
        assertThat(Supervisor.of(Map.of())).isEmpty();
        assertThat(Supervisor.of(Map.of("NOTIFY_SOCKET", "relative"))).isEmpty();
        assertThat(Supervisor.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107))))
                .isEmpty();
    }

    @Test
    void aWordArrivesAtTheSocketAsItWasSaid() throws Throwable {
        String socket = dir.resolve("notify").toString();
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = bound(arena, socket.getBytes(StandardCharsets.UTF_8));
            assertThat(Supervisor.of(Map.of("NOTIFY_SOCKET", socket))
                            .orElseThrow()
                            .tell("READY=1"))
                    .isTrue();
            assertThat(received(arena, descriptor)).isEqualTo("READY=1");
            close(descriptor);
        }
    }

    @Test
    void anAbstractNameWorksAsWell() throws Throwable {
        String name = "vigil-test-" + ProcessHandle.current().pid();
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = bound(arena, ("\0" + name).getBytes(StandardCharsets.UTF_8));
            assertThat(Supervisor.of(Map.of("NOTIFY_SOCKET", "@" + name))
                            .orElseThrow()
                            .tell("WATCHDOG=1"))
                    .isTrue();
            assertThat(received(arena, descriptor)).isEqualTo("WATCHDOG=1");
            close(descriptor);
        }
    }

    @Test
    void aSupervisorThatIsGoneIsNoFailureOfTheConsole() {
        String gone = dir.resolve("gone").toString();
        assertThat(Supervisor.of(Map.of("NOTIFY_SOCKET", gone)).orElseThrow().tell("READY=1"))
                .isFalse();
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    private static int bound(Arena arena, byte[] path) throws Throwable {
        var number = ValueLayout.JAVA_INT;
        int descriptor = (int) function("socket", FunctionDescriptor.of(number, number, number, number))
                .invokeExact(1, 2, 0);
        MemorySegment address = arena.allocate(110, 2);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) 1);
        MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, 2, path.length);
        int failed = (int) function("bind", FunctionDescriptor.of(number, number, ValueLayout.ADDRESS, number))
                .invokeExact(descriptor, address, 2 + path.length);
        assertThat(failed).isZero();
        return descriptor;
    }

    private static String received(Arena arena, int descriptor) throws Throwable {
        var size = ValueLayout.JAVA_LONG;
        var number = ValueLayout.JAVA_INT;
        MemorySegment text = arena.allocate(64);
        long bytes = (long) function("recv", FunctionDescriptor.of(size, number, ValueLayout.ADDRESS, size, number))
                .invokeExact(descriptor, text, 64L, DONT_WAIT);
        assertThat(bytes).isPositive();
        return new String(text.asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private static void close(int descriptor) throws Throwable {
        int failed = (int) function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                .invokeExact(descriptor);
        assertThat(failed).isZero();
    }
}
