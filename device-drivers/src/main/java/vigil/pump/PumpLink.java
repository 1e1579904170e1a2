package vigil.pump;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One conversation with one line of pumps: bytes in, events and queries out. Holds no port, reads no clock and starts no
 * thread, so the same code runs on a serial port and on a virtual clock. Not thread-safe: one thread drives it.
 *
 * <p>The driver's duties in a loop: {@link #received} for every block of bytes, {@link #due} after it and again at
 * {@link #wakeAt}, writing what it returns; {@link #opened} each time a port was opened anew.
 */
public interface PumpLink {
    /** A line was opened (again): the conversation starts from its first step. */
    void opened(Moment now, Consumer<PumpEvent> out);

    /** The line is gone: half-received bytes are given up and the state becomes {@code state}. */
    void closed(LinkState state, Moment now, Consumer<PumpEvent> out);

    /** Takes {@code length} bytes from the start of {@code buffer}, received at {@code now}. */
    void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out);

    /** The next query if one is to be sent now; also notices silence. At most one is returned a call. */
    Optional<Query> due(Moment now, Consumer<PumpEvent> out);

    /** Boot time in nanoseconds ({@link Moment#bootNanos}) at which {@link #due} wants to be called next at the latest. */
    long wakeAt();

    /** A reading older than this is stale. Grows with what one poll of the line takes; never below 10 s. */
    default Duration staleAfter() {
        return Duration.ofSeconds(10);
    }

    /**
     * Asks for an orderly end of the conversation, where a protocol has one: {@link #due} then gives what that takes, until
     * {@link #hasLeft}. A line may be closed without.
     */
    default void leave(Moment now) {}

    /** True when nothing is left to be said before the line is closed. */
    default boolean hasLeft() {
        return true;
    }

    /** What has passed over this link so far. */
    LinkCounters counters();
}
