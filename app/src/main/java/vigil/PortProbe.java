package vigil;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.line.LinkLoop;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;

/**
 * Asks a port which pump is there, with read requests and nothing else. Only models are asked whose questions no other
 * supported pump could take for a command; of the others that is not proven yet, so they are chosen by name.
 */
public final class PortProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** BCC has no request that writes, and its frames begin with a byte that the other protocols do not use. */
    private static final List<PumpModel> ASKED = List.of(PumpModel.BCC);

    private final Wiring wiring;
    private final SerialPorts ports;

    public PortProbe(Wiring wiring, SerialPorts ports) {
        this.wiring = wiring;
        this.ports = ports;
    }

    /** What answers at {@code path}, in one line. */
    public String ask(String path) {
        for (PumpModel model : ASKED) {
            String answer = ask(model, new PortAddress.Device(path));
            if (!answer.isEmpty()) {
                return answer;
            }
        }
        return "no B. Braun BCC answers at its usual line settings; other pumps are not asked, choose them by name";
    }

    private String ask(PumpModel model, PortAddress port) {
        BlockingQueue<PumpEvent> said = new ArrayBlockingQueue<>(256);
        LinkLoop link = wiring.readPump(LineChoice.FACTORY.pump(model, port), ports, said::offer);
        try {
            return answer(model, said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "asking was broken off";
        } finally {
            link.stop();
        }
    }

    private String answer(PumpModel model, BlockingQueue<PumpEvent> said) throws InterruptedException {
        long end = wiring.ticker().get().monotonicNanos() + PATIENCE.toNanos();
        while (true) {
            long left = end - wiring.ticker().get().monotonicNanos();
            PumpEvent event = left <= 0 ? null : said.poll(left, TimeUnit.NANOSECONDS);
            switch (event) {
                case null -> {
                    return "";
                }
                case PumpEvent.Reading(var reading) -> {
                    return "%s: %s, serial number %s"
                            .formatted(
                                    model.humanName(),
                                    reading.pump().model(),
                                    reading.pump().serialNumber().orElse("not told"));
                }
                case PumpEvent.LinkChanged(var at, LinkState.Unreachable(String reason)) -> {
                    return reason;
                }
                default -> {
                    // other states say nothing yet of who is there
                }
            }
        }
    }
}
