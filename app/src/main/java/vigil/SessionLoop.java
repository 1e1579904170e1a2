package vigil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.people.People;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Session;

/**
 * The session thread: takes events from the only queue, bounded, through the bedside, and publishes a snapshot after each
 * batch. {@link #offer} and {@link #stop} may be called from any thread; the rest belongs to the thread that runs this.
 */
final class SessionLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);
    private static final int CAPACITY = 4_096;
    private static final Duration TICK = Duration.ofSeconds(1);
    /**
     * After a reading: a pump that says something each second says it a little early or late, and a tick just before would be
     * recorded, and have the screen drawn, for nothing.
     */
    private static final Duration TICK_AFTER_READING = Duration.ofMillis(1_250);
    /** How long an entry made at the window waits at most. */
    private static final Duration LOOK = Duration.ofMillis(50);
    /** Readings that share a force, one page written for two: the first waits no longer than that for the next (goal R3). */
    private static final Duration GROUPED = Duration.ofSeconds(1);
    /** The thread looks many times a second; what is longer is a standstill of the program, which is recorded. */
    private static final Duration STANDSTILL = Duration.ofSeconds(5);
    /** What comes so soon before that is taken into the same force. */
    private static final Duration EARLY = Duration.ofMillis(100);

    /** One accepted event and the snapshot right after it. */
    record Seen(Event event, Snapshot after) {}

    /** Told of what was taken. */
    @FunctionalInterface
    interface Watcher {
        /** Every batch: what must be on the disk first is there; readings and ticks may still wait for their second. */
        void recorded(List<Seen> batch, Snapshot latest);

        /** Everything told so far is on the disk, or the snapshot says "not recording". */
        default void settled() {}
    }

    private final Bedside bedside;
    private final Supplier<Moment> clock;
    private final Watcher watcher;
    private final Asked asked;
    private final Optional<Keeping> keeping;
    private Optional<Moment> unsettled = Optional.empty();
    private Optional<Moment> looked = Optional.empty();
    private boolean heard;
    private final BlockingQueue<Event> inbox = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean stopped;

    SessionLoop(Bedside bedside, Supplier<Moment> clock, Watcher watcher, Asked asked, Optional<Keeping> keeping) {
        this.bedside = bedside;
        this.clock = clock;
        this.watcher = watcher;
        this.asked = asked;
        this.keeping = keeping;
    }

    /** Hands an event in. If the queue is full the loss is counted and journalled with the next event. */
    void offer(Event event) {
        if (!inbox.offer(event)) {
            lost.incrementAndGet();
        }
    }

    /** Ends the loop within a second, after what is in the queue. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped || !inbox.isEmpty() || !asked.isEmpty() || lost.get() > 0) {
            batch(waited());
        }
        settle(clock.get());
    }

    private void settleAfter(Duration waiting, Moment now) {
        if (unsettled.filter(since -> now.since(since).compareTo(waiting) >= 0).isPresent()) {
            settle(now);
        }
    }

    private void settle(Moment now) {
        bedside.settle(now);
        unsettled = Optional.empty();
        watcher.settled();
    }

    /** The next events: what the pump said, or a tick after a second of nothing. Ends early for what a person asks. */
    private List<Event> waited() {
        List<Event> events = new ArrayList<>();
        Moment until = clock.get().plus(heard ? TICK_AFTER_READING : TICK);
        do {
            take(events);
        } while (events.isEmpty()
                && asked.isEmpty()
                && !stopped
                && clock.get().since(until).isNegative());
        standstill(clock.get()).ifPresent(events::add);
        heard = events.stream().anyMatch(Event.PumpSaid.class::isInstance);
        int missed = lost.getAndSet(0);
        if (missed > 0) {
            events.add(new Event.EventsLost(clock.get(), missed));
        }
        if (events.isEmpty() && asked.isEmpty()) {
            events.add(new Event.Tick(clock.get()));
        }
        return events;
    }

    /** Told behind what was read before it. */
    private Optional<Event> standstill(Moment now) {
        Optional<Duration> since = looked.map(now::since);
        looked = Optional.of(now);
        return since.filter(stood -> stood.compareTo(STANDSTILL) > 0).map(stood -> new Event.ProgramStood(now, stood));
    }

    private void take(List<Event> events) {
        try {
            Event first = inbox.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                events.add(first);
                inbox.drainTo(events);
            } else {
                settleAfter(GROUPED, clock.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the session thread must never be interrupted", e);
        }
    }

    private void batch(List<Event> events) {
        Batch batch = new Batch();
        for (Event event : events) {
            batch.accept(event).ifPresent(reason -> LOG.warn("Refused: {}", reason));
        }
        asked.takeAll(clock.get(), batch);
        asked.watch(clock.get(), batch);
        Moment now = clock.get();
        keeping.flatMap(it -> it.look(bedside.session().phase(), now)).ifPresent(batch::accept);
        unsettled = unsettled.or(() -> Optional.of(now));
        settleAfter(GROUPED.minus(EARLY), now);
        watcher.recorded(batch.seen, bedside.snapshot(now));
    }

    /** What is taken in one go. */
    private final class Batch implements Asked.Session {
        private final List<Seen> seen = new ArrayList<>();

        @Override
        public Optional<String> accept(Event event) {
            Optional<String> refusal = bedside.accept(event);
            if (refusal.isEmpty()) {
                seen.add(new Seen(event, bedside.snapshot(event.at())));
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
    }
}
