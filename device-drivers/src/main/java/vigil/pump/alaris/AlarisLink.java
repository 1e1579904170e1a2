package vigil.pump.alaris;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.Query;
import vigil.pump.Volume;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.PollPace;

/**
 * The conversation with one Alaris pump (section 3.5): who it is, then INF and ALARM every second and every tenth time
 * INF_VTBI and SYRINGE_STATUS as well. One query is outstanding at a time; a frame is matched to it by its verb. Not
 * thread-safe.
 *
 * <p>Ours, because nothing is specified: nothing for 0.5 s, or a damaged answer, and the query is sent once more; then
 * its answer may take as long as the pump says it may (4 s until it has said so) from the first time it was asked. After
 * an unanswered query the pump is asked for its serial number, which every pump is known to answer. The link is silent
 * when no valid answer has come for 1 s longer than the pump may take. A question but INF and ALARM that stays
 * unanswered twice by a pump that is there is not put again.
 */
public final class AlarisLink implements PumpLink {
    private static final long MS = 1_000_000L;
    private static final long POLL_PERIOD = 1_000 * MS;
    private static final long QUIET = 500 * MS;
    private static final long BETWEEN = 20 * MS;
    private static final long BEFORE_SERIAL = 500 * MS;
    private static final long USUAL_LONGEST = 4_000 * MS;
    private static final long MOST_LONGEST = 10_000 * MS;
    private static final long MARGIN = 20 * MS;
    private static final long SILENT_MARGIN = 1_000 * MS;
    private static final int MORE_EVERY = 10;
    private static final int MOST_MISSED = 2;
    private static final String NO_DATA =
            "the pump answers but gives no infusion data; remote communication may be switched off in its settings";
    private static final List<AlarisQuery> INTRODUCTION = List.of(
            AlarisQuery.COMMS_PROTOCOL,
            AlarisQuery.COMMS_RESPONSE_MAX,
            AlarisQuery.SYRINGE_STATUS,
            AlarisQuery.INF_RATE_MAX_SYRINGE);

    private enum Act {
        NOTHING,
        ASK,
        /** Asked once. */
        AWAIT,
        /** Asked twice. */
        AWAIT_LAST
    }

    private final LinkReport report = new LinkReport();
    private final AlarisDecoder decoder = new AlarisDecoder();
    private final AlarisPump pump = new AlarisPump();
    private final Deque<AlarisQuery> plan = new ArrayDeque<>();
    private final Map<AlarisQuery, Integer> missed = new EnumMap<>(AlarisQuery.class);
    private final PollPace pace = new PollPace(POLL_PERIOD, BETWEEN);
    private AlarisFramer framer = new AlarisFramer();
    private Act act = Act.NOTHING;
    private long dueAt = Long.MAX_VALUE;
    private long silentAt = Long.MAX_VALUE;
    private long askedAt;
    private long deadline;
    private long longest = USUAL_LONGEST;
    private long polls;
    private boolean bytesHeard;
    private boolean damaged;
    private boolean introduced;

    @Override
    public void opened(Moment now, Consumer<PumpEvent> out) {
        framer = new AlarisFramer();
        missed.clear();
        longest = USUAL_LONGEST;
        bytesHeard = false;
        report.become(new LinkState.Connecting("waiting for the first answer"), now, out);
        startAnew(now.bootNanos());
        silentAt = now.bootNanos() + longest + SILENT_MARGIN;
    }

    @Override
    public void closed(LinkState state, Moment now, Consumer<PumpEvent> out) {
        framer.giveUp("the line was closed", framed -> framed(framed, now, out));
        report.become(state, now, out);
        plan.clear();
        act(Act.NOTHING, Long.MAX_VALUE);
        silentAt = Long.MAX_VALUE;
    }

