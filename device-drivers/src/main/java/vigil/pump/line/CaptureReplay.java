package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;

/**
 * Plays a capture through a link at once: the clock is the capture's own, so a night takes a second and gives the same
 * readings at the same moments as when it was recorded. Not thread-safe.
 */
public final class CaptureReplay {
    private final PumpLink link;
    private final Consumer<PumpEvent> out;
    private final Instant began;
    private Moment now;

    private CaptureReplay(PumpLink link, Instant began, Consumer<PumpEvent> out) {
        this.link = link;
        this.out = out;
        this.began = began;
        this.now = new Moment(began, 0, 0);
    }

    /** The pump model, by its name on the command line, that a capture is of. */
    public static String pumpOf(Path file) throws IOException {
        try (CaptureReader capture = CaptureReader.open(file)) {
            return capture.pump();
        }
    }

    /** The moment at which a capture begins, on the clock it is played with. */
    public static Moment startOf(Path file) throws IOException {
        try (CaptureReader capture = CaptureReader.open(file)) {
            return new Moment(capture.began(), 0, 0);
        }
    }

    /** Plays the whole file. What the link would send goes nowhere. */
    public static void play(Path file, PumpLink link, Consumer<PumpEvent> out) throws IOException {
        try (CaptureReader capture = CaptureReader.open(file)) {
            CaptureReplay replay = new CaptureReplay(link, capture.began(), out);
            Optional<CaptureEntry> entry = capture.entry();
            while (entry.isPresent()) {
                replay.play(entry.get());
                entry = capture.entry();
            }
        }
    }

    private void play(CaptureEntry entry) {
        advance(entry.at());
        switch (entry.kind()) {
            case OPENED -> link.opened(now, out);
            case CLOSED -> link.closed(new LinkState.Unreachable(entry.text()), now, out);
            case HEARD -> {
                byte[] bytes = entry.bytes();
                link.received(bytes, bytes.length, now, out);
            }
            case SAID -> link.due(now, out);
        }
    }

    /** Lets the link do what it does by itself, each at its own moment, before {@code at}. */
    private void advance(Duration at) {
        long to = at.toNanos();
        while (link.wakeAt() < to) {
            now = moment(Math.max(now.bootNanos(), link.wakeAt()));
            long due = link.wakeAt();
            boolean sends = link.due(now, out).isPresent();
            if (!sends && link.wakeAt() == due) {
                break;
            }
        }
        now = moment(Math.max(now.bootNanos(), to));
    }

    private Moment moment(long nanos) {
        return new Moment(began.plusNanos(nanos), nanos, nanos);
    }
}
