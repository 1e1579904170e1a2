package vigil.pump.bcc;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.Octets;

/**
 * The pumps of one rack: turns what messages say into events, and remembers what the ComDevice tells only once (pump
 * plugged in, pump removed). Not thread-safe.
 */
final class BccPumps implements BccAnswers {
    /** Removed since the last request, or unreachable; sent once. */
    static final int REMOVED = 39;

    private static final int NO_PUMPS = 11;
    private static final int SYNTAX = 68;
    private static final int WRONG_SLOT = 811;

    private final LinkReport report;
    private final Supplier<Duration> staleAfter;
    private final BccDecoder decoder = new BccDecoder();
    /** By the number of their slot. */
    private final @Nullable BccPump[] pumps = new @Nullable BccPump[BccSlot.LIMIT];

    private final BitSet inError = new BitSet(BccSlot.LIMIT);
    private Moment at = new Moment(Instant.EPOCH, 0, 0);
    private Consumer<PumpEvent> out = event -> {};
    private boolean acknowledged;
    private boolean versionTold;
    private int pumpsHeard;
    private Optional<String> refusal = Optional.empty();
    private boolean requestRefused;

    /** Data older than {@code staleAfter} by the device's own clock are refused. */
    BccPumps(LinkReport report, Supplier<Duration> staleAfter) {
        this.report = report;
        this.staleAfter = staleAfter;
    }

    /** Reads one block received at {@code now}. */
    void read(BccFrame frame, Moment now, Consumer<PumpEvent> events) {
        at = now;
        out = events;
        decoder.decode(frame, this);
    }

    /** A new request goes out: what was said in answer to the one before no longer counts. */
    void beginAnswer() {
        decoder.giveUp();
        acknowledged = false;
        versionTold = false;
        pumpsHeard = 0;
        refusal = Optional.empty();
        requestRefused = false;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    boolean isVersionTold() {
        return versionTold;
    }

    int pumpsHeard() {
        return pumpsHeard;
    }

    /** Why the ComDevice gave no data, in words. */
    Optional<String> refusal() {
        return refusal;
    }

    /** True when it did not accept the request itself, so that the conversation has to begin anew. */
    boolean isRequestRefused() {
        return requestRefused;
    }

    @Override
    public void acknowledged() {
        acknowledged = true;
    }

    @Override
    public void version(String version) {
        versionTold = true;
    }

    @Override
    public void pump(BccRecord record) {
        BccPump pump = pumpIn(record.slot());
        pump.identify(record, at, out);
        if (record.pluggedIn()) {
            out.accept(new PumpEvent.SlotChanged(at, pump.identity(), true));
        }
        @Nullable PumpReading reading = pump.reading(record, at);
        if (reading != null) {
            inError.clear(record.slot());
            pumpsHeard++;
            out.accept(new PumpEvent.Reading(reading));
        } else if (pump.clock().stood(at).compareTo(staleAfter.get()) >= 0) {
            standsStill(record.slot(), pump.clock());
        }
        pump.alarms(record.flags(), at, out);
    }

    private void standsStill(int slot, BccClock clock) {
        String words = "the device's clock stands still at %d s, its data are old".formatted(clock.seconds());
        if (!inError.get(slot)) {
            inError.set(slot);
            unreadable("slot " + BccSlot.address(slot), Octets.of(words));
        }
        refusal = Optional.of(words);
    }

    @Override
    public void error(int slot, int code) {
        if (code == REMOVED && slot != BccSlot.GENERAL) {
            removed(slot);
        } else if (slot != BccSlot.GENERAL && !inError.get(slot)) {
            inError.set(slot);
            unreadable("GNERR " + code, Octets.of(BccSlot.address(slot) + " " + meaning(code)));
        }
        requestRefused |= code == SYNTAX || code == WRONG_SLOT;
        refusal = Optional.of(words(slot, code));
    }

    private void removed(int slot) {
        BccPump pump = pumpIn(slot);
        out.accept(new PumpEvent.SlotChanged(at, pump.identity(), false));
        pump.endAlarms(at, out);
        pumps[slot] = null;
    }

    private BccPump pumpIn(int slot) {
        @Nullable BccPump known = pumps[slot];
        if (known != null) {
            return known;
        }
        BccPump plugged = new BccPump(BccSlot.address(slot));
        pumps[slot] = plugged;
        return plugged;
    }

    private static String words(int slot, int code) {
        String where = slot == BccSlot.GENERAL ? "" : "slot " + BccSlot.address(slot) + ": ";
        return "%s%s (GNERR %d)".formatted(where, meaning(code), code);
    }

    private static String meaning(int code) {
        return switch (code) {
            case NO_PUMPS -> "no pump in the rack";
            case REMOVED -> "pump removed or unreachable";
            case SYNTAX -> "the ComDevice did not understand the request";
            case WRONG_SLOT -> "no such slot";
            default ->
                code / 10 == 4
                        ? "communication error of that slot"
                        : code / 10 == 5 ? "the rack is wrongly put together" : "the ComDevice reports an error";
        };
    }

    @Override
    public void unreadable(String reason, Octets quadruple) {
        Evidence evidence = new Evidence();
        evidence.add(quadruple.toBytes(), 0, quadruple.length());
        report.rejected(
                evidence.reject(Kind.DAMAGED, reason + ": " + BccText.of(quadruple, 0, quadruple.length())), at, out);
    }
}
