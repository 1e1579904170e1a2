package vigil.pump.wire;

import java.util.function.Consumer;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;

/** The state and the counters of one link; tells a state once, when it changes. Not thread-safe. */
public final class LinkReport {
    private LinkState state = new LinkState.Closed();
    private long bytesReceived;
    private long framesAccepted;
    private long framesRejected;
    private long queriesSent;
    private long timeouts;

    /** Sets the state and tells it if it is another one than before. */
    public void become(LinkState next, Moment now, Consumer<PumpEvent> out) {
        if (!state.equals(next)) {
            state = next;
            out.accept(new PumpEvent.LinkChanged(now, next));
        }
    }

    public LinkState state() {
        return state;
    }

    /** Counts a rejected stretch and tells it with its evidence. */
    public void rejected(Framed.Rejected<?> rejected, Moment now, Consumer<PumpEvent> out) {
        framesRejected++;
        out.accept(new PumpEvent.Rejected(now, rejected.reason(), rejected.bytesHex(), rejected.byteCount()));
    }

    public void received(int bytes) {
        bytesReceived += bytes;
    }

    public void accepted() {
        framesAccepted++;
    }

    public void sent() {
        queriesSent++;
    }

    public void timedOut() {
        timeouts++;
    }

    public LinkCounters counters() {
        return new LinkCounters(bytesReceived, framesAccepted, framesRejected, queriesSent, timeouts);
    }
}
