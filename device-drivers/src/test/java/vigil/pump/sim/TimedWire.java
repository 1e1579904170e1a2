package vigil.pump.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;

/**
 * A link and a speaker at the two ends of a serial line that takes its time: ten bits a byte, one direction after the other,
 * on a virtual clock. The device answers at once; bytes come in pieces, as from an adapter.
 */
final class TimedWire {
    private static final int BITS = 10;
    private static final int PIECE = 62;
    private static final long NANOS_PER_S = 1_000_000_000L;

    private final PumpLink link;
    private final Speaker speaker;
    private final int baud;
    private Moment now;
    private long bytes;
    private long queries;

    TimedWire(PumpLink link, Speaker speaker, int baud, Moment start) {
        this.link = link;
        this.speaker = speaker;
        this.baud = baud;
        this.now = start;
    }

    Moment now() {
        return now;
    }

    /** Time that all bytes so far took, in both directions. */
    Duration wireTime() {
        return Duration.ofNanos(nanos(bytes));
    }

    /** Queries sent so far. */
    long queries() {
        return queries;
    }

    private long nanos(long count) {
        return count * BITS * NANOS_PER_S / baud;
    }

    /** Lets the link go on until it has sent its next query, and hears the answer. */
    Query next(Consumer<PumpEvent> out) {
        while (true) {
            now = now.plus(Duration.ofNanos(Math.max(0, link.wakeAt() - now.bootNanos())));
            Optional<Query> query = link.due(now, out);
            if (query.isPresent()) {
                exchange(query.get().bytes(), out);
                return query.get();
            }
        }
    }

    private void exchange(byte[] asked, Consumer<PumpEvent> out) {
        queries++;
        pass(asked.length);
        byte[] answer = speaker.heard(asked, asked.length, now);
        for (int at = 0; at < answer.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(answer, at, Math.min(answer.length, at + PIECE));
            pass(piece.length);
            link.received(piece, piece.length, now, out);
        }
    }

    private void pass(int count) {
        bytes += count;
        now = now.plus(Duration.ofNanos(nanos(count)));
    }
}
