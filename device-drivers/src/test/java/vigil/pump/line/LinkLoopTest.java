package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.bcc.PrintedQueries;
import vigil.pump.sim.Faults;
import vigil.pump.sim.Outlet;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.TcpOutlet;
import vigil.pump.sim.Timetable;

/** The loop on real lines: TCP, and a pseudo-terminal through jSerialComm. */
@Timeout(60)
class LinkLoopTest {
    private final Queue<PumpEvent> events = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<Runnable> stops = new ArrayList<>();

    @TempDir
    Path directory = Path.of("unset");

    private volatile Outlet outlet = NoOutlet.INSTANCE;

    @AfterEach
    void stopAll() {
        stops.forEach(Runnable::run);
    }

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    private void serve(Outlet at) {
        outlet = at;
        Moment start = now();
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), start);
        pump.setRate(FlowRate.ofMlPerH("3.6"), start);
        pump.start(start);
        Speaker speaker = PumpModel.BCC.newSpeaker(Rack.of(pump), start);
        SimulatorServer server = new SimulatorServer(
                at, speaker, new Timetable(List.of(), start), Faults.none(start), LinkLoopTest::now);
        Thread thread = Thread.ofVirtual().start(server);
        stops.add(() -> {
            server.stop();
            join(thread);
            assertThat(speaker.strays()).isEmpty();
        });
    }

    private LinkLoop loop(Function<PortAddress, LineSource> opener) {
        LineSource source = () -> new RecordingLine(
                new GuardedLine(
                        opener.apply(PortAddress.parse(outlet.address())).open(), PumpModel.BCC::permits),
                PrintedQueries::verify,
                sent);
        LinkLoop loop = new LinkLoop(
                source, WatchedLink.of(PumpModel.BCC), LinkLoopTest::now, events::add, Thread::startVirtualThread);
        Thread thread = Thread.ofPlatform().start(loop);
        stops.addFirst(() -> {
            loop.stop();
            join(thread);
        });
        return loop;
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(8))).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private LineSource serial(PortAddress address) {
        return () -> address.open(new SerialPorts(directory), PumpModel.BCC.lineSettings());
    }

    private void awaitReadings(int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> readings() >= count);
    }

    private long readings() {
        return events.stream().filter(PumpEvent.Reading.class::isInstance).count();
    }

    private void awaitState(Class<? extends LinkState> state) {
        await().atMost(Duration.ofSeconds(15)).until(() -> state.isInstance(state()));
    }

    private LinkState state() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .reduce(new LinkState.Closed(), (before, after) -> after);
    }

    @Test
    void pumpIsReadOverTcp() throws IOException {
        serve(TcpOutlet.listen("127.0.0.1", 0));
        loop(this::serial);
        awaitReadings(3);
        assertThat(state()).isEqualTo(new LinkState.Live());
        assertThat(sent.size()).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pumpIsReadOverAPseudoTerminalThroughTheSerialLibrary() throws IOException {
        serve(PtyOutlet.open());
        loop(this::serial);
        awaitReadings(3);
        assertThat(state()).isEqualTo(new LinkState.Live());
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Tag("B1")
    @Tag("B2")
    void pulledCableIsUnreachableAndThePumpComesBackUnderANewName() throws IOException {
        serve(PtyOutlet.open());
        loop(this::serial);
        awaitReadings(1);
        outlet.close();
        awaitState(LinkState.Unreachable.class);
        long before = readings();
        serve(PtyOutlet.open());
        awaitReadings((int) before + 2);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void droppedConnectionIsUnreachableAndComesBack() throws IOException {
        serve(TcpOutlet.listen("127.0.0.1", 0));
        loop(this::serial);
        awaitReadings(1);
        outlet.cut();
        awaitState(LinkState.Unreachable.class);
        long before = readings();
        awaitReadings((int) before + 2);
    }

    @Test
    void openSocketWithoutAnswersIsSilent() throws IOException {
        try (ServerSocket mute = new ServerSocket(0)) {
            outlet = new NoOutlet("tcp://127.0.0.1:" + mute.getLocalPort());
            loop(this::serial);
            awaitState(LinkState.Silent.class);
        }
        assertThat(readings()).isZero();
    }

    @Test
    void portWhereNothingListensIsUnreachableWithAdvice() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        outlet = new NoOutlet("tcp://127.0.0.1:" + port);
        loop(this::serial);
        awaitState(LinkState.Unreachable.class);
        assertThat(state())
                .isEqualTo(new LinkState.Unreachable("tcp://127.0.0.1:" + port
                        + ": nothing listens there; check the port number and that the box is on"));
    }

    @Test
    void stopEndsTheLoopAndClosesTheLink() throws IOException {
        serve(TcpOutlet.listen("127.0.0.1", 0));
        LinkLoop loop = loop(this::serial);
        awaitReadings(1);
        loop.stop();
        awaitState(LinkState.Closed.class);
    }

    /** An address with nothing behind it. */
    private record NoOutlet(String address) implements Outlet {
        static final NoOutlet INSTANCE = new NoOutlet("/dev/null");

        @Override
        public int read(byte[] buffer, Duration timeout) {
            return -1;
        }

        @Override
        public void write(byte[] bytes) {
            throw new AssertionError("nothing is there");
        }

        @Override
        public void cut() {
            throw new AssertionError("nothing is there");
        }

        @Override
        public void close() {
            throw new AssertionError("nothing is there");
        }
    }
}
