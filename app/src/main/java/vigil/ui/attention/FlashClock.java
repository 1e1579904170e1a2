package vigil.ui.attention;

import vigil.alarm.AlarmPriority;

/**
 * The one beat of 250 ms behind every flash, so that all stay in step: high toggles each beat (2 Hz, 50 %), medium each
 * fourth (0.5 Hz, 50 %); low and information are steady (alarms page, section 3.1).
 *
 * @param beat how many beats have passed
 */
public record FlashClock(long beat) {
    /** Length of one beat in milliseconds. */
    public static final int BEAT_MILLIS = 250;

    private static final int MEDIUM_BEATS = 4;

    public FlashClock after(int beats) {
        return new FlashClock(beat + beats);
    }

    /** True in the dark half of a flash of this priority. */
    public boolean isOff(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> beat % 2 == 1;
            case MEDIUM -> beat / MEDIUM_BEATS % 2 == 1;
            case LOW, INFORMATION -> false;
        };
    }
}
