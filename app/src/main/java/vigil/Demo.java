package vigil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;
import vigil.people.People;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.scenario.Scenario;
import vigil.scenario.ScenarioRun;
import vigil.scenario.Sight;
import vigil.scenario.Stage;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;
import vigil.ui.wire.WireSight;

/**
 * A scenario played at a real bedside: real wire bytes, engine, journal and store, on made-up people and a virtual clock.
 * Used by one thread.
 */
final class Demo implements AutoCloseable, Stage, Asked.Session {
    private static final Duration SETTLE = Duration.ofSeconds(1);
    /** A look at the clock costs more than an event's share of it. */
    private static final int EVENTS_BETWEEN_LOOKS = 64;

    private static final PumpModel PUMP = PumpModel.BCC;
    private static final String HANDOVER = "handover.pdf";
    private static final List<Exports.Format> FILED =
            List.of(Exports.Format.PDF, Exports.Format.CSV, Exports.Format.FHIR);

    private final Path out;
    private final Wiring wiring;
    private final Ticker ticker;
    private final ScenarioRun run;
    private Bedside bedside;
    private final CompletableFuture<Snapshot> pictured = new CompletableFuture<>();
    private Moment settled;
    private int events;
    private boolean handedOver;
    private Optional<Clerk> reader = Optional.empty();
    private PrintWords shown = PrintWords.english();

    Demo(Scenario scenario, Path out, Wiring wiring) throws IOException {
        this.out = out;
        this.wiring = wiring;
        this.ticker = wiring.ticker();
        this.settled = ticker.get();
        this.bedside = wiring.bedside(DemoFolder.fresh(out));
        this.run = new ScenarioRun(scenario, PUMP, this);
        accept(new Event.ConsoleStarted(run.now(), ScenarioRun.BOOT_ID, Version.NUMBER, true));
    }

    /** From now on {@code clerk} tells what stands in the record of this course; its times are those of the course. */
    void showTo(Clerk clerk, PrintWords words) {
        reader = Optional.of(clerk);
        shown = words;
        clerk.opened(bedside.contents(run::now, words));
    }

    /** Plays on until {@code elapsed} since the start of the course, or to its end. */
    void playUntil(Duration elapsed) {
        run.playUntil(elapsed);
    }

    /** Plays to the end as fast as the machine can, the pump on a thread of its own. */
    void playToTheEnd() {
        run.playToTheEnd(wiring.pump());
        pictured.complete(snapshot());
    }

    /** Plays second by second until drug flows for the first time. */
    void playToFirstDelivery() {
        while (!run.isOver()
                && bedside.session().progress().course().startedAt().isEmpty()) {
            run.playUntil(run.elapsed().plusSeconds(1));
        }
    }

    /** Shows what passes over the simulated line from now on, once for every {@code between} of the course. */
    void showWire(Duration between, Consumer<WireSight> told) {
        WireSight.Connection line = new WireSight.Connection(PUMP, "simulated", Optional.empty());
        run.listenedTo(new WireWatch(line, run::counters, told, between));
    }

    Duration elapsed() {
        return run.elapsed();
    }

    Moment now() {
        return run.now();
    }

    Snapshot snapshot() {
        return bedside.snapshot(run.now());
    }

    @Override
    public Optional<String> accept(Event event) {
        Optional<String> refusal = bedside.accept(event);
        events++;
        if (events % EVENTS_BETWEEN_LOOKS == 0) {
            settleIfDue(event.at());
        }
        return refusal;
    }

    @Override
    public Foresight foresee(Event event) {
        return bedside.foresee(event);
    }

    @Override
    public People people() {
        return bedside.people();
    }

    @Override
    public Session state() {
        return bedside.session();
    }

    private void settleIfDue(Moment now) {
        Moment real = ticker.get();
        if (real.since(settled).compareTo(SETTLE) >= 0) {
            bedside.settle(now);
            settled = real;
        }
    }

    @Override
    public Optional<String> sign(SignatureMeaning meaning, Staff by, Moment at) {
        try {
            String hash = exports().contentHash(sessionId(), at.utc());
            return accept(new Event.Signed(at, meaning, hash, by));
        } catch (IOException e) {
            throw new UncheckedIOException("the record cannot be read to be signed", e);
        }
    }

    @Override
    public void handover(Moment at) {
        try {
            exports().handover(sessionId(), out.resolve(HANDOVER), IfPresent.REPLACE, at.utc());
            handedOver = true;
        } catch (IOException e) {
            throw new UncheckedIOException("the handover sheet cannot be written", e);
        }
    }

    @Override
    public Sight seen(Moment now) {
        return bedside.seen(now);
    }

    /** As after a power cut: nothing of the program is left but what stands in its data directory. */
    @Override
    public void startAgain(String bootId, Moment at) {
        try {
            reader.ifPresent(Clerk::closed);
            bedside.close();
            bedside = wiring.bedside(DemoFolder.data(out));
        } catch (IOException e) {
            throw new UncheckedIOException("the bedside does not start again", e);
        }
        reader.ifPresent(clerk -> showTo(clerk, shown));
        accept(new Event.ConsoleStarted(at, bootId, Version.NUMBER, true));
    }

    @Override
    public void picture(Moment at) {
        pictured.complete(bedside.snapshot(at));
    }

    /** The first moment that the scenario asks to keep a picture of, once it has come; else the last one of the course. */
    CompletableFuture<Snapshot> pictured() {
        return pictured;
    }

    /**
     * Writes what a ward would file: the 4-hour record in three formats, and the handover sheet if no shift changed.
     *
     * @return why there is no print of the 4-hour record, where the course never came to it; an older one is removed
     */
    Optional<String> export() throws IOException {
        Optional<String> unprintable = exports().unprintable(sessionId());
        for (Exports.Format format : FILED) {
            Path file = out.resolve(fileName(format));
            if (format == Exports.Format.PDF && unprintable.isPresent()) {
                Files.deleteIfExists(file);
            } else {
                exports()
                        .observationRecord(
                                sessionId(),
                                format,
                                file,
                                IfPresent.REPLACE,
                                run.now().utc());
            }
        }
        if (!handedOver) {
            handover(run.now());
        }
        return unprintable;
    }

    private static String fileName(Exports.Format format) {
        return switch (format) {
            case PDF -> "observation-record.pdf";
            case CSV -> "observation-record.csv";
            case FHIR -> "observation-record.fhir.json";
            case HL7 -> "observation-record.hl7";
        };
    }

    private Exports exports() throws IOException {
        return new Exports(bedside.store(), PrintWords.english());
    }

    private SessionId sessionId() {
        return bedside.session().id().orElseThrow(() -> new IllegalStateException("the scenario opened no session"));
    }

    @Override
    public void close() throws IOException {
        bedside.settle(run.now());
        bedside.close();
    }
}
