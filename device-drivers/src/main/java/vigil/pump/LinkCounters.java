package vigil.pump;

/** Counts of one link since it was made: bytes received, valid frames, rejected stretches, queries sent, time-outs. */
public record LinkCounters(
        long bytesReceived, long framesAccepted, long framesRejected, long queriesSent, long timeouts) {
    public static final LinkCounters NONE = new LinkCounters(0, 0, 0, 0, 0);
}
