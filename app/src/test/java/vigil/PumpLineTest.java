package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.people.PeopleSight;
import vigil.people.Presence;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.Faults;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Timetable;
import vigil.session.ConsoleSetting;
import vigil.session.Staff;
import vigil.ui.settings.PumpPorts.Choice;
import vigil.ui.settings.PumpPorts.Found;

/** Choosing the pump at the console, with simulated pumps at pseudo-terminals. */
@EnabledOnOs(OS.LINUX)
class PumpLineTest {
    private static final long MOST_SECONDS = 60;

    private final Wiring wiring = new Wiring();
    private final List<SimulatorServer> pumps = new ArrayList<>();
    private final BlockingQueue<PumpEvent> said = new ArrayBlockingQueue<>(10_000);
    private final List<String> changes = new CopyOnWriteArrayList<>();
    private volatile Optional<String> unrecorded = Optional.empty();

    @TempDir
    Path folder;

    @AfterEach
    void switchOff() {
        pumps.forEach(SimulatorServer::stop);
    }

    private String pump(PumpModel model, String serialNumber) throws IOException {
        PtyOutlet outlet = PtyOutlet.open();
        Moment now = wiring.ticker().get();
        SimulatorServer server = new SimulatorServer(
                outlet,
                model.newSpeaker(Rack.of(model.newSimulatedPump(serialNumber, Volume.ofMl("50"), now)), now),
                new Timetable(List.of(), now),
                Faults.none(now),
                wiring.ticker());
        pumps.add(server);
        Thread.ofPlatform().start(server);
        return outlet.address();
    }

    private PumpLine line(Optional<ChosenPump> chosen) throws IOException {
        PumpLine line = new PumpLine(wiring, folder, chosen, wiring.ports());
        line.open(new PumpLine.Ears(said::offer, _ -> {}, (setting, before, after, answer) -> {
            assertThat(setting).isEqualTo(ConsoleSetting.PUMP_LINE);
            changes.add(before + " -> " + after);
            answer.accept(unrecorded);
        }));
        return line;
    }

    private static Optional<String> read(PumpLine line, Choice choice) throws Exception {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        line.read(choice, answer::complete);
        return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    private static Found look(PumpLine line, String port) throws Exception {
        CompletableFuture<Found> answer = new CompletableFuture<>();
        line.look(port, answer::complete);
        return answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** The serial number of the next pump that is read. */
    private String nextRead() throws InterruptedException {
        long end = wiring.ticker().get().monotonicNanos()
                + Duration.ofSeconds(MOST_SECONDS).toNanos();
        while (true) {
            long left = end - wiring.ticker().get().monotonicNanos();
            if (said.poll(left, TimeUnit.NANOSECONDS) instanceof PumpEvent.Reading(var reading)) {
                return reading.pump().serialNumber().orElseThrow();
            }
            assertThat(left).as("nanoseconds left to wait for a reading").isPositive();
        }
    }

    @Test
    void thePumpThatAnswersIsFoundAndReadAndTheSettingsNameIt() throws Exception {
        String port = pump(PumpModel.BCC, "1400-8271");
        PumpLine line = line(Optional.empty());

        assertThat(look(line, port).model()).contains(PumpModel.BCC);
        assertThat(read(line, new Choice(PumpModel.BCC, port, ""))).isEmpty();

        assertThat(nextRead()).isEqualTo("1400-8271");
        assertThat(look(line, port).said()).isEqualTo("the console reads this port now");
        Path alias = Files.createSymbolicLink(folder.resolve("by-id"), Path.of(port));
        assertThat(look(line, alias.toString()).said()).isEqualTo("the console reads this port now");
        // The pseudo-terminal goes before the folder does, and a link to nothing stops the folder from being removed.
        Files.delete(alias);
        line.close();
        assertThat(Settings.in(folder).pump()).map(it -> it.port().toString()).contains(port);
    }

    @Test
    @Tag("R32")
    void aChangeOfTheLineIsRecordedWithOldAndNewValueAndARefusedOneIsNot() throws Exception {
        String port = pump(PumpModel.BCC, "1400-8271");
        PumpLine line = line(Optional.empty());
        assertThat(read(line, new Choice(PumpModel.BCC, "nowhere://", ""))).isPresent();
        assertThat(changes).isEmpty();

        assertThat(read(line, new Choice(PumpModel.BCC, port, ""))).isEmpty();
        String first = "bcc at %s, %s".formatted(port, PumpModel.BCC.lineSettings());
        assertThat(changes).containsExactly(" -> " + first);

        unrecorded = Optional.of("the disk is full");
        assertThat(read(line, new Choice(PumpModel.BCC, port, "1200 8N1")))
                .hasValueSatisfying(said -> assertThat(said).contains("not in the record: the disk is full"));
        assertThat(changes.getLast()).startsWith(first + " -> bcc at " + port + ", 1200");
        line.close();
    }

    @Test
    void anotherPumpIsReadInItsPlaceWithoutAnotherStart() throws Exception {
        String first = pump(PumpModel.BCC, "1400-8271");
        String second = pump(PumpModel.BCC, "1400-9999");
        PumpLine line = line(Optional.empty());
        assertThat(read(line, new Choice(PumpModel.BCC, first, ""))).isEmpty();
        assertThat(nextRead()).isEqualTo("1400-8271");

        assertThat(read(line, new Choice(PumpModel.BCC, second, ""))).isEmpty();
        said.clear();
        assertThat(nextRead()).isEqualTo("1400-9999");
        line.close();
    }

    @Test
    void aNurseNeitherLooksNorChooses() throws Exception {
        Staff nurse = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
        PumpLine line = line(Optional.empty());
        line.see(new PeopleSight(
                List.of(new PeopleSight.Person(nurse, true, false, Duration.ZERO)),
                new Presence.SignedIn(nurse),
                List.of()));

        assertThat(read(line, new Choice(PumpModel.BCC, "/dev/ttyUSB0", "")))
                .contains("the pump line is set by a biomedical engineer or an administrator");
        assertThat(look(line, "/dev/ttyUSB0").said()).contains("biomedical engineer");
        assertThat(Settings.in(folder).pump()).isEmpty();
    }

    @Test
    void whatCannotBeAPortOrALineIsRefusedByName() throws Exception {
        PumpLine line = line(Optional.empty());

        assertThat(read(line, new Choice(PumpModel.BCC, "tcp://10.0.0.1:70000", ""))
                        .orElseThrow())
                .contains("70000");
        assertThat(read(line, new Choice(PumpModel.BCC, "/dev/ttyUSB0", "fast")).orElseThrow())
                .contains("fast")
                .contains("9600 8N1");
        assertThat(read(line, new Choice(PumpModel.BCC, "capture:old.wire", "")).orElseThrow())
                .contains("recorded wire");
        assertThat(look(line, "tcp://10.0.0.1:4001").said()).contains("only a serial port");
        assertThat(Settings.in(folder).pump()).isEmpty();
    }
}
