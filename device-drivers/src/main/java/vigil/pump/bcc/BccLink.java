package vigil.pump.bcc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.Octets;
import vigil.pump.wire.PollPace;

/**
 * The conversation with one ComDevice: ALIVE, VERSION, then MEM:GET again and again, each block acknowledged 0.1 s after
 * it came, the last one too. One request is outstanding at a time. Not thread-safe.
 *
 * <p>Specified: 0.1 s before an ACK, 0.5 s between polls. Ours, because the specification is silent: polls start 1 s
 * apart; no byte for 1.5 s, or no good block 5 s after the request, is a time-out; a request for data is repeated once, a
 * damaged block asked for again three times, then the conversation starts anew from ALIVE.
 */
public final class BccLink implements PumpLink {
    /** Polls start this far apart, unless a longer rack needs more. */
    public static final Duration POLL_PERIOD = Duration.ofSeconds(1);

    private static final long MS = 1_000_000L;
    private static final long BEFORE_ACK = 100 * MS;
    private static final long BETWEEN_POLLS = 500 * MS;
    private static final long QUIET = 1_500 * MS;
    private static final long WHOLE = 5_000 * MS;
    private static final long BEFORE_ALIVE = 500 * MS;
    private static final int MOST_TRIES = 2;
    private static final int MOST_REPEATS = 3;
    private static final int SILENT_ALIVES = 10;

    /** Which request is next or outstanding. */
    private enum Stage {
        ALIVE,
        VERSION,
        DATA
    }

    /** What the link does at {@link #dueAt}, or by then at the latest. */
    private enum Act {
        NOTHING,
        ASK,
        AWAIT,
        CONFIRM,
        REPEAT
    }

    private final LinkReport report = new LinkReport();
    private final BccStuffing stuffingMode;
    private final PollPace pace;
    private boolean stuffing;
    private BccFramer framer;
    private final BccPumps pumps;
    private Stage stage = Stage.ALIVE;
    private Act act = Act.NOTHING;
    private long dueAt = Long.MAX_VALUE;
    private long askedAt;
    private String bedId = BccQuery.FIRST_BED_ID;
    private @Nullable BccQuery everything;
    private boolean lastBlock;
    private int tries;
    private int repeats;
    private boolean bytesHeard;
    private int unanswered;
    private int patience = 1;

    /** Polls every second and finds out about stuffing by itself. */
    public BccLink() {
        this(BccStuffing.DETECT, POLL_PERIOD);
    }

    /** Polls every {@code pollPeriod}, start to start, at least 0.5 s. */
    public BccLink(BccStuffing stuffing, Duration pollPeriod) {
        if (pollPeriod.toMillis() < BETWEEN_POLLS / MS) {
            throw new IllegalArgumentException("poll period %s is below 0.5 s".formatted(pollPeriod));
        }
        this.stuffingMode = stuffing;
        this.stuffing = stuffing != BccStuffing.OFF;
        this.pace = new PollPace(pollPeriod.toNanos(), BETWEEN_POLLS);
        this.pumps = new BccPumps(report, pace::staleAfter);
        this.framer = new BccFramer(this.stuffing);
    }

    @Override
    public void opened(Moment now, Consumer<PumpEvent> out) {
        framer = new BccFramer(stuffing);
        unanswered = 0;
        patience = 1;
        report.become(new LinkState.Connecting("waiting for the first answer"), now, out);
        startAnew(now.bootNanos());
    }

    @Override
    public void closed(LinkState state, Moment now, Consumer<PumpEvent> out) {
        framer.giveUp("the line was closed", framed -> framed(framed, now, out));
        report.become(state, now, out);
        act(Act.NOTHING, Long.MAX_VALUE);
    }

