package vigil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vigil.pump.LineSettings;
import vigil.pump.LinkState;
import vigil.pump.Probing;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.line.Line;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;

/**
 * Looks which pump is at a port of which nothing is known, as {@code docs/drivers/probing.md} says: it listens first, and a
 * port on which something unknown speaks is asked nothing; then it asks, with read requests, the models of which it is
 * proven that no supported pump takes their questions for a command. The first that answers ends it.
 */
public final class PortProbe {
    private static final Duration LISTENS = Duration.ofMillis(2_500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final int SHOWN = 16;

    private final Wiring wiring;
    private final SerialPorts ports;
    private final LineChoice line;

    /**
     * What was found at a port.
     *
     * @param model the pump that answered, if one did
     * @param said the finding in one line
     */
    public record Finding(Optional<PumpModel> model, String said) {
        private static Finding without(String said) {
            return new Finding(Optional.empty(), said);
        }
    }

    /** Looks with the line settings of each model's factory, where {@code line} does not say otherwise. */
    public PortProbe(Wiring wiring, SerialPorts ports, LineChoice line) {
        this.wiring = wiring;
        this.ports = ports;
        this.line = line;
    }

    /** What is at the serial port {@code path}. */
    public Finding ask(String path) {
        PortAddress port = new PortAddress.Device(path);
        try {
            Optional<Finding> found = listened(port);
            return found.isPresent() ? found.get() : asked(port);
        } catch (IOException told) {
            return Finding.without(String.valueOf(told.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.without("asking was broken off");
        }
    }

    /**
     * Listens with the settings of every model that may be asked afterwards, those that call first: at other settings their
     * calls are something unknown. Sends nothing unless one calls.
     */
    private Optional<Finding> listened(PortAddress port) throws IOException, InterruptedException {
        for (PumpModel model : callersFirst()) {
            byte[] heard = heard(line.pump(model, port));
            if (model.probing() instanceof Probing.Called called && called.isHeardIn(heard)) {
                return Optional.of(answer(model, port)
                        .orElseGet(() -> Finding.without("calls like " + model.humanName() + " but does not answer")));
            }
            if (heard.length > 0) {
                return Optional.of(Finding.without(unknown(heard)));
            }
        }
        return Optional.empty();
    }

    private List<PumpModel> callersFirst() {
        return Arrays.stream(PumpModel.values())
                .filter(this::mayBeAsked)
                .sorted(Comparator.comparing(model -> !(model.probing() instanceof Probing.Called)))
                .toList();
    }

    private static String unknown(byte[] heard) {
        String shown = HexFormat.of().formatHex(heard, 0, Math.min(SHOWN, heard.length));
        return "something speaks here by itself (%s), so nothing was sent; choose the pump by name".formatted(shown);
    }

    private byte[] heard(ChosenPump pump) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        byte[] buffer = new byte[256];
        try (Line open = pump.port().open(ports, pump.settings())) {
            long end = wiring.ticker().get().monotonicNanos() + LISTENS.toNanos();
            long left = LISTENS.toNanos();
            while (left > 0 && heard.size() < buffer.length) {
                int count = open.read(buffer, Duration.ofNanos(left));
                heard.write(buffer, 0, Math.max(0, count));
                left = count < 0 ? 0 : end - wiring.ticker().get().monotonicNanos();
            }
        }
        return heard.toByteArray();
    }

    private Finding asked(PortAddress port) throws InterruptedException {
        for (PumpModel model : PumpModel.values()) {
            if (model.probing() instanceof Probing.Asked && mayBeAsked(model)) {
                Optional<Finding> answer = answer(model, port);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        return Finding.without("nothing speaks or answers. " + inquiry());
    }

    /** Whether the questions are proven harmless with these settings. */
    private boolean mayBeAsked(PumpModel model) {
        LineSettings factory = model.lineSettings();
        LineSettings chosen = line.on(factory);
        return switch (model.probing()) {
            case Probing.Asked(var speeds) ->
                speeds.contains(chosen.baud())
                        && chosen.equals(new LineSettings(
                                chosen.baud(), factory.dataBits(), factory.parity(), factory.stopBits()));
            case Probing.Called _ -> chosen.equals(factory);
            case Probing.Never _ -> false;
        };
    }

    /** Who was asked and who was not, and why. */
    private String inquiry() {
        List<PumpModel> all = Arrays.asList(PumpModel.values());
        return all.stream()
                .map(model -> "%s: %s".formatted(model.wireName(), how(model)))
                .collect(Collectors.joining("; "));
    }

    private String how(PumpModel model) {
        if (model.probing() instanceof Probing.Never(String reason)) {
            return "never asked, " + reason;
        }
        if (!mayBeAsked(model)) {
            return "not asked with other line settings than " + model.lineSettings();
        }
        return model.probing() instanceof Probing.Called
                ? "did not call at " + line.on(model.lineSettings())
                : "asked at " + line.on(model.lineSettings());
    }

    private Optional<Finding> answer(PumpModel model, PortAddress port) throws InterruptedException {
        BlockingQueue<PumpEvent> said = new ArrayBlockingQueue<>(256);
        LinkLoop link = wiring.readPump(line.pump(model, port), ports, said::offer);
        try {
            return firstAnswer(model, said);
        } finally {
            link.stop();
            link.hasEndedWithin(GOODBYE);
        }
    }

    private Optional<Finding> firstAnswer(PumpModel model, BlockingQueue<PumpEvent> said) throws InterruptedException {
        long end = wiring.ticker().get().monotonicNanos() + PATIENCE.toNanos();
        while (true) {
            long left = end - wiring.ticker().get().monotonicNanos();
            PumpEvent event = left <= 0 ? null : said.poll(left, TimeUnit.NANOSECONDS);
            if (event == null) {
                return Optional.empty();
            }
            Optional<Finding> told = told(model, event);
            if (told.isPresent()) {
                return told;
            }
        }
    }

    /** What an event says of who is there; most say nothing. */
    private static Optional<Finding> told(PumpModel model, PumpEvent event) {
        return switch (event) {
            case PumpEvent.Reading(var reading) ->
                Optional.of(new Finding(
                        Optional.of(model),
                        "%s: %s, serial number %s"
                                .formatted(
                                        model.humanName(),
                                        reading.pump().model(),
                                        reading.pump().serialNumber().orElse("not told"))));
            case PumpEvent.LinkChanged(var _, LinkState.Unreachable(String reason)) ->
                Optional.of(Finding.without(reason));
            case PumpEvent.LinkChanged(var _, LinkState.Refused(String reason)) ->
                Optional.of(Finding.without("%s: answers, but %s".formatted(model.humanName(), reason)));
            case PumpEvent.LinkChanged(var _, LinkState.Garbled()) ->
                Optional.of(Finding.without(
                        "something answers, but not as %s does; nobody else was asked".formatted(model.humanName())));
            case PumpEvent.LinkChanged _,
                    PumpEvent.AlarmStarted _,
                    PumpEvent.AlarmEnded _,
                    PumpEvent.SlotChanged _,
                    PumpEvent.Rejected _ -> Optional.empty();
        };
    }
}
