package vigil.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.Bedside;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/** A console's session on a real record, at the pace of a test: every entry is taken at once, a second after the last. */
final class SetUpBench implements ConsoleActions, AutoCloseable {
    static final PumpIdentity PUMP = new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111");
    static final Staff NURSE = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);

    private final Bedside bedside;
    private Moment now;
    private Consumer<Snapshot> shown = _ -> {};

    private SetUpBench(Bedside bedside, Moment now) {
        this.bedside = bedside;
        this.now = now;
    }

    /** A program that starts on this data directory, with a pump that answers and does not run. */
    static SetUpBench start(Path folder, int start) throws IOException {
        Instant begin = Instant.parse("2026-03-01T22:31:20Z").plus(Duration.ofMinutes(start));
        Moment now = new Moment(
                begin,
                Duration.ofMinutes(start + 1L).toNanos(),
                Duration.ofMinutes(start + 1L).toNanos());
        SetUpBench bench = new SetUpBench(Bedside.open(folder), now);
        bench.take(new Event.ConsoleStarted(now, "boot", "test", false));
        bench.take(new Event.SiteSettingsInForce(bench.next(), SiteSettings.DEFAULTS));
        bench.take(new Event.PumpSaid(new PumpEvent.LinkChanged(bench.next(), new LinkState.Live())));
        bench.reads("0", DeliveryStatus.NOT_DELIVERING);
        return bench;
    }

    /** Tells {@code screen} every new state from now on. */
    void shows(Consumer<Snapshot> screen) {
        shown = screen;
        shown.accept(snapshot());
    }

    Snapshot snapshot() {
        return bedside.snapshot(now);
    }

    void reads(String mlPerH, DeliveryStatus status) {
        Moment at = next();
        take(new Event.PumpSaid(new PumpEvent.Reading(PumpReading.from(PUMP, at)
                .deliveryStatus(status)
                .flowRate(FlowRate.ofMlPerH(mlPerH))
                .volumeInfused(Volume.ofMl("0"))
                .build())));
    }

    private Moment next() {
        now = now.plus(Duration.ofSeconds(1));
        return now;
    }

    private Optional<String> take(Event event) {
        Optional<String> refusal = bedside.accept(event);
        shown.accept(snapshot());
        return refusal;
    }

    @Override
    public void acknowledge(String conditionKey) {
        throw new AssertionError(conditionKey);
    }

    @Override
    public void pauseAudio() {
        throw new AssertionError("pause");
    }

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        Event.ByPerson event = entry.made(next(), NURSE);
        Optional<String> refusal = bedside.accept(event);
        answer.accept(refusal);
        FxBridge.onFxThread(() -> shown.accept(snapshot()));
    }

    @Override
    public void keep(String form, Map<String, String> texts) {
        take(new Event.DraftKept(next(), form, texts));
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        answer.accept(new Foresight(Optional.empty(), java.util.List.of()));
    }

    @Override
    public void close() {
        try {
            bedside.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
