package vigil.pump.fresenius;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;
import vigil.pump.fresenius.FreseniusSignal.Refused;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.PollPace;

/**
 * The conversation with one base, or with a single pump: connects, asks round after round, answers every ENQ with DC4 and
 * confirms every good frame; a spontaneous one is answered as well. One request is outstanding at a time. Not thread-safe.
 *
 * <p>From public code: an answer within 1 s, one repetition, also after NAK 6; the base is lost when nothing answers, at
 * once if its ENQ has been missing for 1 s. Ours: rounds start 1 s apart; the first request waits for an ENQ, at most 1 s;
 * with and without addresses are tried in turn until something answers; a damaged frame is refused (NAK 2) three times at
 * most before a good one has come. A link that itself stood still for more than 3 s in the middle of a round (the computer
 * was suspended) begins anew: what was asked before then, and what the device has ready to repeat, is no value of now.
 */
public final class FreseniusLink implements PumpLink {
    /** Rounds start this far apart, unless a base with many modules needs more. */
    public static final Duration POLL_PERIOD = Duration.ofSeconds(1);

    private static final long MS = 1_000_000L;
    private static final long LISTEN = 1_000 * MS;
    private static final long ANSWER = 1_000 * MS;
    private static final long ENQUIRY = 1_000 * MS;
    private static final long NOT_READY = 100 * MS;
    private static final long BETWEEN_ROUNDS = 100 * MS;
    private static final long ANEW = 500 * MS;
    private static final long STANDSTILL = 3_000 * MS;
    private static final int MOST_TRIES = 2;
    private static final int MOST_REFUSALS = 3;
    private static final long NEVER = Long.MAX_VALUE;

    /** What the link does at {@link #dueAt}, or by then at the latest. */
    private enum Act {
        NOTHING,
        LISTEN,
        ASK,
        AWAIT
    }

    private final LinkReport report = new LinkReport();
    private final FreseniusFramer framer = new FreseniusFramer();
    private final FreseniusOutbox outbox = new FreseniusOutbox();
    private final FreseniusConversation conversation;
    private final PollPace pace;
    private Act act = Act.NOTHING;
    private long dueAt = NEVER;
    private boolean leaving;
    private boolean goodbyePlanned;
    private boolean withBase = true;
    private boolean understood;
    private boolean inRound;
    private int tries;
    private int refusals;
    private boolean garbled;
    private long enquiredAt = NEVER;
    /** When the last bytes came, and what they oblige to say became due. */
    private long heardAt;

    private String refusal = "";

    /** Polls every second and has itself told of changes. */
    public FreseniusLink() {
        this(FreseniusSubscription.CHANGES, POLL_PERIOD);
    }

    /** Polls every {@code pollPeriod}, start to start, at least 0.2 s. */
    public FreseniusLink(FreseniusSubscription subscription, Duration pollPeriod) {
        if (pollPeriod.toNanos() < 2 * BETWEEN_ROUNDS) {
            throw new IllegalArgumentException("poll period %s is below 0.2 s".formatted(pollPeriod));
        }
        this.conversation = new FreseniusConversation(subscription);
        this.pace = new PollPace(pollPeriod.toNanos(), BETWEEN_ROUNDS);
    }

    @Override
    public void opened(Moment now, Consumer<PumpEvent> out) {
        outbox.clear();
        leaving = false;
        goodbyePlanned = false;
        enquiredAt = NEVER;
        report.become(new LinkState.Connecting("waiting for the first answer"), now, out);
        begin();
        act(Act.LISTEN, now.bootNanos() + LISTEN);
    }

    @Override
    public void closed(LinkState state, Moment now, Consumer<PumpEvent> out) {
        framer.giveUp("the line was closed", framed -> framed(framed, now, out));
        outbox.clear();
        report.become(state, now, out);
        leaving = false;
        act(Act.NOTHING, NEVER);
    }

