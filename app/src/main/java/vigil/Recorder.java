package vigil;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vigil.dose.DosingWeight;
import vigil.engine.Snapshot;
import vigil.pump.Concentration;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.line.CaptureReplay;
import vigil.pump.line.CapturingSource;
import vigil.pump.line.LineSource;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/** Records from a pump with no screen, in the session that its data directory holds or in a new one. One run, one use. */
public final class Recorder {
    private static final Staff OPERATOR = new Staff("command-line", "Command line", Staff.Role.BIOMEDICAL);
    private static final Staff NOBODY = new Staff("unchecked", "No second check", Staff.Role.BIOMEDICAL);
    /** Stands where a patient was not identified; two such patients are not one. */
    static final String NOT_ENTERED = "not entered";
    /** The folder of raw wires in the data directory. */
    private static final String CAPTURES = "captures";

    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final Patient UNIDENTIFIED =
            new Patient("Unidentified", "", NOT_ENTERED, LocalDate.of(1900, 1, 1), NOT_ENTERED, NOT_ENTERED);

    /** What to record, where to, and for how long. */
    public record Order(ChosenPump pump, Path folder, Dosing dosing, Duration limit) {
        public static final Duration UNLIMITED = Duration.ofDays(36_500);
    }

    /** Weight and concentration together, or neither: then the rate is recorded and no dose is computed. */
    public record Dosing(Optional<DosingWeight> weight, Optional<Concentration> concentration) {
        public static final Dosing NONE = new Dosing(Optional.empty(), Optional.empty());

        public static Dosing of(DosingWeight weight, Concentration concentration) {
            return new Dosing(Optional.of(weight), Optional.of(concentration));
        }
    }

    /** Told of each event once it is on the disk. */
    @FunctionalInterface
    public interface Printer {
        void recorded(Event event, Snapshot after);
    }

    private final Wiring wiring;
    private final Order order;

    public Recorder(Wiring wiring, Order order) {
        this.wiring = wiring;
        this.order = order;
    }

    /** Records until the limit is reached, the program is told to end, or a capture played at once is over. */
    public void run(Printer printer) throws IOException {
        try (Bedside bedside = wiring.bedside(order.folder())) {
            if (order.pump().port() instanceof PortAddress.Capture(Path capture, boolean atOnce)) {
                checkCapture(bedside, capture);
                if (atOnce) {
                    playAtOnce(bedside, capture, printer);
                    return;
                }
            }
            record(bedside, printer);
        }
    }

    /** A wire of another day must not run into the session of a patient who lies here now. */
    private void checkCapture(Bedside bedside, Path capture) throws IOException {
        String captured = CaptureReplay.pumpOf(capture);
        if (!captured.equals(order.pump().model().wireName())) {
            throw new IOException("%s: this is the wire of another pump; give --pump %s"
                    .formatted(order.pump().port(), captured));
        }
        if (bedside.session().isOpen()) {
            throw new IOException("%s: a session is open here, and a capture never joins one; give another --data"
                    .formatted(order.folder()));
        }
    }

    private void record(Bedside bedside, Printer printer) throws IOException {
        SerialPorts ports = wiring.serialPorts(order.folder());
        prepare(bedside, wiring.started(order.pump().isCapture()));
        wiring.start("jars", new OwnJars());
        Moment end = wiring.ticker().get().plus(order.limit());
        Settings settings = Settings.in(order.folder());
        // The outbox itself logs how it stands with the ward.
        WardLink ward = wiring.ward(settings, bedside, _ -> {});
        SessionLoop[] loop = new SessionLoop[1];
        loop[0] = wiring.sessionLoop(
                bedside,
                new Told(bedside, printer, latest -> {
                    ward.show(latest);
                    if (!latest.now().since(end).isNegative()) {
                        loop[0].stop();
                    }
                }),
                new Asked(OPERATOR),
                wiring.keeping(order.folder(), settings.backupOf(order.folder())));
        PumpHearing hearing = new PumpHearing(bedside.session(), loop[0]::offer);
        if (order.pump().isCapture()) {
            read(wiring.line(order.pump(), ports), hearing, loop[0]);
        } else {
            Path file = order.folder()
                    .resolve(CAPTURES)
                    .resolve(order.pump().model().wireName() + ".cap");
            CapturingSource captured = wiring.captured(order.pump(), ports, file);
            if (read(captured, hearing, loop[0])) {
                captured.close();
            }
        }
        ward.stop();
    }

