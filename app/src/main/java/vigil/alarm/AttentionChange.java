package vigil.alarm;

import java.time.Duration;
import vigil.pump.Moment;

/** One step in the life of an alarm condition, of the audio pause or of the sound itself; each is a line of the alarm log. */
public sealed interface AttentionChange {
    Moment at();

    record Started(Moment at, AlarmCondition condition) implements AttentionChange {}

    record Ended(Moment at, AlarmCondition condition) implements AttentionChange {}

    record Acknowledged(Moment at, AlarmCondition condition) implements AttentionChange {}

    /** {@code times}: how often this occurrence has been raised again by now (R33). */
    record Reraised(Moment at, AlarmCondition condition, int times) implements AttentionChange {}

    /** The same occurrence with another priority; a worse one has to be seen anew. */
    record PriorityChanged(Moment at, AlarmCondition condition, AlarmPriority before) implements AttentionChange {}

    record AudioPauseStarted(Moment at, Duration length) implements AttentionChange {}

    /** {@code reason}: elapsed, resumed, link-lost or restart. */
    record AudioPauseEnded(Moment at, String reason) implements AttentionChange {}

    /** Somebody said whether the test tone was heard. */
    record SoundTested(Moment at, boolean heard) implements AttentionChange {}
}
