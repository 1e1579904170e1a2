package vigil.pump.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;

/**
 * A pump link and a speaker joined in memory on a virtual clock: the same bytes as on a wire, as fast as the processor
 * goes. Not thread-safe.
 */
public final class Bench {
    private final PumpLink link;
    private final Speaker speaker;
    private final Faults faults;
    private Moment now;
    private boolean open;

    /** A bench on which nothing goes wrong, whose line is opened by the first {@link #advance}. */
    public Bench(PumpLink link, Speaker speaker, Moment start) {
        this(link, speaker, Faults.none(start), start);
    }

    /** A bench whose line has faults. */
    public Bench(PumpLink link, Speaker speaker, Faults faults, Moment start) {
        this.link = link;
        this.speaker = speaker;
        this.faults = faults;
        this.now = start;
    }

    /** Where the virtual clock stands. */
    public Moment now() {
        return now;
    }

    /** Lets time pass until {@code to}, telling every event at its moment. */
    public void advance(Moment to, Consumer<PumpEvent> out) {
        if (!open) {
            open = true;
            link.opened(now, out);
        }
        long wakeAt = Math.min(link.wakeAt(), speaker.wakeAt());
        while (wakeAt <= to.bootNanos()) {
            passUntil(wakeAt);
            step(out);
            wakeAt = Math.min(link.wakeAt(), speaker.wakeAt());
        }
        passUntil(to.bootNanos());
    }

    private void passUntil(long bootNanos) {
        long nanos = bootNanos - now.bootNanos();
        if (nanos > 0) {
            now = now.plus(Duration.ofNanos(nanos));
        }
    }

    private void step(Consumer<PumpEvent> out) {
        if (faults.cutsAt(now)) {
            link.closed(new LinkState.Unreachable("the line was cut"), now, out);
            link.opened(now, out);
        }
        if (speaker.wakeAt() <= now.bootNanos()) {
            hear(new byte[0], out);
        }
        long due = link.wakeAt();
        Optional<Query> query = link.due(now, out);
        if (query.isPresent()) {
            hear(query.get().bytes(), out);
        } else if (link.wakeAt() == due && due <= now.bootNanos()) {
            throw new IllegalStateException("the link asks to be woken at %d and then does nothing".formatted(due));
        }
    }

    private void hear(byte[] bytes, Consumer<PumpEvent> out) {
        byte[] answer = faults.damaged(speaker.heard(bytes, bytes.length, now), now);
        if (answer.length > 0) {
            link.received(answer, answer.length, now, out);
        }
    }
}
