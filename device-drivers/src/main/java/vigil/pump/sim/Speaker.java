package vigil.pump.sim;

import java.util.List;
import vigil.pump.Moment;

/** The device's side of one protocol: hears what a client sends and says what the device would. Not thread-safe. */
public interface Speaker {
    /**
     * Takes {@code length} bytes from the start of {@code bytes}, heard at {@code now}.
     *
     * @return the answer on the wire; empty when there is none
     */
    byte[] heard(byte[] bytes, int length, Moment now);

    /**
     * Boot time in nanoseconds ({@link Moment#bootNanos}) at which the device says something unasked; {@link #heard} is
     * then called with no bytes. A device that only answers never does.
     */
    default long wakeAt() {
        return Long.MAX_VALUE;
    }

    /** Whatever was heard that the protocol's read requests do not contain, described; empty in a good conversation. */
    List<String> strays();

    /** True when the protocol has fields in which the device can say this. */
    default boolean canSay(Falsehood what) {
        return false;
    }

    /** From now on the answers contain this. */
    default void say(Falsehood what) {}

    /** From now on the answers contain no falsehood. */
    default void sayTheTruth() {}
}
