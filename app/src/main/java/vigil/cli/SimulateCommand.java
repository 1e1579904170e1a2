package vigil.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vigil.Simulation;
import vigil.Wiring;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.line.PortAddress;
import vigil.pump.sim.Fault;
import vigil.pump.sim.Happening;
import vigil.pump.sim.Mechanics;
import vigil.pump.sim.Outlet;
import vigil.pump.sim.PtyOutlet;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.SimulatorServer;
import vigil.pump.sim.Speaker;
import vigil.pump.sim.TcpOutlet;
import vigil.pump.sim.Timetable;

/** {@code vigil simulate}: a running simulated pump that speaks the real protocol to any client. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Simulates a pump on a pseudo-terminal or a TCP port; the first line printed is where.")
public final class SimulateCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--pump", required = true, paramLabel = "MODEL", description = "Pump model, for example bcc.")
    private String model = "";

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    /** Where the pump is to be found. */
    static final class Where {
        @Option(names = "--pty", description = "On a new pseudo-terminal.")
        private boolean pty;

        @Option(
                names = "--listen",
                paramLabel = "tcp://127.0.0.1:PORT",
                description = "On a TCP port of this machine; 0: a free one.")
        private @Nullable String listen;
    }

    @Option(names = "--rate", paramLabel = "ML_PER_H", description = "Flow rate; default ${DEFAULT-VALUE}.")
    private BigDecimal rateMlPerH = new BigDecimal("1.4");

    @Option(names = "--syringe", paramLabel = "ML", description = "Syringe size and content; default ${DEFAULT-VALUE}.")
    private BigDecimal syringeMl = new BigDecimal("50");

    @Option(names = "--serial", paramLabel = "TEXT", description = "Serial number; default ${DEFAULT-VALUE}.")
    private String serialNumber = "1400-8271";

    @Option(names = "--alarm", paramLabel = "NAME@SECONDS", description = "Raise an alarm then; may be repeated.")
    private List<String> alarms = new ArrayList<>();

    @Option(names = "--speed", paramLabel = "N", description = "Simulated time runs N times as fast; default 1.")
    private int speed = 1;

    @Option(names = "--fault", paramLabel = "NAME@SECONDS", description = "A fault of the line then; may be repeated.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "NAME@SECONDS",
            description = "Something done at the pump then, such as standby, bolus, occlude, silence, mains-off,"
                    + " new-syringe, power-cycle; may be repeated.")
    private List<String> events = new ArrayList<>();

    @Option(names = "--start-delay", paramLabel = "S", description = "Nothing flows for S seconds after a start.")
    private int startDelayS;

    @Option(names = "--ramp", paramLabel = "S", description = "Then the flow rises to its rate in S seconds.")
    private int rampS;

    @Option(
            names = "--accuracy",
            paramLabel = "PERCENT",
            description = "The flow differs from the rate by -10 to 10 %%.")
    private BigDecimal accuracyPercent = BigDecimal.ZERO;

    public SimulateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        PumpModel pumpModel = PumpOptions.wellFormed(spec, () -> PumpModel.named(model));
        Plan plan = PumpOptions.wellFormed(spec, this::plan);
        try (Outlet outlet = outlet()) {
            SimulatorServer server = PumpOptions.wellFormed(spec, () -> wiring.simulator(pumpModel, outlet, plan));
            spec.commandLine().getOut().println(outlet.address());
            spec.commandLine().getOut().flush();
            wiring.atEnd(server::stop);
            server.run();
        }
        return 0;
    }

    private Outlet outlet() throws IOException {
        String listen = where.listen;
        if (where.pty || listen == null) {
            return PtyOutlet.open();
        }
        PortAddress.Tcp at = PumpOptions.wellFormed(spec, () -> PortAddress.listening(listen));
        return TcpOutlet.listen(at.host(), at.port());
    }

    private Plan plan() {
        if (speed < 1 || speed > 10_000) {
            throw new IllegalArgumentException("--speed %d is outside 1 to 10000".formatted(speed));
        }
        return new Plan(
                speed,
                new Pump(serialNumber, new FlowRate(rateMlPerH), new Volume(syringeMl), mechanics()),
                List.copyOf(alarms),
                List.copyOf(events),
                faults.stream().map(Fault::parse).toList());
    }

    private Mechanics mechanics() {
        BigDecimal permille = accuracyPercent.movePointRight(1).stripTrailingZeros();
        if (permille.scale() > 0 || permille.abs().compareTo(new BigDecimal("100")) > 0) {
            throw new IllegalArgumentException(
                    "--accuracy %s: give -10 to 10 %% in tenths".formatted(accuracyPercent.toPlainString()));
        }
        return new Mechanics(Duration.ofSeconds(startDelayS), Duration.ofSeconds(rampS), permille.intValue());
    }

    private record Pump(String serialNumber, FlowRate rate, Volume syringe, Mechanics mechanics) {}

    private record Plan(int speed, Pump what, List<String> alarms, List<String> events, List<Fault> faults)
            implements Simulation {

        @Override
        public long seed() {
            return 1;
        }

        @Override
        public SimulatedPump pump(PumpModel model, Moment start) {
            SimulatedPump pump = model.newSimulatedPump(what.serialNumber(), what.syringe(), start);
            pump.moves(what.mechanics());
            pump.setRate(what.rate(), start);
            pump.start(start);
            return pump;
        }

        @Override
        public List<Timetable.Entry> happenings(Rack rack, Speaker speaker) {
            List<Timetable.Entry> all = new ArrayList<>();
            rack.in(Rack.Slot.FIRST)
                    .ifPresent(pump -> alarms.forEach(alarm -> all.add(Timetable.Entry.alarm(alarm, pump))));
            events.forEach(event -> all.addAll(Happening.parse(event, rack)));
            faults.forEach(fault -> all.addAll(fault.atDevice(rack, speaker)));
            return all;
        }
    }
}
