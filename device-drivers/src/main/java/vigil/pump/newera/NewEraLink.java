package vigil.pump.newera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;
import vigil.pump.newera.NewEraFrame.Mode;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.PollPace;

/**
 * The conversation with one New Era pump in Basic mode: version and Safe mode setting, then RAT and DIS every second and
 * every tenth time VOL, each until two answers agree. One question is outstanding at a time. A pump heard in Safe mode is
 * refused, and asked nothing more until the line is opened again. Not thread-safe.
 *
 * <p>Ours, because nothing is specified: no answer for 0.5 s, and the question is put once more; then the conversation
 * starts anew after 1 s. After an answer that does not fit, late ones are let pass for 0.1 s.
 */
public final class NewEraLink implements PumpLink {
    private static final long MS = 1_000_000L;
    private static final long POLL_PERIOD = 1_000 * MS;
    private static final long QUIET = 500 * MS;
    private static final long WHOLE = 2_000 * MS;
    private static final long BETWEEN = 20 * MS;
    private static final long DRAIN = 100 * MS;
    private static final long BEFORE_ANEW = 1_000 * MS;
    private static final int MORE_EVERY = 10;
    private static final String SAFE_MODE =
            "Safe mode, not monitored; set the pump to Basic mode at the pump, then connect again";

    private enum Act {
        NOTHING,
        ASK,
        /** Asked once. */
        AWAIT,
        /** Asked twice. */
        AWAIT_LAST
    }

    private final LinkReport report = new LinkReport();
    private final int address;
    private final NewEraPump pump;
    private final NewEraStep questions = new NewEraStep(new NewEraDecoder());
    private final Deque<Ask> plan = new ArrayDeque<>();
    private final PollPace pace = new PollPace(POLL_PERIOD, BETWEEN);
    private NewEraFramer framer = new NewEraFramer();
    private @Nullable NewEraStep step;
    private Act act = Act.NOTHING;
    private boolean repeated;
    private long dueAt = Long.MAX_VALUE;
    private long askedAt;
    private long polls;
    private boolean polling;
    private boolean bytesHeard;

    /** For the pump with the factory's address. */
    public NewEraLink() {
        this(0);
    }

    /** For the pump with this address, 0 to 99; no other is asked. */
    public NewEraLink(int address) {
        this.address = new NewEraQuery(address, Ask.STATUS).address();
        this.pump = new NewEraPump(address);
    }

    @Override
    public void opened(Moment now, Consumer<PumpEvent> out) {
        framer = new NewEraFramer();
        bytesHeard = false;
        report.become(new LinkState.Connecting("waiting for the first answer"), now, out);
        startAnew(now.bootNanos());
    }

    @Override
    public void closed(LinkState state, Moment now, Consumer<PumpEvent> out) {
        framer.giveUp("the line was closed", framed -> framed(framed, now, out));
        report.become(state, now, out);
        rest();
    }

    private void rest() {
        plan.clear();
        step = null;
        act(Act.NOTHING, Long.MAX_VALUE);
    }