    /** Until the session loop ends; false if the link thread did not end with it. */
    private boolean read(LineSource lines, PumpHearing hearing, SessionLoop loop) {
        LinkLoop link = wiring.readPump(order.pump().model(), lines, hearing);
        wiring.atEnd(() -> {
            hearing.end();
            link.stop();
            loop.stop();
        });
        loop.run();
        link.stop();
        try {
            return link.hasEndedWithin(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** On the clock of the capture: the session is as long, and of the same day, as when it was recorded. */
    private void playAtOnce(Bedside bedside, Path capture, Printer printer) throws IOException {
        Moment began = CaptureReplay.startOf(capture);
        prepare(bedside, new Event.ConsoleStarted(began, "capture", Version.NUMBER, true));
        AtOnce played = new AtOnce(bedside, printer, began);
        PumpHearing hearing = new PumpHearing(bedside.session(), played::take);
        CaptureReplay.play(capture, order.pump().model().newLink(), hearing);
        played.settle();
    }

    private void prepare(Bedside bedside, Event.ConsoleStarted started) throws IOException {
        enter(bedside, started);
        enter(
                bedside,
                new Event.SiteSettingsInForce(
                        started.at(), Settings.in(order.folder()).site()));
        Moment now = started.at();
        if (!bedside.session().isOpen()) {
            enter(bedside, new Event.SessionOpened(now, newId(), UNIDENTIFIED, ZoneId.systemDefault(), OPERATOR));
        }
        for (Event entry : dosing(bedside.session(), now)) {
            enter(bedside, entry);
        }
    }

    /** Enters weight and concentration only where they differ from what the session has: each entry opens a segment. */
    private List<Event> dosing(Session session, Moment now) {
        LocalDate today = now.utc().atZone(ZoneId.systemDefault()).toLocalDate();
        Optional<Event> weight = order.dosing()
                .weight()
                .filter(kg -> !session.setUp().dosingWeight().equals(Optional.of(kg)))
                .map(kg -> new WeightEntry(kg, WeightEntry.Basis.STATED, "command line", today))
                .map(entry -> new Event.WeightConfirmed(now, entry, OPERATOR));
        Optional<Event> solution = order.dosing()
                .concentration()
                .filter(mgPerMl -> !session.setUp().concentration().equals(Optional.of(mgPerMl)))
                .map(mgPerMl -> new Solution("ketamine", mgPerMl, "as given on the command line"))
                .map(made -> new Event.SolutionConfirmed(now, made, OPERATOR, NOBODY));
        return Stream.of(weight, solution).flatMap(Optional::stream).toList();
    }

    private static void enter(Bedside bedside, Event event) throws IOException {
        Optional<String> refusal = bedside.accept(event);
        if (refusal.isPresent()) {
            throw new IOException("the open session does not take this: " + refusal.get());
        }
    }

    /**
     * What the pump says on its way to the session. The first pump that answers with a serial number is bound to a
     * session that has none, before its reading is handed on, so that this reading counts already; a second pump in the
     * same rack changes nothing. Used by the link thread.
     */
    private final class PumpHearing implements Consumer<PumpEvent> {
        private final Consumer<Event> session;
        private volatile boolean ended;
        private boolean bound;

        PumpHearing(Session open, Consumer<Event> session) {
            this.session = session;
            this.bound = open.delivery().binding().isPresent();
        }

        /** The program ends: what becomes of the line from now on says nothing of the pump. Any thread. */
        void end() {
            ended = true;
        }

        @Override
        public void accept(PumpEvent said) {
            if (ended && said instanceof PumpEvent.LinkChanged) {
                return;
            }
            if (!bound && said instanceof PumpEvent.Reading(var reading)) {
                reading.pump().serialNumber().ifPresent(serial -> bind(serial, reading.at()));
            }
            session.accept(new Event.PumpSaid(said));
        }

        private void bind(String serial, Moment at) {
            session.accept(new Event.PumpBound(at, order.pump().model().wireName(), serial, OPERATOR));
            bound = true;
        }
    }

    private static SessionId newId() {
        return new SessionId("s" + new BigInteger(60, new SecureRandom()).toString(36));
    }
}