    @Override
    public void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out) {
        report.received(length);
        bytesHeard |= length > 0;
        if (act == Act.AWAIT) {
            dueAt = Math.min(now.bootNanos() + QUIET, askedAt + longest);
        }
        framer.accept(buffer, length, framed -> framed(framed, now, out));
        if (act == Act.AWAIT_LAST && !damaged) {
            dueAt = framer.isInsideFrame() ? Math.min(now.bootNanos() + QUIET, deadline) : deadline;
        }
    }

    @Override
    public Optional<Query> due(Moment now, Consumer<PumpEvent> out) {
        if (now.bootNanos() >= silentAt) {
            silent(now, out);
        }
        if (now.bootNanos() < dueAt) {
            return Optional.empty();
        }
        return switch (act) {
            case NOTHING -> Optional.empty();
            case ASK -> ask(now.bootNanos());
            case AWAIT -> repeat(now, out);
            case AWAIT_LAST -> {
                unanswered(now, out);
                yield Optional.empty();
            }
        };
    }

    @Override
    public long wakeAt() {
        return Math.min(dueAt, silentAt);
    }

    @Override
    public LinkCounters counters() {
        return report.counters();
    }

    /** Three polls or 10 s, whichever is longer; a poll grows with what a slow pump takes to answer. */
    @Override
    public Duration staleAfter() {
        return pace.staleAfter();
    }

    private void act(Act next, long at) {
        act = next;
        dueAt = at;
    }

    private void startAnew(long at) {
        plan.clear();
        plan.add(AlarisQuery.INST_SERIALNO);
        introduced = false;
        act(Act.ASK, at);
    }

    private Optional<Query> ask(long now) {
        if (plan.isEmpty()) {
            planPoll(now);
        }
        askedAt = now;
        damaged = false;
        act(Act.AWAIT, now + QUIET);
        report.sent();
        return Optional.of(plan.element());
    }

    private void planPoll(long now) {
        pace.begins(now);
        plan.add(AlarisQuery.INF);
        plan.add(AlarisQuery.ALARM);
        if (polls % MORE_EVERY == 0) {
            plan(AlarisQuery.INF_VTBI);
            plan(AlarisQuery.SYRINGE_STATUS);
        }
        polls++;
    }

    private void plan(AlarisQuery query) {
        if (missed.getOrDefault(query, 0) < MOST_MISSED) {
            plan.add(query);
        }
    }

    private Optional<Query> repeat(Moment now, Consumer<PumpEvent> out) {
        report.timedOut();
        framer.giveUp("the rest of the answer did not come", framed -> framed(framed, now, out));
        damaged = false;
        deadline = Math.max(now.bootNanos() + QUIET, askedAt + longest + MARGIN);
        act(Act.AWAIT_LAST, deadline);
        report.sent();
        return Optional.of(plan.element());
    }

    private void unanswered(Moment now, Consumer<PumpEvent> out) {
        report.timedOut();
        framer.giveUp("the rest of the answer did not come", framed -> framed(framed, now, out));
        AlarisQuery query = plan.remove();
        if (!damaged) {
            missed.merge(query, 1, Integer::sum);
        }
        if (query == AlarisQuery.INST_SERIALNO) {
            startAnew(now.bootNanos() + BEFORE_SERIAL);
        } else {
            plan.addFirst(AlarisQuery.INST_SERIALNO);
            act(Act.ASK, now.bootNanos());
        }
        if (query == AlarisQuery.INF_VTBI) {
            pump.vtbi(Optional.empty());
        }
    }

    private void silent(Moment now, Consumer<PumpEvent> out) {
        report.become(bytesHeard ? new LinkState.Garbled() : new LinkState.Silent(), now, out);
        framer.giveUp("the rest of the answer did not come", framed -> framed(framed, now, out));
        bytesHeard = false;
        missed.clear();
        startAnew(now.bootNanos());
        silentAt = now.bootNanos() + longest + SILENT_MARGIN;
    }

    private void framed(Framed<AlarisFrame> framed, Moment now, Consumer<PumpEvent> out) {
        switch (framed) {
            case Framed.Whole<AlarisFrame>(AlarisFrame frame) -> accepted(frame, now, out);
            case Framed.Rejected<AlarisFrame> rejected -> rejected(rejected, now, out);
        }
    }

    /** A damaged answer has been given: waiting longer for it is of no use. */
    private void rejected(Framed.Rejected<AlarisFrame> rejected, Moment now, Consumer<PumpEvent> out) {
        report.rejected(rejected, now, out);
        if (rejected.kind() == Kind.DAMAGED && outstanding() != null) {
            damaged = true;
            dueAt = now.bootNanos() + BETWEEN;
        }
        damaged |= rejected.kind() == Kind.CUT_SHORT;
    }

    private void accepted(AlarisFrame frame, Moment now, Consumer<PumpEvent> out) {
        AlarisAnswer answer = decoder.decode(frame);
        if (answer instanceof AlarisAnswer.Unreadable(String reason)) {
            unreadable(frame, reason, now, out);
        } else {
            report.accepted();
            bytesHeard = false;
            silentAt = now.bootNanos() + longest + SILENT_MARGIN;
            understood(answer, now, out);
        }
        @Nullable AlarisQuery query = outstanding();
        if (query != null && frame.answers(query)) {
            answered(query, now.bootNanos());
        }
    }

    private @Nullable AlarisQuery outstanding() {
        return act == Act.AWAIT || act == Act.AWAIT_LAST ? plan.peek() : null;
    }

    private void unreadable(AlarisFrame frame, String reason, Moment now, Consumer<PumpEvent> out) {
        byte[] bytes = frame.bytes();
        Evidence evidence = new Evidence();
        evidence.add(bytes, 0, bytes.length);
        report.rejected(evidence.reject(Kind.DAMAGED, reason), now, out);
        if (frame.answers(AlarisQuery.INF)) {
            silentAt = now.bootNanos() + longest + SILENT_MARGIN;
            report.become(new LinkState.Refused("the pump answers INF with \"" + frame.text() + "\""), now, out);
        }
    }

    private void understood(AlarisAnswer answer, Moment now, Consumer<PumpEvent> out) {
        switch (answer) {
            case AlarisAnswer.SerialNumber(String serialNumber) -> introduced(serialNumber, now, out);
            case AlarisAnswer.Protocol(String name) -> pump.speaks(name);
            case AlarisAnswer.ResponseMax(Duration stated) ->
                longest = Math.clamp(stated.toNanos(), USUAL_LONGEST, MOST_LONGEST);
            case AlarisAnswer.Vtbi(Optional<Volume> volume) -> pump.vtbi(volume);
            case AlarisAnswer.Alarm alarm -> pump.alarm(alarm, now, out);
            case AlarisAnswer.Status status -> status(status, now, out);
            case AlarisAnswer.Syringe told -> pump.syringe(told.size());
            case AlarisAnswer.Quantity _, AlarisAnswer.Unreadable _ -> {
                // Nothing of these has a place in a reading
            }
        }
    }

    private void introduced(String serialNumber, Moment now, Consumer<PumpEvent> out) {
        boolean another = pump.isAnother(serialNumber, now, out);
        if (missed.containsKey(AlarisQuery.INF)) {
            report.become(new LinkState.Refused(NO_DATA), now, out);
        }
        if (another || !introduced) {
            introduced = true;
            polls = 0;
            INTRODUCTION.forEach(this::plan);
        }
    }

    private void status(AlarisAnswer.Status status, Moment now, Consumer<PumpEvent> out) {
        @Nullable String serialNumber = status.serialNumber();
        boolean another = serialNumber != null && pump.isAnother(serialNumber, now, out);
        if (another) {
            report.become(new LinkState.Connecting("another pump answers"), now, out);
            startAnew(now.bootNanos() + BETWEEN);
            return;
        }
        report.become(new LinkState.Live(), now, out);
        pump.status(status, now, out);
    }

    private void answered(AlarisQuery query, long now) {
        plan.remove();
        missed.remove(query);
        if (plan.isEmpty()) {
            nextPoll(now);
        } else {
            act(Act.ASK, now + BETWEEN);
        }
    }

    private void nextPoll(long now) {
        act(Act.ASK, polls == 0 ? now + BETWEEN : pace.ends(now));
    }
}