    @Override
    public void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out) {
        report.received(length);
        bytesHeard |= length > 0;
        if (isAwaiting()) {
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
            case ASK -> Optional.of(ask(now.bootNanos()));
            case AWAIT, AWAIT_LAST -> unanswered(now, out);
        };
    }

    @Override
    public long wakeAt() {
        return dueAt;
    }

    /** Three polls or 10 s, whichever is longer; a poll grows with the answers that have to be asked for again. */
    @Override
    public Duration staleAfter() {
        return pace.staleAfter();
    }

    @Override
    public LinkCounters counters() {
        return report.counters();
    }

    private void act(Act next, long at) {
        act = next;
        dueAt = at;
    }

    private boolean isAwaiting() {
        return act == Act.AWAIT || act == Act.AWAIT_LAST;
    }

    private void startAnew(long at) {
        plan.clear();
        plan.add(Ask.VERSION);
        plan.add(Ask.SAFE_MODE);
        step = null;
        polling = false;
        repeated = false;
        act(Act.ASK, at);
    }

    private Query ask(long now) {
        if (step == null) {
            if (plan.isEmpty()) {
                planPoll(now);
            }
            step = questions.begin(plan.remove());
        }
        askedAt = now;
        act(repeated ? Act.AWAIT_LAST : Act.AWAIT, now + QUIET);
        report.sent();
        return new NewEraQuery(address, step.ask());
    }

    private void planPoll(long now) {
        pace.begins(now);
        polling = true;
        pump.beginPoll();
        if (polls % MORE_EVERY == 0) {
            plan.add(Ask.VOLUME);
        }
        plan.add(Ask.RATE);
        plan.add(Ask.DISPENSED);
        polls++;
    }

    private Optional<Query> unanswered(Moment now, Consumer<PumpEvent> out) {
        report.timedOut();
        boolean last = act == Act.AWAIT_LAST;
        framer.giveUp("the rest of the answer did not come", framed -> framed(framed, now, out));
        if (!isAwaiting()) {
            return Optional.empty();
        }
        if (!last) {
            repeated = true;
            return Optional.of(ask(now.bootNanos()));
        }
        report.become(bytesHeard ? new LinkState.Garbled() : new LinkState.Silent(), now, out);
        bytesHeard = false;
        startAnew(now.bootNanos() + BEFORE_ANEW);
        return Optional.empty();
    }

    private void framed(Framed<NewEraFrame> framed, Moment now, Consumer<PumpEvent> out) {
        switch (framed) {
            case Framed.Whole<NewEraFrame>(NewEraFrame frame) -> accepted(frame, now, out);
            case Framed.Rejected<NewEraFrame> rejected -> {
                report.rejected(rejected, now, out);
                if (rejected.kind() == Kind.DAMAGED && isAwaiting()) {
                    unfit(now.bootNanos());
                }
            }
        }
    }

    private void accepted(NewEraFrame frame, Moment now, Consumer<PumpEvent> out) {
        boolean ours = frame.isFromPump() && frame.address() == address;
        if (!ours) {
            unreadable(frame, "no answer of address " + address, now, out);
        } else if (frame.mode() == Mode.SAFE) {
            report.accepted();
            safe(frame, now, out);
        } else {
            basic(frame, now, out);
        }
    }

    /** An alarm in a Safe packet came unasked and is not told again, so it is kept although nothing else is read. */
    private void safe(NewEraFrame frame, Moment now, Consumer<PumpEvent> out) {
        refuse(now, out);
        if (NewEraPump.isAlarm(frame)) {
            pump.alarm(frame, now, out);
            pump.identity(now, out);
        }
    }

    private void refuse(Moment now, Consumer<PumpEvent> out) {
        rest();
        report.become(new LinkState.Refused(SAFE_MODE), now, out);
    }

    private void basic(NewEraFrame frame, Moment now, Consumer<PumpEvent> out) {
        boolean alarm = NewEraPump.isAlarm(frame);
        if (alarm) {
            pump.alarm(frame, now, out);
        }
        NewEraStep asked = isAwaiting() ? step : null;
        if (asked == null || (frame.status() == 'A' && !alarm)) {
            unreadable(frame, asked == null ? "an answer to no question" : "an alarm without a code", now, out);
            unfit(now.bootNanos());
            return;
        }
        report.accepted();
        bytesHeard = false;
        if (!alarm) {
            pump.status(frame.status(), now, out);
        }
        heard(asked, alarm ? asked.heardAlarm("A" + frame.data()) : asked.heard(frame.data()), now, out);
    }

    private void heard(NewEraStep asked, Optional<NewEraAnswer> said, Moment now, Consumer<PumpEvent> out) {
        repeated = false;
        if (said.isPresent()) {
            done(asked.ask(), said.get(), now, out);
        } else {
            act(Act.ASK, now.bootNanos() + (asked.isUnfit() ? DRAIN : BETWEEN));
        }
    }

    /** What came fits no question: what else is on its way is let pass, then the question is put again. */
    private void unfit(long now) {
        if (isAwaiting()) {
            dueAt = now + DRAIN;
        }
    }

    private void done(Ask ask, NewEraAnswer answer, Moment now, Consumer<PumpEvent> out) {
        step = null;
        act(Act.ASK, now.bootNanos() + BETWEEN);
        if (answer instanceof NewEraAnswer.Version(String version)) {
            pump.identify(version, now, out);
        } else if (answer instanceof NewEraAnswer.SafeMode(int seconds) && seconds > 0) {
            refuse(now, out);
        } else {
            pump.answered(ask, answer);
        }
        if (polling && plan.isEmpty()) {
            endPoll(now, out);
        }
    }

    private void endPoll(Moment now, Consumer<PumpEvent> out) {
        report.become(new LinkState.Live(), now, out);
        pump.tellPoll(now, out);
        act(Act.ASK, pace.ends(now.bootNanos()));
    }

    private void unreadable(NewEraFrame frame, String reason, Moment now, Consumer<PumpEvent> out) {
        byte[] bytes = frame.bytes();
        Evidence evidence = new Evidence();
        evidence.add(bytes, 0, bytes.length);
        report.rejected(evidence.reject(Kind.DAMAGED, reason), now, out);
    }
}