    @Override
    public void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out) {
        report.received(length);
        if (act == Act.NOTHING && !leaving) {
            return;
        }
        goOn(now, out);
        heardAt = now.bootNanos();
        framer.accept(buffer, length, framed -> framed(framed, now, out));
    }

    @Override
    public Optional<Query> due(Moment now, Consumer<PumpEvent> out) {
        goOn(now, out);
        if (!outbox.isEmpty()) {
            return outbox.next().map(this::counted);
        }
        if (now.bootNanos() < dueAt) {
            return Optional.empty();
        }
        if (act == Act.AWAIT) {
            timedOut(now, out);
        }
        boolean asks = act == Act.LISTEN || act == Act.ASK;
        return asks && now.bootNanos() >= dueAt ? ask(now.bootNanos(), now) : Optional.empty();
    }

    private Query counted(Query query) {
        report.sent();
        return query;
    }

    @Override
    public long wakeAt() {
        return outbox.isEmpty() ? dueAt : heardAt;
    }

    @Override
    public void leave(Moment now) {
        leaving = true;
        if (act != Act.AWAIT && act != Act.NOTHING) {
            proceedToLeave(now.bootNanos());
        }
    }

    @Override
    public boolean hasLeft() {
        return act == Act.NOTHING && outbox.isEmpty();
    }

    @Override
    public LinkCounters counters() {
        return report.counters();
    }

    /** Three rounds or 10 s, whichever is longer; a round grows with the modules in the base. */
    @Override
    public Duration staleAfter() {
        return pace.staleAfter();
    }

    /**
     * After a standstill within a round, begins anew. A damaged frame is then not asked for again before a good one has come:
     * the device would repeat an answer of the time before.
     */
    private void goOn(Moment now, Consumer<PumpEvent> out) {
        long nanos = now.bootNanos();
        boolean waited = !outbox.isEmpty() && nanos - heardAt > STANDSTILL;
        boolean within = conversation.step() != null && dueAt != NEVER && nanos - dueAt > STANDSTILL;
        if (!waited && !within) {
            return;
        }
        framer.giveUp(
                "nothing was read for %d s".formatted(STANDSTILL / 1_000 / MS), framed -> framed(framed, now, out));
        outbox.clear();
        if (within && !leaving) {
            report.timedOut();
            begin();
            refusals = MOST_REFUSALS;
            act(Act.ASK, nanos);
        }
    }

    private void act(Act next, long at) {
        act = next;
        dueAt = at;
    }

    private void begin() {
        conversation.begin(withBase);
        inRound = false;
        understood = false;
        garbled = false;
        tries = 0;
        refusals = 0;
        refusal = "";
    }

    private Optional<Query> ask(long nanos, Moment now) {
        if (conversation.step() == null) {
            pace.begins(nanos);
            inRound = true;
            conversation.beginRound(now);
        }
        FreseniusStep step = conversation.step();
        if (step == null) {
            act(Act.NOTHING, NEVER);
            return Optional.empty();
        }
        act(Act.AWAIT, nanos + ANSWER);
        return Optional.of(counted(step.query()));
    }

    private void framed(Framed<FreseniusSignal> framed, Moment now, Consumer<PumpEvent> out) {
        switch (framed) {
            case Framed.Whole<FreseniusSignal>(FreseniusSignal signal) -> heard(signal, now, out);
            case Framed.Rejected<FreseniusSignal> rejected -> rejected(rejected, now, out);
        }
    }

    private void rejected(Framed.Rejected<FreseniusSignal> rejected, Moment now, Consumer<PumpEvent> out) {
        report.rejected(rejected, now, out);
        garbled = true;
        if (rejected.kind() == Kind.DAMAGED && refusals < MOST_REFUSALS) {
            refusals++;
            outbox.owe(FreseniusQuery.NAK);
        }
    }

    private void heard(FreseniusSignal signal, Moment now, Consumer<PumpEvent> out) {
        switch (signal) {
            case FreseniusFrame frame -> accepted(frame, now, out);
            case Refused(char error) -> notTaken(error, now, out);
            case FreseniusSignal.Control.ENQUIRY -> enquired(now.bootNanos());
            case FreseniusSignal.Control.ACKNOWLEDGED, FreseniusSignal.Control.PRESENT -> {
                // An answer follows or has come; alone neither says anything about the pump
            }
        }
    }

    private void enquired(long now) {
        enquiredAt = now;
        outbox.enquired();
        if (act == Act.LISTEN) {
            dueAt = Math.min(dueAt, now);
        }
    }

    private void notTaken(char error, Moment now, Consumer<PumpEvent> out) {
        if (act != Act.AWAIT) {
            return;
        }
        refusal = FreseniusErrors.ofLink(error);
        tries++;
        if (tries < MOST_TRIES) {
            act(Act.ASK, now.bootNanos() + NOT_READY);
        } else {
            unanswered(now, out);
        }
    }

    private void accepted(FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        report.accepted();
        garbled = false;
        refusals = 0;
        outbox.owe(FreseniusQuery.ACK);
        FreseniusStep step = conversation.step();
        if (act == Act.AWAIT && step != null && step.isAnsweredBy(frame)) {
            answered(frame, now, out);
        } else if (isSpontaneous(frame)) {
            outbox.owe(FreseniusQuery.answer(frame.address(), frame.status()));
            conversation.spontaneous(frame, now, out);
            bringForward(now.bootNanos());
        }
    }

    /** A frame of the device with data; one without is a host's answer, come back by an echo. */
    private static boolean isSpontaneous(FreseniusFrame frame) {
        boolean status = frame.status() == 'E' || frame.status() == 'M';
        return status && frame.hasData() && frame.address() <= FreseniusFrame.MOST_MODULES;
    }

    /** What has changed is read soon, but a device that goes on telling does not hasten us more than a little. */
    private void bringForward(long now) {
        if (act == Act.ASK && conversation.step() == null) {
            dueAt = Math.min(dueAt, Math.max(now, pace.soonest(2 * BETWEEN_ROUNDS)));
        }
    }

    private void answered(FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        understood = true;
        tries = 0;
        refusal = "";
        int before = conversation.readings();
        if (!conversation.answered(frame, now, out)) {
            lost(new LinkState.Refused(conversation.refusal()), now, out);
            return;
        }
        if (conversation.readings() > before) {
            pace.goesOn(now.bootNanos());
            report.become(new LinkState.Live(), now, out);
        }
        proceed(now, out);
    }

    private void proceed(Moment now, Consumer<PumpEvent> out) {
        long nanos = now.bootNanos();
        if (leaving) {
            proceedToLeave(nanos);
        } else if (conversation.step() != null || !inRound) {
            act(Act.ASK, nanos);
        } else {
            if (conversation.readings() == 0) {
                report.become(new LinkState.Refused(conversation.refusal()), now, out);
            }
            act(Act.ASK, pace.ends(nanos));
        }
    }

    /** Plans the goodbye once, and goes through it request by request. */
    private void proceedToLeave(long now) {
        if (!goodbyePlanned) {
            goodbyePlanned = true;
            conversation.leave();
        }
        boolean done = conversation.step() == null;
        act(done ? Act.NOTHING : Act.ASK, done ? NEVER : now);
    }

    private void timedOut(Moment now, Consumer<PumpEvent> out) {
        report.timedOut();
        framer.giveUp("the rest of the frame did not come", framed -> framed(framed, now, out));
        if (act != Act.AWAIT) {
            // A refusal whose reason did not come has already ended the waiting
            return;
        }
        tries++;
        FreseniusStep step = conversation.step();
        boolean again = step != null && !step.isOptional() && tries < MOST_TRIES && !isBaseGone(now.bootNanos());
        if (again) {
            act(Act.ASK, now.bootNanos());
        } else {
            unanswered(now, out);
        }
    }

    private boolean isBaseGone(long now) {
        return enquiredAt != NEVER && now - enquiredAt > ENQUIRY;
    }

    private void unanswered(Moment now, Consumer<PumpEvent> out) {
        tries = 0;
        boolean gone = isBaseGone(now.bootNanos());
        LinkState cause = cause(gone);
        boolean goesOn = conversation.unanswered(refusal.isEmpty() ? "no answer" : refusal);
        if (goesOn && !gone) {
            proceed(now, out);
        } else {
            lost(cause, now, out);
        }
    }

    private LinkState cause(boolean gone) {
        if (garbled) {
            return new LinkState.Garbled();
        }
        if (!refusal.isEmpty()) {
            return new LinkState.Refused(refusal);
        }
        return enquiredAt == NEVER || gone
                ? new LinkState.Silent()
                : new LinkState.Refused("the base says that it is there (ENQ) but answers no request");
    }

    /** Begins anew; until something has answered, with and without addresses in turn. */
    private void lost(LinkState state, Moment now, Consumer<PumpEvent> out) {
        report.become(state, now, out);
        if (!understood) {
            withBase = !withBase;
        }
        begin();
        if (leaving) {
            act(Act.NOTHING, NEVER);
        } else {
            act(Act.ASK, now.bootNanos() + ANEW);
        }
    }
}
