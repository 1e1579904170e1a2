package vigil.ward;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.pump.Moment;
import vigil.ward.WardException.Kind;

/**
 * Brings a bedside's record and its present state to the ward's database, on a thread of its own. What the ward holds is the
 * pointer: after each connection it says how far it is, and moves on only with what it has committed. The state of now goes
 * first, whatever waits behind it. {@link #publish} and {@link #stop} may be called from any thread and never wait.
 *
 * <p>Whatever the ward does, nothing here reaches the bedside but a {@link WardStatus}.
 */
public final class Outbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration BETWEEN_STATES = Duration.ofMillis(900);
    private static final Duration BETWEEN_ENTRIES = Duration.ofSeconds(2);
    private static final Duration BETWEEN_SIGNATURES = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** A batch that takes longer is followed by a smaller one, so that the state is never held up for long. */
    private static final Duration BRISK = Duration.ofMillis(300);

    private static final int FEWEST = 16;
    private static final int MOST = 2_048;
    private static final int BYTES = 1 << 20;

    private final WardAddress address;
    private final OwnRecord record;
    private final Supplier<Moment> clock;
    private final Consumer<WardStatus> told;
    private final AtomicReference<@Nullable Supplier<RoomState>> newest = new AtomicReference<>();
    /** Holds one thing at most: there is something new to show. */
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    /** Down once nothing more is wanted. */
    private final CountDownLatch stopped = new CountDownLatch(1);

    private WardStatus status = new WardStatus.Off();
    private Optional<RoomState> shown = Optional.empty();
    private Optional<Moment> shownAt = Optional.empty();
    private Optional<Moment> signedAt = Optional.empty();
    private int most = FEWEST;

    public Outbox(WardAddress address, OwnRecord record, Supplier<Moment> clock, Consumer<WardStatus> told) {
        this.address = address;
        this.record = record;
        this.clock = clock;
        this.told = told;
    }

    /** How it stands here now, worked out on the outbox's thread if it is still the newest by then. */
    public void publish(Supplier<RoomState> state) {
        newest.set(state);
        ring();
    }

    private void ring() {
        boolean first = bell.offer(true);
        LOG.trace("Something new for the ward, {}", first);
    }

    /** Ends it soon, at the latest when a read from the ward times out. */
    public void stop() {
        stopped.countDown();
        ring();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (!isStopped()) {
            Moment began = clock.get();
            try (Uplink uplink = Uplink.open(address)) {
                serve(uplink);
            } catch (WardException e) {
                apart(e.kind(), e.getMessage());
            } catch (IOException e) {
                apart(Kind.FOREIGN, "this record cannot be read for the ward: " + e.getMessage());
            } catch (RuntimeException e) {
                // One state that nobody foresaw must not keep all that follows from the ward.
                LOG.error("Something could not be made ready for the ward", e);
                apart(Kind.UNABLE, "something could not be made ready for the ward: " + e.getMessage());
            }
            boolean lasted = clock.get().since(began).compareTo(LONGEST_PAUSE) > 0;
            pause = lasted ? FIRST_PAUSE : pause;
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void serve(Uplink uplink) throws IOException {
        Head there = uplink.head();
        if (!record.holds(there)) {
            throw foreign(there);
        }
        Moment next = clock.get();
        boolean stores = true;
        while (!isStopped()) {
            showNewest(uplink);
            Moment now = clock.get();
            boolean due = !now.since(next).isNegative();
            if (due && record.reached() > there.sequence()) {
                Optional<Head> stored = delivered(uplink, there);
                stores = stored.isPresent();
                there = stored.orElse(there);
                boolean more = record.reached() - there.sequence() > FEWEST;
                next = now.plus(stores ? more ? Duration.ZERO : BETWEEN_ENTRIES : LONGEST_PAUSE);
            } else {
                awaitNews(BETWEEN_STATES.dividedBy(4));
            }
            if (stores) {
                tell(there);
            }
        }
    }

    private WardException foreign(Head there) {
        long purged = record.purged().map(Head::sequence).orElse(0L);
        return new WardException(
                Kind.FOREIGN,
                there.sequence() < purged
                        ? "ward %s holds this room up to entry %d, or another record; what follows, up to entry %d, was purged at the bedside before it came here; nothing was changed there; admit this bedside under another name"
                                .formatted(address, there.sequence(), purged)
                        : "ward %s holds another record of this room up to entry %d; nothing was changed there; restore that one with 'vigil rebuild --ward', or admit this bedside under another name"
                                .formatted(address, there.sequence()));
    }

    /** Empty while the ward has no room for entries: it is still shown how it stands here. */
    private Optional<Head> delivered(Uplink uplink, Head there) throws IOException {
        try {
            return Optional.of(deliver(uplink, there));
        } catch (WardException e) {
            if (e.kind() != Kind.UNABLE) {
                throw e;
            }
            apart(e.kind(), e.getMessage());
            return Optional.empty();
        }
    }

    private Head deliver(Uplink uplink, Head there) throws IOException {
        Head from = record.goesOnBehindPurge(there) ? uplink.passOverPurged() : there;
        List<EntryCopy> batch = record.after(from, most, BYTES);
        Moment before = clock.get();
        Head stored = uplink.append(batch);
        boolean brisk = clock.get().since(before).compareTo(BRISK) < 0;
        most = brisk ? Math.min(MOST, most * 2) : Math.max(FEWEST, most / 2);
        if (signedAt.isEmpty() || before.since(signedAt.get()).compareTo(BETWEEN_SIGNATURES) >= 0) {
            uplink.sign(record.signed(stored));
            signedAt = Optional.of(before);
        }
        return stored;
    }

    private void showNewest(Uplink uplink) throws WardException {
        Optional<RoomState> state = taken();
        if (state.isPresent()) {
            uplink.show(state.get());
            shown = state;
            shownAt = Optional.of(clock.get());
        }
    }

    /** What is to be shown now: each second, and at once when a condition came or went. */
    private Optional<RoomState> taken() {
        Supplier<RoomState> latest = newest.get();
        if (latest == null) {
            return Optional.empty();
        }
        RoomState state = latest.get();
        boolean due = shownAt.map(at -> clock.get().since(at).compareTo(BETWEEN_STATES) >= 0)
                .orElse(true);
        boolean urgent = shown.map(it -> !it.isAsUrgentAs(state)).orElse(true);
        if (!due && !urgent) {
            return Optional.empty();
        }
        // If a newer one came meanwhile, it stays for the next turn.
        newest.compareAndSet(latest, null);
        return Optional.of(state);
    }

    private void awaitNews(Duration most) {
        try {
            Boolean rung = bell.poll(most.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("Woken by something new: {}", rung);
        } catch (InterruptedException e) {
            interrupted();
        }
    }

    private void pause(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The outbox ends");
            }
        } catch (InterruptedException e) {
            interrupted();
        }
    }

    private void interrupted() {
        stopped.countDown();
        Thread.currentThread().interrupt();
    }

    private void tell(Head there) {
        long waiting = record.reached() - there.sequence();
        tell(waiting > MOST / 2 ? new WardStatus.Behind(waiting) : new WardStatus.Current());
    }

    private void apart(Kind kind, String reason) {
        tell(new WardStatus.Apart(kind, reason));
    }

    private void tell(WardStatus now) {
        boolean news = !now.equals(status);
        if (news && now.getClass() != status.getClass()) {
            LOG.info("Ward: {}", now);
        }
        status = now;
        if (news) {
            told.accept(now);
        }
    }
}
