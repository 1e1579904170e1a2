package vigil.sound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;
import vigil.session.SoundProblem;

/**
 * Plays what the session wants to be heard, on the thread that runs this. The device is kept open and fed with silence, so
 * that an alarm begins at once and a device that stops is noticed while nothing sounds. {@link #show}, {@link #look} and
 * {@link #stop} may be called from any thread and return at once.
 *
 * <p>What is wrong is reported when it begins, and again when it has ended: no device, a device that plays no more, every
 * output muted, or this thread held up in the device. The device is tried again until it plays.
 */
public final class Loudspeaker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Loudspeaker.class);

    /** Key of the signal that sounds when the session itself has fallen silent. */
    static final String CORE_SILENT = "CONSOLE-SILENT";

    private static final Duration TURN = Duration.ofMillis(25);
    /** How far ahead of what is heard samples are decided upon: how late an alarm begins, how late a thread may be. */
    private static final int AHEAD = Synthesis.frames(150);
    /** How long a device may stand still. */
    private static final Duration STANDSTILL = Duration.ofSeconds(1);
    /** Sooner than the minute of decision N12. */
    private static final Duration RETRY = Duration.ofSeconds(10);
    /** R31: the session has shown nothing new for this long. */
    private static final Duration CORE_LIMIT = Duration.ofSeconds(10);
    /** How long this thread may be held up in the device. */
    private static final Duration TURN_LIMIT = Duration.ofSeconds(3);

    private final SoundDevice device;
    private final Supplier<Moment> clock;
    private final AtomicReference<Shown> wanted = new AtomicReference<>(new Shown(Wanted.NOTHING, 0));
    private final AtomicReference<Optional<Moment>> lastTurn = new AtomicReference<>(Optional.empty());
    private final short[] block = new short[Annunciator.BLOCK];
    private volatile Consumer<Optional<SoundProblem>> listener = problem -> {};
    private volatile Optional<Optional<SoundProblem>> told = Optional.empty();
    private volatile boolean heldUp;
    private volatile boolean stopped;

    /** Made once there is a device: to reckon the bursts takes as long as a tenth of a start. */
    private Optional<Annunciator> annunciator = Optional.empty();

    private Optional<Playing> playing = Optional.empty();
    private Optional<Moment> retryAt = Optional.empty();
    /** When the session first wanted anything, and then when it last showed something new. */
    private Optional<Moment> shownAt = Optional.empty();

    private long seen;
    private int opened;
    private int asked;

    /** An open device and the last sign of life. */
    private record Playing(SoundOutput output, long played, Moment advanced, Moment mutedLookedAt) {}

    /** What the session wants, numbered, so that the same shown again is seen as new. */
    private record Shown(Wanted wanted, long number) {}

    public Loudspeaker(SoundDevice device, Supplier<Moment> clock) {
        this.device = device;
        this.clock = clock;
    }

    /** Of this machine's sound device. */
    public static Loudspeaker ofThisMachine(Supplier<Moment> clock) {
        return new Loudspeaker(new SystemSound(), clock);
    }

    /** Told, on any thread, what is wrong, or nothing once it plays; to be set before this runs. */
    public void reportTo(Consumer<Optional<SoundProblem>> report) {
        listener = report;
    }

    /** From now on this is to be heard. */
    public void show(Wanted next) {
        wanted.updateAndGet(before -> new Shown(next, before.number() + 1));
    }

    /** Ends the sound within a turn. */
    public void stop() {
        stopped = true;
    }

    /** Has the session's thread look whether this one still turns. */
    public void look(Moment now) {
        boolean late = lastTurn.get()
                .filter(turn -> isLongerAgo(TURN_LIMIT, turn, now))
                .isPresent();
        if (late != heldUp) {
            heldUp = late;
            Optional<SoundProblem> otherwise = told.orElse(Optional.empty());
            listener.accept(late ? Optional.of(SoundProblem.NO_ANSWER) : otherwise);
        }
    }

    /** By the clock that a suspend stops: what the machine slept through is nobody's delay. */
    private static boolean isLongerAgo(Duration limit, Moment then, Moment now) {
        return now.monotonicNanos() - then.monotonicNanos() > limit.toNanos();
    }

    @Override
    public void run() {
        while (!stopped) {
            turn(clock.get());
            LockSupport.parkNanos(TURN.toNanos());
        }
        close();
    }

    /** Opens the device where it is not, feeds it and sees whether it plays. */
    void turn(Moment now) {
        Wanted current = current(now);
        if (playing.isEmpty()) {
            open(current, now);
        }
        playing.ifPresent(it -> {
            feed(it.output(), current);
            playing = watched(it, now);
        });
        lastTurn.set(Optional.of(now));
    }

    private Wanted current(Moment now) {
        Shown shown = wanted.get();
        if (shown.number() != seen) {
            seen = shown.number();
            shownAt = Optional.of(now);
        }
        Wanted next = shown.wanted();
        Wanted tested = new Wanted(next.signal(), next.silenced(), next.tests() + opened);
        return shownAt.filter(since -> isLongerAgo(CORE_LIMIT, since, now))
                .map(since -> tested.atLeast(new AlarmSignal(CORE_SILENT, AlarmPriority.MEDIUM, since, 0)))
                .orElse(tested);
    }

    private void open(Wanted current, Moment now) {
        boolean asks = current.tests() > asked;
        asked = current.tests();
        if (!asks && retryAt.filter(at -> now.since(at).isNegative()).isPresent()) {
            return;
        }
        try {
            playing = Optional.of(new Playing(device.open(), 0, now, now));
            opened++;
            retryAt = Optional.empty();
        } catch (SoundException e) {
            failed(SoundProblem.NO_DEVICE, String.valueOf(e.getMessage()), now);
        }
    }

    private void feed(SoundOutput output, Wanted current) {
        for (int ahead = output.waiting(); ahead < AHEAD; ahead += block.length) {
            annunciator().next(current, block);
            output.play(block);
        }
    }

    private Annunciator annunciator() {
        Annunciator made = annunciator.orElseGet(Annunciator::new);
        annunciator = Optional.of(made);
        return made;
    }

    private Optional<Playing> watched(Playing before, Moment now) {
        long played = before.output().played();
        if (played > before.played()) {
            return Optional.of(lookedForMute(before, played, now));
        }
        if (isLongerAgo(STANDSTILL, before.advanced(), now)) {
            before.output().close();
            failed(SoundProblem.STOPPED, "the device stands still", now);
            return Optional.empty();
        }
        return Optional.of(before);
    }

    private Playing lookedForMute(Playing before, long played, Moment now) {
        boolean due = told.filter(Optional::isEmpty).isEmpty() || isLongerAgo(RETRY, before.mutedLookedAt(), now);
        if (due) {
            report(device.isMuted() ? Optional.of(SoundProblem.MUTED) : Optional.empty(), "");
        }
        return new Playing(before.output(), played, now, due ? now : before.mutedLookedAt());
    }

    private void failed(SoundProblem problem, String reason, Moment now) {
        retryAt = Optional.of(now.plus(RETRY));
        report(Optional.of(problem), reason);
    }

    private void report(Optional<SoundProblem> problem, String reason) {
        if (!told.equals(Optional.of(problem))) {
            told = Optional.of(problem);
            problem.ifPresentOrElse(it -> LOG.warn("No sound: {} {}", it, reason), () -> LOG.info("Sound plays"));
            listener.accept(problem);
        }
    }

    private void close() {
        playing.ifPresent(it -> it.output().close());
        playing = Optional.empty();
    }
}
