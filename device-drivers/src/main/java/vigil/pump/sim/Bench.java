package vigil.pump.sim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;
import vigil.pump.line.LineListener;

/**
 * A pump link and a speaker joined in memory on a virtual clock: the same bytes as on a wire, as fast as the processor
 * goes. Not thread-safe.
 */
public final class Bench {
    private static final byte[] NOTHING = {};
    /** A link may change its mind at the very moment it is woken, and ask a moment later. */
    private static final int MOST_IDLE_STEPS = 3;

    private final PumpLink link;
    private final Speaker speaker;
    private final Faults faults;
    private final Timetable happens;
    private LineListener listener = LineListener.NONE;
    private Moment now;
    private boolean open;
    private int idleSteps;

    /** A bench on which nothing goes wrong, whose line is opened by the first {@link #advance}. */
    public Bench(PumpLink link, Speaker speaker, Moment start) {
        this(link, speaker, Faults.none(start), start);
    }

    /** A bench whose line has faults. */
    public Bench(PumpLink link, Speaker speaker, Faults faults, Moment start) {
        this(link, speaker, faults, new Timetable(List.of(), start), start);
    }

    /** A bench whose line has faults, and at whose device something happens; it is done as soon as a byte is due. */
    public Bench(PumpLink link, Speaker speaker, Faults faults, Timetable happens, Moment start) {
        this.happens = happens;
        this.link = link;
        this.speaker = speaker;
        this.faults = faults;
        this.now = start;
    }

    /** From now on {@code told} hears what passes between the two, as it would of a line. */
    public Bench listenedTo(LineListener told) {
        listener = told;
        return this;
    }

    /** What the link has counted. */
    public LinkCounters counters() {
        return link.counters();
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
        long wakeAt = wakeAt();
        while (wakeAt <= to.bootNanos()) {
            passUntil(wakeAt);
            step(out);
            wakeAt = wakeAt();
        }
        passUntil(to.bootNanos());
    }

    private long wakeAt() {
        return Math.min(faults.wakeAt(now), Math.min(link.wakeAt(), speaker.wakeAt()));
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
        happens.runUntil(now);
        boolean speaks = speaker.wakeAt() <= now.bootNanos();
        receive(faults.passed(speaks ? speaker.heard(NOTHING, 0, now) : NOTHING, now), out);
        long due = link.wakeAt();
        Optional<Query> query = link.due(now, out);
        query.ifPresent(it -> hear(it, out));
        boolean stuck = query.isEmpty() && link.wakeAt() == due && due <= now.bootNanos();
        idleSteps = stuck ? idleSteps + 1 : 0;
        if (idleSteps > MOST_IDLE_STEPS) {
            throw new IllegalStateException("the link asks to be woken at %d and then does nothing".formatted(due));
        }
    }

    private void hear(Query query, Consumer<PumpEvent> out) {
        listener.sent(query, now);
        byte[] bytes = query.bytes();
        receive(faults.passed(speaker.heard(bytes, bytes.length, now), now), out);
    }

    private void receive(byte[] bytes, Consumer<PumpEvent> out) {
        if (bytes.length > 0) {
            listener.received(bytes.clone(), now);
            link.received(bytes, bytes.length, now, out);
        }
    }
}