    @Override
    public void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out) {
        report.received(length);
        bytesHeard |= length > 0;
        if (act == Act.AWAIT) {
            dueAt = Math.min(now.bootNanos() + QUIET, askedAt + WHOLE);
        }
        framer.accept(buffer, length, framed -> framed(framed, now, out));
    }

    @Override
    public Optional<Query> due(Moment now, Consumer<PumpEvent> out) {
        if (now.bootNanos() < dueAt) {
            return Optional.empty();
        }
        return switch (act) {
            case NOTHING -> Optional.empty();
            case ASK -> send(ask(now.bootNanos()));
            case CONFIRM -> send(confirm(now, out));
            case REPEAT -> send(repeat(now.bootNanos()));
            case AWAIT -> {
                timedOut(now, out);
                yield due(now, out);
            }
        };
    }

    @Override
    public long wakeAt() {
        return dueAt;
    }

    @Override
    public LinkCounters counters() {
        return report.counters();
    }

    /** Three polls or 10 s, whichever is longer; a poll grows with the pumps in the rack. */
    @Override
    public Duration staleAfter() {
        return pace.staleAfter();
    }

    private void act(Act next, long at) {
        act = next;
        dueAt = at;
    }

    private Optional<Query> send(BccQuery query) {
        report.sent();
        return Optional.of(query);
    }

    private void startAnew(long at) {
        stage = Stage.ALIVE;
        tries = 0;
        repeats = 0;
        act(Act.ASK, at);
    }

    private BccQuery ask(long now) {
        pumps.beginAnswer();
        bytesHeard = false;
        askedAt = now;
        act(Act.AWAIT, now + QUIET);
        return switch (stage) {
            case ALIVE -> BccQuery.alive(stuffing);
            case VERSION -> BccQuery.version(bedId, stuffing);
            case DATA -> askForData(now);
        };
    }

    private BccQuery askForData(long now) {
        pace.begins(now);
        if (everything == null) {
            everything = BccQuery.everything(bedId, stuffing);
        }
        return everything;
    }

    private BccQuery repeat(long now) {
        askedAt = now;
        act(Act.AWAIT, now + QUIET);
        return BccQuery.NAK;
    }

    private void framed(Framed<BccFrame> framed, Moment now, Consumer<PumpEvent> out) {
        switch (framed) {
            case Framed.Whole<BccFrame>(BccFrame frame) -> accepted(frame, now, out);
            case Framed.Rejected<BccFrame> rejected -> rejected(rejected, now, out);
        }
    }

    private void rejected(Framed.Rejected<BccFrame> rejected, Moment now, Consumer<PumpEvent> out) {
        report.rejected(rejected, now, out);
        if (rejected.kind() == Kind.DAMAGED && act == Act.AWAIT && stage == Stage.DATA && repeats < MOST_REPEATS) {
            repeats++;
            act(Act.REPEAT, now.bootNanos() + BEFORE_ACK);
        }
    }

    private void accepted(BccFrame frame, Moment now, Consumer<PumpEvent> out) {
        report.accepted();
        bytesHeard = false;
        repeats = 0;
        if (stage != Stage.ALIVE && !frame.bedId().equals(bedId)) {
            pumps.unreadable("bed id is not " + bedId, Octets.of(frame.bedId()));
            startAnew(now.bootNanos() + BEFORE_ALIVE);
            return;
        }
        boolean knewBed = pumps.isAcknowledged();
        pumps.read(frame, now, out);
        lastBlock = frame.last();
        if (stage == Stage.ALIVE && !knewBed && pumps.isAcknowledged()) {
            learn(frame.bedId());
        }
        if (stage == Stage.DATA && pumps.pumpsHeard() > 0) {
            pace.goesOn(now.bootNanos());
            report.become(new LinkState.Live(), now, out);
        }
        act(Act.CONFIRM, now.bootNanos() + BEFORE_ACK);
    }

    /** The bed id of the block that answers ALIVE is the one to use from now on. */
    private void learn(String saidBedId) {
        unanswered = 0;
        patience = SILENT_ALIVES;
        if (!saidBedId.equals(bedId)) {
            bedId = saidBedId;
            everything = null;
        }
    }

    private BccQuery confirm(Moment now, Consumer<PumpEvent> out) {
        tries = 0;
        long nanos = now.bootNanos();
        if (!isAnswered()) {
            askedAt = nanos;
            act(Act.AWAIT, nanos + QUIET);
        } else if (isRefused(now, out)) {
            tryOtherStuffing(true);
            startAnew(nanos + BETWEEN_POLLS);
        } else {
            proceed(nanos);
        }
        return BccQuery.ACK;
    }

    /** A block that does not belong to the request, or is not the last, leaves the request open. */
    private boolean isAnswered() {
        return switch (stage) {
            case ALIVE -> pumps.isAcknowledged() || pumps.refusal().isPresent();
            case VERSION -> pumps.isVersionTold() || pumps.refusal().isPresent();
            case DATA -> lastBlock;
        };
    }

    /** Tells a refusal; true when the conversation cannot go on from here. */
    private boolean isRefused(Moment now, Consumer<PumpEvent> out) {
        if (pumps.refusal().isEmpty() || pumps.pumpsHeard() > 0) {
            return false;
        }
        report.become(new LinkState.Refused(pumps.refusal().get()), now, out);
        return stage != Stage.DATA || pumps.isRequestRefused();
    }

    private void proceed(long now) {
        switch (stage) {
            case ALIVE -> ask(Stage.VERSION, now);
            case VERSION -> ask(Stage.DATA, now);
            case DATA -> ask(Stage.DATA, pace.ends(now));
        }
    }

    private void ask(Stage next, long at) {
        stage = next;
        act(Act.ASK, at);
    }

    private void timedOut(Moment now, Consumer<PumpEvent> out) {
        report.timedOut();
        boolean heard = bytesHeard;
        framer.giveUp("the rest of the message did not come", framed -> framed(framed, now, out));
        tries++;
        boolean babble = heard && now.bootNanos() - askedAt >= WHOLE;
        if (stage != Stage.ALIVE && tries < MOST_TRIES && !babble) {
            act(Act.ASK, now.bootNanos());
            return;
        }
        report.become(heard ? new LinkState.Garbled() : new LinkState.Silent(), now, out);
        tryOtherStuffing(heard);
        startAnew(now.bootNanos() + BEFORE_ALIVE);
    }

    /**
     * Only while an answer to ALIVE is awaited. Once one was understood the setting was right, and mere silence does not
     * make it wrong: only after {@value #SILENT_ALIVES} unanswered ones is the other way tried.
     */
    private void tryOtherStuffing(boolean heard) {
        if (stuffingMode != BccStuffing.DETECT || stage != Stage.ALIVE) {
            return;
        }
        unanswered++;
        if (heard || unanswered >= patience) {
            unanswered = 0;
            stuffing = !stuffing;
            framer = new BccFramer(stuffing);
            everything = null;
        }
    }
}
