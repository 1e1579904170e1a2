package vigil.pump.sim;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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
    private Moment now;
    private boolean open;

    /** A bench whose line is opened by the first {@link #advance}. */
    public Bench(PumpLink link, Speaker speaker, Moment start) {
        this.link = link;
        this.speaker = speaker;
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
        while (link.wakeAt() <= to.bootNanos()) {
            passUntil(link.wakeAt());
            step(out);
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
        long due = link.wakeAt();
        Optional<Query> query = link.due(now, out);
        if (query.isPresent()) {
            byte[] bytes = query.get().bytes();
            byte[] answer = speaker.heard(bytes, bytes.length, now);
            if (answer.length > 0) {
                link.received(answer, answer.length, now, out);
            }
        } else if (link.wakeAt() == due) {
            throw new IllegalStateException("the link asks to be woken at %d and then does nothing".formatted(due));
        }
    }
}
