package vigil.alarm;

import vigil.pump.Moment;

/** One step in the life of an alarm condition or of the audio pause; each is a line of the alarm log. */
public sealed interface AttentionChange {
    Moment at();

    record Started(Moment at, AlarmCondition condition) implements AttentionChange {}

    record Ended(Moment at, AlarmCondition condition) implements AttentionChange {}

    record Acknowledged(Moment at, AlarmCondition condition) implements AttentionChange {}

    record Reraised(Moment at, AlarmCondition condition) implements AttentionChange {}

    record AudioPauseStarted(Moment at) implements AttentionChange {}

    record AudioPauseEnded(Moment at, String reason) implements AttentionChange {}
}
